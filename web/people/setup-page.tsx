import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { kindInName, type UnitKind } from '#core/people/unit-tree.ts';
import { ApiProblem, api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { PasswordInput, TextInput } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import { passwordProblem, usernameProblem } from './credentials.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { useEnter } from './session.ts';

/** What a unit can be that is set up by itself; countries and schools come from above or under it. */
const SETUP_KINDS = ['ward', 'commune', 'city', 'agency'] as const;

const EMPTY = { unitName: '', cityName: '', personName: '', username: '', password: '' };
type Typed = typeof EMPTY;
type Problems = Partial<Record<keyof Typed, string | undefined>>;

function problemsOf(typed: Typed, words: Words['people']): Problems {
  return {
    unitName: typed.unitName.trim().length < 3 ? words.unitNameWrong : undefined,
    personName: typed.personName.trim().length < 2 ? words.personNameWrong : undefined,
    username: usernameProblem(typed.username, words),
    password: passwordProblem(typed.password, words),
  };
}

/** The first account: reached by the one-time link that the server prints. */
export function SetupPage() {
  const { people } = useWords();
  const token = useLocation({ select: (location) => location.hash });
  const setup = useQuery({ queryKey: ['setup'], queryFn: api.findSetup });
  if (setup.data?.needsSetup === false) {
    return (
      <Door title={people.setupDone} lead={people.setupDoneWhy}>
        <Link to={paths.signIn}>{people.signInButton}</Link>
      </Door>
    );
  }
  if (token === '') {
    return (
      <Door title={people.setupNoToken} lead={people.setupNoTokenWhy}>
        <Link to={paths.signIn}>{people.signInButton}</Link>
      </Door>
    );
  }
  return <SetupForm token={token} />;
}

function SetupForm({ token }: { token: string }) {
  const { people } = useWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const enter = useEnter();
  const [typed, setTyped] = useState(EMPTY);
  const [chosen, setChosen] = useState<UnitKind | undefined>(undefined);
  const [hasTried, setTried] = useState(false);
  const setUp = useMutation({
    mutationFn: api.setUp,
    onSuccess: (me) => {
      enter(me);
      void navigate({ to: paths.dashboard });
    },
  });
  // What the name says, until somebody chooses.
  const kind = chosen ?? kindInName(typed.unitName) ?? 'ward';
  const problems = problemsOf(typed, people);
  const refused = setUp.error instanceof ApiProblem ? setUp.error.field : undefined;
  const errorOf = (name: keyof Typed) =>
    (hasTried ? problems[name] : undefined) ?? (refused === name ? sentenceOf(setUp.error) : undefined);
  const type = (name: keyof Typed) => ({
    name,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined);
    if (wrong) {
      const input = event.currentTarget.elements.namedItem(wrong[0]);
      if (input instanceof HTMLElement) input.focus();
      return;
    }
    setUp.mutate({ ...typed, cityName: kind === 'city' ? '' : typed.cityName, unitKind: kind, token });
  };
  const isKnownField = refused !== undefined && refused in typed;
  return (
    <Door title={people.setupTitle} lead={people.setupLead}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {setUp.isError && !isKnownField && <FormProblem>{sentenceOf(setUp.error)}</FormProblem>}
        <Field label={people.unitName} hint={people.unitNameHint} error={errorOf('unitName')}>
          {(control) => <TextInput {...control} {...type('unitName')} autoComplete="organization" />}
        </Field>
        <fieldset className={styles.choices}>
          <legend>{people.unitKind}</legend>
          {SETUP_KINDS.map((each) => (
            <label key={each}>
              <input type="radio" name="unitKind" checked={each === kind} onChange={() => setChosen(each)} />
              {people.unitKinds[each]}
            </label>
          ))}
        </fieldset>
        {kind !== 'city' && (
          <Field label={people.cityName} error={errorOf('cityName')} isOptional>
            {(control) => <TextInput {...control} {...type('cityName')} autoComplete="address-level1" />}
          </Field>
        )}
        <Field label={people.personName} error={errorOf('personName')}>
          {(control) => <TextInput {...control} {...type('personName')} autoComplete="name" />}
        </Field>
        <Field label={people.username} hint={people.usernameHint} error={errorOf('username')}>
          {(control) => (
            <TextInput
              {...control}
              {...type('username')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={people.password} hint={people.passwordHint} error={errorOf('password')}>
          {(control) => <PasswordInput {...control} {...type('password')} autoComplete="new-password" />}
        </Field>
        <Button type="submit" kind="primary" isBusy={setUp.isPending}>
          {people.setupButton}
        </Button>
      </form>
    </Door>
  );
}
