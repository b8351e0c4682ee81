import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Bell, Keyboard, LogOut } from 'lucide-react';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { beginAnew, useMe } from '#web/people/session.ts';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '#web/ui/menu.tsx';
import { sayProblem } from '#web/ui/toast.tsx';
import { chooseLanguage, useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './shell.module.css';
import { chooseTheme, THEMES, useTheme } from './theme.ts';

/** The first letters of the first and last word of a name, as the round mark shows them. */
function initialsOf(personName: string): string {
  const words = personName.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

/** Who is signed in, the choices that are theirs alone, and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const me = useMe();
  const { shell, people } = useWords();
  const language = useLanguage();
  const theme = useTheme();
  const router = useRouter();
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: () => {
      queryClient.clear();
      router.history.push('/sign-in');
    },
    onError: (problem) => sayProblem(sentenceOf(problem)),
  });
  const switchUnit = useMutation({
    mutationFn: api.switchUnit,
    onSuccess: beginAnew,
    onError: (problem) => sayProblem(sentenceOf(problem)),
  });
  return (
    <Menu
      trigger={
        <button type="button" className={styles.avatar} aria-label={shell.account(me.personName)}>
          {initialsOf(me.personName)}
        </button>
      }
    >
      <div className={styles.who}>
        <strong>{me.personName}</strong>
        <span>
          {people.roles[me.role]} · {me.unit.name}
        </span>
      </div>
      {me.units.length > 1 && (
        <>
          <MenuSeparator />
          <MenuChoice
            label={shell.unit}
            value={me.unit.id}
            onChange={(id) => switchUnit.mutate(id)}
            options={me.units.map(({ id, name, role }) => ({
              value: id,
              label: `${name} · ${people.roles[role]}`,
            }))}
          />
        </>
      )}
      <MenuSeparator />
      <MenuChoice
        label={shell.language}
        value={language}
        onChange={(chosen) => void chooseLanguage(chosen)}
        options={[
          { value: 'vi', label: shell.vietnamese },
          { value: 'en', label: shell.english },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label={shell.theme}
        value={theme}
        onChange={chooseTheme}
        options={THEMES.map((value) => ({ value, label: shell.themes[value] }))}
      />
      <MenuSeparator />
      <MenuItem icon={<Bell aria-hidden />} onSelect={() => router.history.push(paths.myNotices)}>
        {shell.myNotices}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden />} onSelect={onShortcuts}>
        {shell.shortcuts}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => signOut.mutate()}>
        {shell.signOut}
      </MenuItem>
    </Menu>
  );
}
