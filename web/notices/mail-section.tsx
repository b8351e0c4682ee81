import { CircleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Contact } from '#core/notices/contact.ts';
import { Button } from '#web/ui/button.tsx';
import { Switch } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import styles from './notices.module.css';
import { useSaveContact } from './use-save-contact.ts';
import { readMail } from './written-mail.ts';

/** The person's mail address, and whether they want mail at all. */
export function MailSection({ contact }: { contact: Contact }) {
  const { ui } = useWords();
  const { mail: words } = useNoticeWords().mine;
  const save = useSaveContact(contact);
  const [typed, setTyped] = useState(contact.mail ?? '');
  const [hasTried, setTried] = useState(false);
  const mail = readMail(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (mail !== undefined) save.mutate({ mail });
  };
  return (
    <Section title={words.title} lead={words.lead}>
      {!contact.isMailOpen && (
        <p className={styles.notice}>
          <CircleAlert aria-hidden /> {words.noServer}
        </p>
      )}
      <form onSubmit={submit} noValidate className={styles.stack}>
        <Field
          label={words.address}
          hint={words.hint}
          isOptional
          error={hasTried && mail === undefined && words.wrong}
        >
          {(control) => (
            <span className={styles.line}>
              <TextInput
                {...control}
                type="email"
                autoComplete="email"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
              <Button type="submit" isBusy={save.isPending}>
                {ui.save}
              </Button>
            </span>
          )}
        </Field>
        <Switch
          label={words.isOn}
          checked={contact.isMailOn}
          onChange={(isMailOn) => save.mutate({ isMailOn })}
        />
      </form>
    </Section>
  );
}
