import { CircleAlert, MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MemberContact } from '#core/notices/contact.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { Status } from '#web/ui/status.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useNoticeWords } from '#web/words/notice-words.ts';
import styles from './notices.module.css';
import { readMail } from './written-mail.ts';

export type ContactChange = { mail?: string | null; isHead?: boolean };

type ListProps = {
  shown: readonly MemberContact[];
  isMissing: (member: MemberContact) => boolean;
  onChange: (member: MemberContact, change: ContactChange) => void;
  /** Several addresses pasted from a row downwards. */
  onPaste: (place: number, texts: string[]) => void;
};

/** The people with their addresses, edited in place; cards on a phone. */
export function PeopleList({ shown, isMissing, onChange, onPaste }: ListProps) {
  const { people: words } = useNoticeWords();
  const isNarrow = useIsNarrow();
  const rows = shown.map((member, place) => (
    <PersonRow
      key={member.userId}
      member={member}
      isMissing={isMissing(member)}
      isCard={isNarrow}
      onChange={(change) => onChange(member, change)}
      onPaste={(texts) => onPaste(place, texts)}
    />
  ));
  if (isNarrow) return <ul className={styles.cards}>{rows}</ul>;
  return (
    <DataTable caption={words.tab} className={styles.people}>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.mail}</th>
          <th scope="col">{words.head}</th>
          <th scope="col">{words.ways}</th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </DataTable>
  );
}

type RowProps = {
  member: MemberContact;
  isMissing: boolean;
  isCard: boolean;
  onChange: (change: ContactChange) => void;
  onPaste: (texts: string[]) => void;
};

function PersonRow({ member, isMissing, isCard, onChange, onPaste }: RowProps) {
  const { people: words, mine } = useNoticeWords();
  const { personName, departmentName, mail, isHead, isMailOn, browsers } = member;
  const name = (
    <>
      {personName}
      {departmentName !== null && <span className={styles.under}>{departmentName}</span>}
    </>
  );
  const address = (
    <EditCell
      label={words.mailOf(personName)}
      column="mail"
      text={mail ?? ''}
      refuse={(typed) => (readMail(typed) === undefined ? mine.mail.wrong : undefined)}
      onKeep={(typed) => onChange({ mail: readMail(typed) ?? null })}
      onPasteColumn={onPaste}
    >
      {isMissing ? (
        <Status tone="returned" icon={<CircleAlert aria-hidden />}>
          {words.noMail}
        </Status>
      ) : undefined}
    </EditCell>
  );
  const head = (label: ReactNode) =>
    departmentName !== null && (
      <Checkbox label={label} checked={isHead} onChange={(isOn) => onChange({ isHead: isOn })} />
    );
  const told = [
    ...(mail !== null && isMailOn ? [words.byMail] : []),
    ...(browsers > 0 ? [words.browsers(browsers)] : []),
  ];
  if (told.length === 0 && isMissing) told.push(words.bellOnly);
  const ways = (
    <>
      {!isMailOn && (
        <Status tone="draft" icon={<MailX aria-hidden />}>
          {words.mailOff}
        </Status>
      )}
      {told.length > 0 && <span className={cell.soft}> {told.join(', ')}</span>}
    </>
  );
  if (isCard)
    return (
      <li className={styles.card}>
        <div>{name}</div>
        {address}
        {head(words.head)}
        {ways}
      </li>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{address}</td>
      <td>{head(<VisuallyHidden>{words.isHead(personName)}</VisuallyHidden>)}</td>
      <td>{ways}</td>
    </tr>
  );
}
