import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, List } from 'lucide-react';
import { useState } from 'react';
import type { AssessmentPage, ClaimLeaf } from '#core/assessments/assessment-page.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { AlsoHere } from '#web/shell/also-here.tsx';
import { usePageKeys } from '#web/shell/shortcut-keys.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { assessmentApi } from './assessment-api.ts';
import styles from './assessments.module.css';
import { BonusSection } from './bonus-section.tsx';
import { ClaimContentView } from './claim-content.tsx';
import { ClaimRemarks, ClaimStatus, ProofWords } from './claim-words.tsx';
import { filterRows, isReady, neighboursOf } from './filter-rows.ts';
import { OfferedButton } from './offered-button.tsx';
import { assessmentQuery, claimLeafQuery } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useMove } from './use-move.ts';

const route = getRouteApi('/inside/assessment/$code');

/** One leaf: what is claimed on the left, what to do with it on the right; J and K go through the list. */
export function LeafPage() {
  const search = route.useSearch();
  const { code } = route.useParams();
  const page = useSuspenseQuery(assessmentQuery(search.campaign)).data;
  const campaign = page.campaign?.id ?? '';
  const leaf = useSuspenseQuery(claimLeafQuery(campaign, code)).data;
  return <Leaf key={code} leaf={leaf} page={page} campaign={campaign} />;
}

type LeafProps = { leaf: ClaimLeaf; page: AssessmentPage; campaign: string };

function Leaf({ leaf, page, campaign }: LeafProps) {
  const { assessments: words } = useWords();
  const sentenceOf = useSentenceOf();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<'accept' | 'return' | undefined>(undefined);
  const { isBusy, run } = useMove();
  const { row, now, declared } = leaf;
  const { previous, next } = neighboursOf(filterRows(page.rows, search), row.code);
  const goTo = (code: string | undefined) =>
    code === undefined ? undefined : () => void navigate({ params: { code }, search });
  const accept = () => {
    const { version, fingerprint: judged } = row;
    void run(() =>
      assessmentApi.accept(campaign, row.code, { version, judged }).then(() => words.done.accept),
    );
  };
  usePageKeys({
    j: goTo(next),
    k: goTo(previous),
    a: isReady(row, 'accept') ? accept : undefined,
    r: isReady(row, 'return') ? () => setOpen('return') : undefined,
  });
  const send = {
    declare: () => void run(() => assessmentApi.declare(campaign, row).then(() => words.done.declare)),
    take_back: () => void run(() => assessmentApi.takeBack(campaign, row).then(() => words.done.take_back)),
    accept,
    return: () => setOpen('return'),
  };
  const close = () => setOpen(undefined);
  return (
    <div className={styles.leaf}>
      <PageHeader
        title={`${row.code} ${row.title}`}
        tabTitle={row.code}
        lead={leaf.above.map(({ code, title }) => `${code} ${title}`).join(' › ')}
        actions={
          <>
            <ButtonLink to={paths.assessment} search={search} icon={<List aria-hidden />}>
              {words.leaf.back}
            </ButtonLink>
            <Button icon={<ArrowLeft aria-hidden />} disabled={!previous} onClick={goTo(previous)}>
              {words.leaf.previous}
            </Button>
            <Button icon={<ArrowRight aria-hidden />} disabled={!next} onClick={goTo(next)}>
              {words.leaf.next}
            </Button>
          </>
        }
      />
      <AlsoHere subject={`claim:${row.code}`} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Section title={row.isChangedSince ? words.leaf.now : words.leaf.claim}>
            <ClaimContentView content={now} row={row} isLive />
          </Section>
          {row.isChangedSince && declared && (
            <Section title={words.leaf.declaredAs(row.declaredBy ?? '', printMoment(row.declaredAt ?? ''))}>
              <ClaimContentView content={declared} row={row} />
            </Section>
          )}
          {(row.scoredBy === 'bonus' || row.scoredBy === 'penalty') && (
            <BonusSection leaf={leaf} campaign={campaign} />
          )}
        </div>
        <div className={styles.side}>
          <Section title={words.leaf.action} lead={words.leaf.keys}>
            <div className={styles.stack}>
              <ClaimStatus row={row} />
              <ClaimRemarks row={row} />
              {row.isClaimed && row.proof !== 'nothing_claimed' && <ProofWords row={row} />}
              <div className={styles.buttons}>
                {row.moves.map((offered) => (
                  <OfferedButton
                    key={offered.move}
                    offered={offered}
                    kind={offered.move === 'accept' || offered.move === 'declare' ? 'primary' : 'plain'}
                    isBusy={isBusy}
                    onClick={send[offered.move as keyof typeof send]}
                  />
                ))}
                {isReady(row, 'accept') && (
                  <Button onClick={() => setOpen('accept')}>{words.accept.lower}</Button>
                )}
              </div>
              {row.moves.map(
                ({ move, refusal }) =>
                  refusal?.kind === 'need_unmet' && (
                    <p key={move} className={styles.soft}>
                      {sentenceOf(refusal)}
                    </p>
                  ),
              )}
              <p className={styles.soft}>
                {words.leaf.owners}: {row.owners.map(({ name }) => name).join(', ') || words.unassigned}
              </p>
            </div>
          </Section>
          <History leaf={leaf} />
        </div>
      </div>
      {open === 'accept' && <AcceptDialog row={row} campaign={campaign} onClose={close} />}
      {open === 'return' && (
        <ReasonDialog
          title={words.moves.return}
          kept={words.done.return}
          isReasonAsked
          send={(reason) => assessmentApi.giveBack(campaign, row.code, { version: row.version, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}

function History({ leaf: { history } }: { leaf: ClaimLeaf }) {
  const { assessments: words } = useWords();
  return (
    <Section title={words.leaf.history}>
      {history.length === 0 && <p className={styles.soft}>{words.leaf.noHistory}</p>}
      <ol className={styles.plain}>
        {history.map(({ id, move, movedBy, movedAt, reason }) => (
          <li key={id}>
            {words.done[move as keyof typeof words.done]}
            <span className={styles.soft}> {words.leaf.by(movedBy, printMoment(movedAt))}</span>
            {reason !== '' && <span className={styles.remark}>{reason}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
