import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { PasswordInput, TextInput } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { isServerPage } from './return-address.ts';
import { useEnter } from './session.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { people } = useWords();
  const sentenceOf = useSentenceOf();
  const router = useRouter();
  const enter = useEnter();
  const { return: address } = route.useSearch();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: (me) => {
      if (address !== undefined && isServerPage(address)) return window.location.assign(address);
      enter(me);
      router.history.push(address ?? paths.dashboard);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isFilled = username.trim() !== '' && password !== '';
    setMissing(!isFilled);
    if (isFilled) signIn.mutate({ username: username.trim().toLowerCase(), password });
  };
  return (
    <Door title={people.signInTitle} lead={address ? people.signInReturn : people.signInLead}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {isMissing && <FormProblem>{people.signInMissing}</FormProblem>}
        {!isMissing && signIn.isError && <FormProblem>{sentenceOf(signIn.error)}</FormProblem>}
        <Field label={people.username}>
          {(control) => (
            <TextInput
              {...control}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label={people.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="primary" isBusy={signIn.isPending}>
          {people.signInButton}
        </Button>
        <p className={styles.help}>{people.signInHelp}</p>
      </form>
    </Door>
  );
}
