import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck, Send } from 'lucide-react';
import { useState } from 'react';
import type { AnswerPage, TimeLeft } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { usePageKeys } from '#web/shell/shortcut-keys.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useAnswerWords } from '#web/words/answer-words.ts';
import { useLanguage, useSentenceOf } from '#web/words/language.ts';
import { type AnswerDraft, stateOf } from './answer-draft.ts';
import { AnswerForm } from './answer-form.tsx';
import styles from './answers.module.css';
import { answerApi } from './api.ts';
import { CampaignLinks } from './campaign-links.tsx';
import { CutSection } from './cut-section.tsx';
import { LineList } from './line-list.tsx';
import { answersQuery } from './queries.ts';

const route = getRouteApi('/inside/campaigns/$campaignId/explain');

/** What was cut or asked, one leaf at a time: the cut on the left, the unit's answer on the right. */
export function ExplainPage() {
  const { campaignId } = route.useParams();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const words = useAnswerWords().explain;
  const page = useSuspenseQuery(answersQuery(campaignId)).data;
  // What is typed stays while one looks at another leaf.
  const [drafts, setDrafts] = useState<Readonly<Record<string, AnswerDraft>>>({});
  const { lines, campaign, clocks } = page;
  const kind: AnswerKind = campaign.phase === 'published' ? 'appeal' : 'explanation';
  const at = Math.max(
    0,
    lines.findIndex((line) => line.code === code),
  );
  const line = lines[at];
  const open = (next: string | undefined) =>
    next !== undefined && void navigate({ search: { code: next }, replace: true });
  usePageKeys({ j: () => open(lines[at + 1]?.code), k: () => open(lines[at - 1]?.code) });
  const forget = (done: string) => setDrafts(({ [done]: _done, ...rest }) => rest);
  return (
    <div className={styles.page}>
      <CampaignLinks campaign={campaign} isHost={false} />
      <PageHeader
        title={useTitle(page, kind)}
        tabTitle={kind === 'appeal' ? words.appealTab : words.tab}
        lead={
          <>
            {campaign.title} · <Clock left={kind === 'appeal' ? clocks.appeal : clocks.explain} />
          </>
        }
        actions={kind === 'explanation' && lines.length > 0 && <SendAll page={page} onSent={forget} />}
      />
      {line ? (
        <div className={styles.answering}>
          <LineList lines={lines} kind={kind} chosen={line.code} onChoose={open} />
          <CutSection line={line} kind={kind} />
          <AnswerForm
            key={line.code}
            campaignId={campaignId}
            line={line}
            kind={kind}
            draft={drafts[line.code]}
            onDraft={(draft) => setDrafts({ ...drafts, [line.code]: draft })}
            onKept={() => forget(line.code)}
          />
        </div>
      ) : (
        <EmptyState icon={<CircleCheck aria-hidden />} title={words.nothing}>
          {words.nothingWhy}
        </EmptyState>
      )}
    </div>
  );
}

function useTitle({ lines, totals }: AnswerPage, kind: AnswerKind): string {
  const words = useAnswerWords().explain;
  const print = usePrintedPoints();
  if (lines.length === 0) return words.nothing;
  if (kind === 'appeal') return words.appeals(lines.length);
  const open = lines.filter((line) => stateOf(line, kind) !== 'sent').length;
  if (open === 0) return words.allSent(lines.length);
  return totals.lostPoints > 0 ? words.left(open, print(totals.lostPoints)) : words.leftAsked(open);
}

function Clock({ left }: { left: TimeLeft | null }) {
  const words = useAnswerWords().explain;
  if (!left) return words.noClock;
  const { until, graceUntil, workingDaysLeft, isOver } = left;
  const isGraced = graceUntil !== null && graceUntil > until;
  const day = printDay(isGraced ? graceUntil : until);
  const said = isOver
    ? words.clockOver(day)
    : workingDaysLeft === 0
      ? words.clockLast(day)
      : words.clockLeft(workingDaysLeft, day);
  return (
    <strong>
      {said}
      {isGraced && ` (${words.clockGrace(printDay(until))})`}
    </strong>
  );
}

function SendAll({ page, onSent }: { page: AnswerPage; onSent: (code: string) => void }) {
  const words = useAnswerWords().explain;
  const language = useLanguage();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [isSending, setSending] = useState(false);
  const { drafts } = page.totals;
  const sendAll = async () => {
    setSending(true);
    await answerApi.sendAll(page.campaign.id).then(
      ({ page: after, sent, refused }) => {
        queryClient.setQueryData(answersQuery(page.campaign.id).queryKey, after);
        for (const code of sent) onSent(code);
        if (sent.length > 0) say(words.sentMany(sent.length));
        for (const each of refused) sayProblem(words.notSent(each.code, each[language]));
      },
      (refused: unknown) => sayProblem(sentenceOf(refused)),
    );
    setSending(false);
  };
  return (
    <PermittedButton
      action="assessment.submit"
      icon={<Send aria-hidden />}
      isBusy={isSending}
      disabled={drafts === 0}
      onClick={sendAll}
    >
      {words.sendAll(drafts)}
    </PermittedButton>
  );
}
