import type { ColumnType, Generated } from 'kysely';
import type { CrosswalkEntry } from '#core/criteria/crosswalk.ts';
import type { DocumentMetadata, ReceivedFile, Signature } from '#core/evidence/evidence.ts';
import type { EvidenceKind, EvidenceStatus, EvidenceTarget } from '#core/evidence/evidence-words.ts';
import type { Register, Snapshot, Values } from '#core/registers/register.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import type { LeafEntry } from '#core/scoring/leaf-score.ts';
import type { Rule } from '#core/scoring/rule.ts';
import type { Json, JsonWithDefault, Moment, MomentWithDefault } from './column-types.ts';

type RegisterTable = {
  unit_id: string;
  key: string;
  definition: Json<Register>;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
  ended_at: Moment | null;
};

type RegisterRowTable = {
  unit_id: string;
  id: string;
  register_key: string;
  year: number;
  happened_on: string | null;
  department_id: string | null;
  values: Json<Values>;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
  updated_by: string;
  updated_at: MomentWithDefault;
  removed_at: Moment | null;
};

type RegisterSnapshotTable = {
  unit_id: string;
  id: string;
  register_key: string;
  year: number;
  period: string;
  rows: number;
  quantities: Json<Snapshot['quantities']>;
  taken_by: string;
  taken_at: MomentWithDefault;
};

type LeafRuleTable = {
  unit_id: string;
  criterion_id: string;
  version: number;
  rule: Json<Rule>;
  reason: string;
  changed_by: string;
  changed_at: MomentWithDefault;
};

type LeafEntryTable = {
  unit_id: string;
  plan_id: string;
  criterion_id: string;
  quantities: JsonWithDefault<LeafEntry['quantities']>;
  points: number | null;
  is_not_applicable: Generated<boolean>;
  reason: Generated<string>;
  version: Generated<number>;
  changed_by: string;
  changed_at: MomentWithDefault;
};

type LeafScoreTable = {
  unit_id: string;
  plan_id: string;
  criterion_id: string;
  points: number | null;
  evaluation: Json<Evaluation>;
  as_of: string;
  computed_at: MomentWithDefault;
};

type UploadTable = {
  unit_id: string;
  id: string;
  file_name: string;
  size: number;
  received: Generated<number>;
  status: Generated<'open' | 'received' | 'used' | 'refused'>;
  findings: ColumnType<ReceivedFile | null, string | null | undefined, string | null>;
  created_by: string;
  created_at: MomentWithDefault;
  updated_at: MomentWithDefault;
};

type StoredFileTable = {
  unit_id: string;
  sha256: string;
  size: number;
  media_type: string;
  created_by: string;
  created_at: MomentWithDefault;
};

type EvidenceTable = {
  unit_id: string;
  id: string;
  year: number;
  kind: EvidenceKind;
  title: string;
  text: Generated<string>;
  file_name: string | null;
  sha256: string | null;
  metadata: JsonWithDefault<DocumentMetadata>;
  signatures: JsonWithDefault<Signature[]>;
  effective_on: string | null;
  department_id: string | null;
  status: Generated<EvidenceStatus>;
  decision_reason: Generated<string>;
  decided_by: string | null;
  decided_at: Moment | null;
  replaces_id: string | null;
  replaced_by_id: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
  removed_at: Moment | null;
};

type EvidenceLinkTable = {
  unit_id: string;
  id: string;
  evidence_id: string;
  target: EvidenceTarget;
  target_id: string;
  page: number | null;
  section: Generated<string>;
  note: Generated<string>;
  created_by: string;
  created_at: MomentWithDefault;
};

type CrosswalkTable = {
  unit_id: string;
  id: string;
  from_plan_id: string;
  to_plan_id: string;
  entries: Json<CrosswalkEntry[]>;
  status: Generated<'proposed' | 'applied'>;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
  applied_by: string | null;
  applied_at: Moment | null;
};

export type ProofTables = {
  crosswalk: CrosswalkTable;
  evidence_link: EvidenceLinkTable;
  evidence: EvidenceTable;
  leaf_entry: LeafEntryTable;
  leaf_rule: LeafRuleTable;
  leaf_score: LeafScoreTable;
  register_row: RegisterRowTable;
  register_snapshot: RegisterSnapshotTable;
  register: RegisterTable;
  stored_file: StoredFileTable;
  upload: UploadTable;
};
