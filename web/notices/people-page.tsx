import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert, MailX } from 'lucide-react';
import type { MemberContact } from '#core/notices/contact.ts';
import { paths } from '#web/paths.ts';
import { membersQuery } from '#web/queries.ts';
import { Checkbox, Switch } from '#web/ui/checkbox.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { NoticeTabs } from './notice-tabs.tsx';
import styles from './notices.module.css';
import { contactsQuery } from './queries.ts';
import { readMail } from './written-mail.ts';

type Change = { member: MemberContact; mail?: string | null; isHead?: boolean };

/** How everyone is reached; who has no mail address stands out. */
export function NoticePeoplePage() {
  const { people: words } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isOnlyMissing = useSearch({ strict: false }).only === 'missing';
  const contacts = useSuspenseQuery(contactsQuery).data;
  const members = useQuery(membersQuery).data ?? [];
  const viewerIds = new Set(members.filter(({ role }) => role === 'viewer').map(({ userId }) => userId));
  const isMissing = ({ mail, userId }: MemberContact) => mail === null && !viewerIds.has(userId);
  const reminded = contacts.filter(({ userId }) => !viewerIds.has(userId));
  const missing = reminded.filter(isMissing).length;
  const shown = isOnlyMissing ? contacts.filter(isMissing) : contacts;
  const save = useMutation({
    mutationFn: ({ member, ...change }: Change) => {
      const { userId, mail, isHead, version } = member;
      return noticesApi.saveMemberContact(userId, { mail, isHead, version, ...change });
    },
    onSuccess: (answer) => queryClient.setQueryData(contactsQuery.queryKey, answer),
    onError: (problem) => {
      sayProblem(sentenceOf(problem));
      void queryClient.invalidateQueries({ queryKey: contactsQuery.queryKey });
    },
  });
  /** One after another from a row downwards, up to the first that is no address. */
  const paste = async (from: number, texts: readonly string[]) => {
    let written = 0;
    for (const [place, text] of texts.slice(0, shown.length - from).entries()) {
      const mail = readMail(text);
      const member = shown[from + place];
      if (mail === undefined || member === undefined) return say(words.pastedUntil(written));
      await save.mutateAsync({ member, mail });
      written += 1;
    }
    say(words.pasted(written));
  };
  return (
    <>
      <PageHeader
        title={missing > 0 ? words.missing(missing, reminded.length) : words.allReached(reminded.length)}
        tabTitle={words.tab}
        lead={words.lead}
      />
      <NoticeTabs />
      <Switch
        label={words.onlyMissing}
        checked={isOnlyMissing}
        onChange={(isOn) =>
          void navigate({
            to: paths.noticePeople,
            search: { only: isOn ? 'missing' : undefined },
            replace: true,
          })
        }
      />
      {shown.length === 0 ? (
        <EmptyState title={words.nobodyMissing}>{words.nobodyMissingWhy}</EmptyState>
      ) : (
        <DataTable caption={words.tab} className={styles.people}>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.mail}</th>
              <th scope="col">{words.head}</th>
              <th scope="col">{words.ways}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((member, place) => (
              <PersonRow
                key={member.userId}
                member={member}
                isMissing={isMissing(member)}
                onChange={(change) => save.mutate({ member, ...change })}
                onPaste={(texts) => void paste(place, texts).catch(() => undefined)}
              />
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
}

type RowProps = {
  member: MemberContact;
  isMissing: boolean;
  onChange: (change: Omit<Change, 'member'>) => void;
  onPaste: (texts: string[]) => void;
};

function PersonRow({ member, isMissing, onChange, onPaste }: RowProps) {
  const { people: words, mine } = useNoticeWords();
  const { personName, departmentName, mail, isHead, isMailOn, browsers } = member;
  return (
    <tr>
      <th scope="row">
        {personName}
        {departmentName !== null && <span className={styles.under}>{departmentName}</span>}
      </th>
      <td>
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
      </td>
      <td>
        {departmentName !== null && (
          <Checkbox
            label={<VisuallyHidden>{words.isHead(personName)}</VisuallyHidden>}
            checked={isHead}
            onChange={(isOn) => onChange({ isHead: isOn })}
          />
        )}
      </td>
      <td>
        {!isMailOn && (
          <Status tone="draft" icon={<MailX aria-hidden />}>
            {words.mailOff}
          </Status>
        )}
        {browsers > 0 && <span className={cell.soft}> {words.browsers(browsers)}</span>}
      </td>
    </tr>
  );
}
