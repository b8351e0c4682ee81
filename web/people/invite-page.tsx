import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiProblem, api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { PasswordInput, TextInput } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { passwordProblem, usernameProblem } from './credentials.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { useEnter } from './session.ts';

/** Where an invitation link leads: who is invited, and the two things they choose themselves. */
export function InvitePage() {
  const { people, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const token = useLocation({ select: (location) => location.hash });
  const [hasAccount, setHasAccount] = useState(false);
  const seen = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.findInvitation(token),
    enabled: token !== '',
  });
  if (token === '' || seen.isError) {
    return (
      <Door
        title={people.inviteNoToken}
        lead={seen.isError ? sentenceOf(seen.error) : people.inviteNoTokenWhy}
      >
        <Link to={paths.signIn}>{people.signInButton}</Link>
      </Door>
    );
  }
  if (!seen.data) {
    return (
      <Door title={people.inviteButton}>
        <Waiting label={ui.loading} />
      </Door>
    );
  }
  const { unitName, personName, role } = seen.data;
  const lead = hasAccount ? people.inviteOwnLead : people.inviteLead;
  return (
    <Door title={people.inviteTitle(unitName)} lead={lead(personName, people.roles[role])}>
      <AcceptanceForm key={String(hasAccount)} token={token} hasAccount={hasAccount} />
      <button type="button" className={styles.other} onClick={() => setHasAccount(!hasAccount)}>
        {hasAccount ? people.inviteNewAccount : people.inviteHasAccount}
      </button>
    </Door>
  );
}

/** Two fields: for a new account both are chosen, for one that is there already both are known. */
function AcceptanceForm({ token, hasAccount }: { token: string; hasAccount: boolean }) {
  const { people } = useWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const enter = useEnter();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [hasTried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: hasAccount ? api.joinInvitation : api.acceptInvitation,
    onSuccess: (me) => {
      enter(me);
      void navigate({ to: paths.dashboard });
    },
  });
  const missing = username.trim() === '' || password === '' ? people.signInMissing : undefined;
  const wrong = hasAccount
    ? { username: undefined, password: missing }
    : { username: usernameProblem(username, people), password: passwordProblem(password, people) };
  const refused = accept.error instanceof ApiProblem ? accept.error.field : undefined;
  const errorOf = (name: 'username' | 'password') =>
    (hasTried ? wrong[name] : undefined) ?? (refused === name ? sentenceOf(accept.error) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.username && !wrong.password) accept.mutate({ token, username, password });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {accept.isError && refused !== 'username' && refused !== 'password' && (
        <FormProblem>{sentenceOf(accept.error)}</FormProblem>
      )}
      <Field
        label={people.username}
        hint={hasAccount ? undefined : people.usernameHint}
        error={errorOf('username')}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={people.password}
        hint={hasAccount ? undefined : people.passwordHint}
        error={errorOf('password')}
      >
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete={hasAccount ? 'current-password' : 'new-password'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="primary" isBusy={accept.isPending}>
        {people.inviteButton}
      </Button>
    </form>
  );
}
