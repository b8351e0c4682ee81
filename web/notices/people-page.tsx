import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MemberContact } from '#core/notices/contact.ts';
import { isTold } from '#core/notices/who-acts.ts';
import { paths } from '#web/paths.ts';
import { membersQuery } from '#web/queries.ts';
import { Switch } from '#web/ui/checkbox.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { NoticeTabs } from './notice-tabs.tsx';
import { type ContactChange, PeopleList } from './people-list.tsx';
import { contactsQuery } from './queries.ts';
import { readMail } from './written-mail.ts';

type Change = ContactChange & { member: MemberContact };

/** How everyone is reached; who has no mail address stands out. */
export function NoticePeoplePage() {
  const { people: words } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isOnlyMissing = useSearch({ strict: false }).only === 'missing';
  const contacts = useSuspenseQuery(contactsQuery).data;
  const members = useQuery(membersQuery).data ?? [];
  const silentIds = new Set(members.filter(({ role }) => !isTold(role)).map(({ userId }) => userId));
  const isMissing = ({ mail, userId }: MemberContact) => mail === null && !silentIds.has(userId);
  const reminded = contacts.filter(({ userId }) => !silentIds.has(userId));
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
        <PeopleList
          shown={shown}
          isMissing={isMissing}
          onChange={(member, change) => save.mutate({ member, ...change })}
          onPaste={(place, texts) => void paste(place, texts).catch(() => undefined)}
        />
      )}
    </>
  );
}
