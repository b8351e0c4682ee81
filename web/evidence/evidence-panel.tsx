import { useQuery } from '@tanstack/react-query';
import { FilePlus2, Link2 } from 'lucide-react';
import { useState } from 'react';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import type { Completeness, Evidence } from '#core/evidence/evidence.ts';
import type { EvidenceKind } from '#core/evidence/evidence-words.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { Section } from '#web/ui/page-header.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { AddEvidence } from './add-dialog.tsx';
import { ownersOf } from './evidence-owners.ts';
import { LinkEvidence } from './link-dialog.tsx';
import styles from './panel.module.css';
import { PanelItem } from './panel-item.tsx';
import {
  completenessQuery,
  evidenceListQuery,
  evidenceOfCriterionQuery,
  evidenceOfRowQuery,
} from './queries.ts';
import type { EvidenceTargetNamed } from './target-fields.tsx';

type EvidencePanelProps = {
  target: 'criterion' | 'task';
  targetId: string;
  /** The code of a leaf; a task has none. */
  code?: string | undefined;
  title: string;
  owners: readonly OwnerOf[];
  /** The evidence the rule asks for, in words. */
  asked?: readonly string[] | undefined;
};

/** What proves a leaf or a task, and what is still missing. */
export function EvidencePanel({ target, targetId, code, title, owners, asked = [] }: EvidencePanelProps) {
  const { panel } = useWords().evidence;
  const ofLeaf = useQuery({ ...evidenceOfCriterionQuery(code ?? ''), enabled: code !== undefined });
  const ofAll = useQuery({ ...evidenceListQuery, enabled: code === undefined });
  const { data, error } = code === undefined ? ofAll : ofLeaf;
  const complete = useQuery({ ...completenessQuery, enabled: code !== undefined }).data?.find(
    ({ criterionId }) => criterionId === targetId,
  );
  const named = { target, targetId, title: code === undefined ? title : `${code} ${title}` };
  const [adding, setAdding] = useState<EvidenceKind | undefined>(undefined);
  return (
    <Section
      title={panel.title}
      lead={complete && <CompleteWords complete={complete} />}
      actions={<AddActions target={named} owners={owners} onAdd={() => setAdding('document')} />}
    >
      <div className={styles.panel}>
        {asked.length > 0 && (
          <div>
            <p className={styles.soft}>{panel.asked}</p>
            <ul className={styles.asked}>
              {asked.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        )}
        {complete?.state === 'needs_explanation' && (
          <div className={styles.call} role="status">
            <p>{panel.needs}</p>
            <span className={styles.actions}>
              {panel.needsNext}
              <PermittedButton
                action="evidence.add"
                owners={owners}
                size="small"
                onClick={() => setAdding('explanation')}
              >
                {panel.explain}
              </PermittedButton>
            </span>
          </div>
        )}
        <EvidenceItems
          targetId={targetId}
          all={data}
          error={error}
          none={target === 'task' ? panel.noneTask : panel.noneLeaf}
        />
      </div>
      {adding && <AddEvidence for={named} kind={adding} onClose={() => setAdding(undefined)} />}
    </Section>
  );
}

/** The same for one row of a register. */
export function RowEvidence({ rowId, title }: { rowId: string; title: string }) {
  const { panel } = useWords().evidence;
  const owners = ownersOf(useMe());
  const { data, error } = useQuery(evidenceOfRowQuery(rowId));
  const [isAdding, setAdding] = useState(false);
  const target = { target: 'register_row' as const, targetId: rowId, title };
  return (
    <div className={styles.panel}>
      <span className={styles.actions}>
        <AddActions target={target} owners={owners} onAdd={() => setAdding(true)} />
      </span>
      <EvidenceItems targetId={rowId} all={data} error={error} none={panel.noneRow} />
      {isAdding && <AddEvidence for={target} onClose={() => setAdding(false)} />}
    </div>
  );
}

function CompleteWords({ complete: { asked, given, accepted, state } }: { complete: Completeness }) {
  const { panel } = useWords().evidence;
  const count =
    asked > 0 ? panel.completeness(given, asked, accepted) : panel.completenessFree(given, accepted);
  return <>{`${panel.states[state]} · ${count}`}</>;
}

type AddActionsProps = { target: EvidenceTargetNamed; owners: readonly OwnerOf[]; onAdd: () => void };

function AddActions({ target, owners, onAdd }: AddActionsProps) {
  const { panel } = useWords().evidence;
  const [isLinking, setLinking] = useState(false);
  const permitted = { action: 'evidence.add', owners } as const;
  return (
    <>
      <PermittedButton {...permitted} icon={<Link2 aria-hidden />} onClick={() => setLinking(true)}>
        {panel.linkExisting}
      </PermittedButton>
      <PermittedButton {...permitted} icon={<FilePlus2 aria-hidden />} onClick={onAdd}>
        {panel.add}
      </PermittedButton>
      {isLinking && <LinkEvidence target={target} onClose={() => setLinking(false)} />}
    </>
  );
}

type EvidenceItemsProps = {
  targetId: string;
  all: readonly Evidence[] | undefined;
  error: unknown;
  none: string;
};

function EvidenceItems({ targetId, all, error, none }: EvidenceItemsProps) {
  const { panel } = useWords().evidence;
  const sentenceOf = useSentenceOf();
  if (!all)
    return error ? (
      <p role="alert" className={styles.warning}>
        {panel.notRead} {sentenceOf(error)}
      </p>
    ) : (
      <Waiting label={panel.title} />
    );
  const linked = all.flatMap((evidence) => {
    const link = evidence.links.find((each) => each.targetId === targetId);
    return link ? [{ evidence, link }] : [];
  });
  if (linked.length === 0) return <p className={styles.soft}>{none}</p>;
  return (
    <ul className={styles.list}>
      {linked.map(({ evidence, link }) => (
        <PanelItem key={link.id} evidence={evidence} link={link} />
      ))}
    </ul>
  );
}
