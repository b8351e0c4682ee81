import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Check, PanelLeft, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '#core/reading/blocks.ts';
import type { Finding } from '#core/reading/plan-reading.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Spinner } from '#web/ui/progress.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { applySuggestion } from './draft-corrections.ts';
import { FindingList } from './finding-list.tsx';
import styles from './review.module.css';
import { ReviewCriteria } from './review-criteria.tsx';
import { ReviewGoals, ReviewUnits, ReviewUnplaced } from './review-lists.tsx';
import { ReviewOverview } from './review-overview.tsx';
import { ReviewTabs, readTab } from './review-tabs.tsx';
import { ReviewTasks } from './review-tasks.tsx';
import { SourcePane } from './source-pane.tsx';
import { useDraft } from './use-draft.ts';

/** What was read beside where it came from; corrections are kept as they are made, the plan only when confirmed. */
export function ReviewPage() {
  const { readingId } = useParams({ from: '/inside/plan/import/$readingId' });
  const { reading } = useWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const isNarrow = useIsNarrow();
  const tab = readTab(useSearch({ strict: false }).tab);
  const editor = useDraft(readingId);
  const { draft } = editor;
  const plan = draft.reading;
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [isSourceShown, setSourceShown] = useState(false);
  const [isConfirming, setConfirming] = useState(false);

  const goTo = (to: Place | undefined) => {
    if (!to) return;
    setPlace({ ...to });
    setSourceShown(true);
  };
  const applyFinding = (finding: Finding) => {
    editor.keep(applySuggestion(plan, draft.corrections, finding.suggestion ?? []));
    say(reading.review.applied);
  };
  const discard = () =>
    api.discardReading(draft.id).then(
      () => {
        say(reading.import.discarded(draft.fileName));
        void queryClient.invalidateQueries({ queryKey: ['readings'] });
        return navigate({ to: paths.import });
      },
      (problem: unknown) => sayProblem(sentenceOf(problem)),
    );
  const isOpen = draft.status === 'open';
  const isSourceVisible = !isNarrow || isSourceShown;

  return (
    <>
      <PageHeader
        title={reading.review.finding(
          plan.criteria.length,
          plan.findings.filter((each) => each.severity !== 'note').length,
        )}
        tabTitle={reading.review.tab}
        lead={draft.fileName}
        actions={
          <>
            <span role="status" className={styles.saved}>
              {editor.isSaving ? (
                <>
                  <Spinner /> {reading.review.saving}
                </>
              ) : (
                draft.corrections.length > 0 && (
                  <>
                    <Check aria-hidden /> {reading.review.saved} ·{' '}
                    {reading.review.corrections(draft.corrections.length)}
                  </>
                )
              )}
            </span>
            {editor.undo && (
              <Button icon={<Undo2 aria-hidden />} onClick={editor.undo}>
                {reading.review.undoLast}
              </Button>
            )}
            {isNarrow && (
              <Button
                icon={<PanelLeft aria-hidden />}
                aria-expanded={isSourceShown}
                onClick={() => setSourceShown(!isSourceShown)}
              >
                {isSourceShown ? reading.review.sourceHide : reading.review.sourceShow}
              </Button>
            )}
            {isOpen && (
              <>
                <PermittedButton action="plan.import" kind="quiet" onClick={discard}>
                  {reading.review.discard}
                </PermittedButton>
                <PermittedButton
                  action="plan.confirm"
                  kind="primary"
                  isBusy={editor.isSaving}
                  onClick={() => setConfirming(true)}
                >
                  {reading.review.confirm}
                </PermittedButton>
              </>
            )}
          </>
        }
      />
      {!isOpen && <p className={styles.closed}>{reading.review.closed}</p>}
      <div className={classNames(styles.sides, !isSourceVisible && styles.oneSide)}>
        {isSourceVisible && <SourcePane blocks={draft.blocks} place={place} />}
        <section aria-label={reading.review.result} className={styles.result}>
          <ReviewTabs
            tab={tab}
            counts={{
              criteria: plan.criteria.length,
              tasks: plan.tasks.length,
              units: plan.units.length,
              goals: plan.goals.length,
              findings: plan.findings.length,
              unplaced: plan.unplaced.length,
            }}
            onTab={(to) =>
              void navigate({
                to: paths.review,
                params: { readingId },
                search: { tab: to === 'overview' ? undefined : to },
                replace: true,
              })
            }
          >
            {tab === 'overview' && <ReviewOverview editor={editor} onGoTo={goTo} />}
            {tab === 'criteria' && <ReviewCriteria editor={editor} onGoTo={goTo} />}
            {tab === 'tasks' && <ReviewTasks editor={editor} onGoTo={goTo} />}
            {tab === 'units' && <ReviewUnits units={plan.units} onGoTo={goTo} />}
            {tab === 'goals' && <ReviewGoals goals={plan.goals} onGoTo={goTo} />}
            {tab === 'findings' &&
              (plan.findings.length === 0 ? (
                <p>{reading.review.noFindings}</p>
              ) : (
                <FindingList
                  findings={plan.findings}
                  onApply={isOpen ? applyFinding : undefined}
                  onGoTo={(finding) => goTo(finding.place)}
                />
              ))}
            {tab === 'unplaced' && <ReviewUnplaced unplaced={plan.unplaced} onGoTo={goTo} />}
          </ReviewTabs>
        </section>
      </div>
      {isConfirming && <ConfirmDialog draft={draft} onClose={() => setConfirming(false)} />}
    </>
  );
}
