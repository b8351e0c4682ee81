import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { FileCheck, FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Completeness } from '#core/evidence/evidence.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton, useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery } from '#web/queries.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import { AddEvidence } from './add-dialog.tsx';
import { evidenceApi } from './api.ts';
import { CompletenessByField, CompletenessByLeaf } from './completeness-view.tsx';
import styles from './evidence.module.css';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidenceCards, EvidenceTable } from './evidence-list.tsx';
import { ownersOf } from './evidence-owners.ts';
import type { EvidenceSearch } from './evidence-search.ts';
import { filterEvidence } from './filter-evidence.ts';
import { completenessQuery, evidenceListQuery } from './queries.ts';

/** All evidence of the year, what still needs explaining, and how complete each field is. */
export function EvidencePage() {
  const me = useMe();
  const { list } = useWords().evidence;
  if (me.hasPlan) return <EvidenceOfYear />;
  return (
    <EmptyState
      fills="page"
      icon={<FileCheck aria-hidden />}
      title={list.noPlan}
      actions={
        <ButtonLink to={paths.import} kind="primary">
          {list.importPlan}
        </ButtonLink>
      }
    >
      {list.noPlanWhy}
    </EmptyState>
  );
}

function EvidenceOfYear() {
  const me = useMe();
  const { list, tab } = useWords().evidence;
  const all = useSuspenseQuery(evidenceListQuery).data;
  const leaves = useSuspenseQuery(completenessQuery).data;
  const rows = useSuspenseQuery(criteriaQuery).data;
  const [view, setView] = useState<'document' | 'leaf'>('document');
  const [isAdding, setAdding] = useState(false);
  const titleByCode = new Map(rows.map(({ code, title }) => [code, title]));
  const needing = leaves.filter(({ state }) => state === 'needs_explanation');
  const isClaimed = leaves.some(({ state }) => state !== 'nothing_claimed');
  const waiting = all.filter(({ status }) => status === 'waiting').length;
  const year = me.planYear ?? Number(me.today.slice(0, 4));
  return (
    <>
      <PageHeader
        title={list.finding(all.length, waiting, needing.length)}
        tabTitle={tab}
        lead={list.lead(year)}
        actions={
          <>
            <DossierButton />
            <AddButton onClick={() => setAdding(true)} />
          </>
        }
      />
      {isClaimed && (
        <div className={styles.sums}>
          <NeedsExplanation needing={needing} titleByCode={titleByCode} />
          <Section title={list.byField}>
            <CompletenessByField leaves={leaves} />
          </Section>
        </div>
      )}
      <fieldset className={styles.views}>
        <legend className={styles.legend}>{list.views}</legend>
        <Button aria-pressed={view === 'document'} onClick={() => setView('document')}>
          {list.byDocument}
        </Button>
        <Button aria-pressed={view === 'leaf'} onClick={() => setView('leaf')}>
          {list.byLeaf}
        </Button>
      </fieldset>
      {view === 'document' ? (
        <ByDocument onAdd={() => setAdding(true)} />
      ) : (
        <CompletenessByLeaf leaves={leaves} titleByCode={titleByCode} />
      )}
      {isAdding && <AddEvidence onClose={() => setAdding(false)} />}
    </>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  const me = useMe();
  const { panel } = useWords().evidence;
  return (
    <PermittedButton
      action="evidence.add"
      // The own department answers: what is added here may be linked to any of its criteria.
      owners={ownersOf(me)}
      kind="primary"
      icon={<Plus aria-hidden />}
      onClick={onClick}
    >
      {panel.add}
    </PermittedButton>
  );
}

function DossierButton() {
  const { list } = useWords().evidence;
  const refusal = useRefusal('dossier.export');
  if (refusal !== undefined)
    return (
      <PermittedButton action="dossier.export" icon={<FileDown aria-hidden />}>
        {list.export}
      </PermittedButton>
    );
  return (
    <a href={evidenceApi.dossier} download title={list.exportHint} className={buttonClass({})}>
      <FileDown aria-hidden />
      {list.export}
    </a>
  );
}

function ByDocument({ onAdd }: { onAdd: () => void }) {
  const { list } = useWords().evidence;
  const search = useSearch({ strict: false }) as EvidenceSearch;
  const all = useSuspenseQuery(evidenceListQuery).data;
  const leaves = useSuspenseQuery(completenessQuery).data;
  const isNarrow = useIsNarrow();
  const found = filterEvidence(all, search);
  const fields = [...new Set(leaves.map(({ code }) => code.split('.')[0] ?? code))];
  if (all.length === 0)
    return (
      <EmptyState icon={<FileCheck aria-hidden />} title={list.empty} actions={<AddButton onClick={onAdd} />}>
        {list.emptyWhy}
      </EmptyState>
    );
  return (
    <>
      <EvidenceFilters search={search} fields={fields} shown={found.length} all={all.length} />
      {found.length === 0 ? (
        <EmptyState title={list.none}>{list.noneWhy}</EmptyState>
      ) : isNarrow ? (
        <EvidenceCards found={found} />
      ) : (
        <EvidenceTable found={found} />
      )}
    </>
  );
}

const NEEDING_SHOWN = 6;

/** The leaves that claim points with nothing behind them: they come first, for the appraiser asks there first. */
function NeedsExplanation({
  needing,
  titleByCode,
}: {
  needing: readonly Completeness[];
  titleByCode: ReadonlyMap<string, string>;
}) {
  const { list, panel } = useWords().evidence;
  const [explained, setExplained] = useState<Completeness | undefined>(undefined);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? needing : needing.slice(0, NEEDING_SHOWN);
  return (
    <Section title={list.needs} lead={needing.length > 0 ? list.needsLead : list.needsNone}>
      <ul className={styles.needs}>
        {shown.map((leaf) => (
          <li key={leaf.criterionId}>
            <Link to={paths.criterion} params={{ code: leaf.code }}>
              {leaf.code} {titleByCode.get(leaf.code)}
            </Link>
            <Button
              kind="quiet"
              size="small"
              aria-label={`${panel.explain}: ${leaf.code}`}
              onClick={() => setExplained(leaf)}
            >
              {panel.explain}
            </Button>
          </li>
        ))}
      </ul>
      {needing.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
          {list.needsMore(needing.length - shown.length)}
        </Button>
      )}
      {explained && (
        <AddEvidence
          for={{
            target: 'criterion',
            targetId: explained.criterionId,
            title: `${explained.code} ${titleByCode.get(explained.code) ?? ''}`,
          }}
          kind="explanation"
          onClose={() => setExplained(undefined)}
        />
      )}
    </Section>
  );
}
