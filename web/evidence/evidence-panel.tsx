import type { EvidenceTarget } from '#core/evidence/evidence-words.ts';

export type EvidencePanelProps = {
  target: Exclude<EvidenceTarget, 'register_row'>;
  targetId: string;
  /** The code of a leaf; a task has none. */
  code?: string | undefined;
  title: string;
  /** The evidence the rule asks for, in words. */
  asked?: readonly string[] | undefined;
};

/** What proves a leaf or a task. */
export function EvidencePanel({ title }: EvidencePanelProps) {
  return <p>{title}</p>;
}

/** The same for one row of a register. */
export function RowEvidence({ title }: { rowId: string; title: string }) {
  return <p>{title}</p>;
}
