import type { Deadline } from '#core/deadlines/deadline.ts';
import type { Hundredths } from '#core/points.ts';
import type { Format, Place, SourceNote } from './blocks.ts';

/** A value of the header with the place it was read from; blank in the source ("Số:   /KH-UBND") means undefined. */
export type DocumentHeader = {
  format: Format;
  /** "ỦY BAN NHÂN DÂN PHƯỜNG …", as far as the document says. */
  issuer?: string;
  /** The unit's own name, e.g. "phường Hồ Sen". */
  unitName?: string;
  number?: string;
  /** The symbol after the number, e.g. "KH-UBND". */
  symbol?: string;
  issuedAt?: string;
  issuedOn?: string;
  /** "KẾ HOẠCH". */
  kind?: string;
  subject?: string;
  /** The year the plan is for. */
  year?: number;
  legalBasis: string[];
  recipients: string[];
  signature: { capacity: string[]; name?: string };
  /** Title of the annex and what stands under it. */
  annexTitle?: string;
  places: Record<string, Place>;
  notes: SourceNote[];
};

export type OwnerRole = 'lead' | 'coordinate' | 'monitor';

/** A department that answers for a criterion or task. `inheritedFrom` is the code (or section) it came down from. */
export type Owner = { name: string; inheritedFrom?: string; role?: OwnerRole };

export type Level = 1 | 2 | 3;

/** Who gives the points of a leaf: read from the words of the criterion, for the user to confirm. */
export type ScoredBy = 'self' | 'survey' | 'bonus' | 'penalty';

export type CriterionReading = {
  /** Full code in its tree: "VII.3.1". */
  code: string;
  title: string;
  /** 1 field (lĩnh vực), 2 criterion (tiêu chí), 3 component (tiêu chí thành phần). */
  level: Level;
  parentCode?: string;
  isLeaf: boolean;
  maxPoints: Hundredths;
  lastPoints?: Hundredths;
  targetPoints?: Hundredths;
  units: Owner[];
  /** What its own responsibility cell says, untouched; "" when empty. */
  ownerWords: string;
  /** How the leaf is scored; of a parent, the source all its leaves share, else "self". */
  source: ScoredBy;
  place: Place;
};

export type TaskReading = {
  /** Stable within one reading: "2.1/3" is the third task of section 2.1. */
  key: string;
  section: string;
  sectionTitle: string;
  text: string;
  deadline: Deadline;
  /** Where the deadline stands when it is not the task's own text (a completion-time line). */
  deadlinePlace?: Place;
  units: Owner[];
  /** Codes of the fields its section's title names: "I", "IV". */
  criteria: string[];
  place: Place;
};

export type UnitReading = {
  name: string;
  /** Other spellings found for it. */
  spellings: string[];
  /** Sections it leads: "2.1", and those of which it leads a part: "2.5". */
  leads: string[];
  leadsPartOf: string[];
  duties: { text: string; place: Place }[];
  place: Place;
};

export type GoalReading = { kind: 'purpose' | 'requirement'; text: string; place: Place };

export type Unplaced = { text: string; reason: UnplacedReason; place: Place };
export type UnplacedReason =
  | 'no_heading'
  | 'no_number'
  | 'no_points'
  | 'not_understood'
  | 'duplicate_code'
  | 'no_parent'
  | 'too_deep';

/**
 * One value of a reading put right by a person: which thing, which property, what it becomes.
 * `subject` is a criterion's code, a task's key, or "document".
 */
export type Correction = {
  target: 'criterion' | 'task' | 'document' | 'unit';
  subject: string;
  property: string;
  value: unknown;
  /** What was read, kept with the correction so that it can be shown and put back. */
  before?: unknown;
};

export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Something the checks noticed. `params` feed the sentence of its kind (web/words and CLI): what was
 * found, why it matters. A suggestion is never applied on its own.
 */
export type Finding = {
  kind: FindingKind;
  severity: Severity;
  /** Code, task key, unit name or "document". */
  subject: string;
  place?: Place;
  params: Record<string, string | number | string[]>;
  suggestion?: Correction[];
};

export const FINDING_KINDS = [
  'sum_differs',
  'total_differs',
  'total_not_hundred',
  'score_above_max',
  'target_above_max',
  'target_below_last',
  'negative_score',
  'target_equals_max',
  'leaf_without_owner',
  'owner_unknown',
  'owner_disagrees',
  'survey_owner_disagrees',
  'two_spellings',
  'ocr_slip',
  'row_joined',
  'duplicate_code',
  'code_gap',
  'parent_missing',
  'task_without_deadline',
  'deadline_not_understood',
  'deadline_governed',
  'deadline_outside_year',
  'task_without_owner',
  'task_without_criterion',
  'lost_points_without_task',
  'blank_number',
  'no_criteria',
  'unplaced_text',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** The plan as it was read, before anyone corrected it. Plain JSON. */
export type PlanReading = {
  document: DocumentHeader;
  criteria: CriterionReading[];
  tasks: TaskReading[];
  units: UnitReading[];
  goals: GoalReading[];
  /** The total row as printed, when there is one. */
  statedTotal?: { maxPoints?: Hundredths; lastPoints?: Hundredths; targetPoints?: Hundredths; place: Place };
  /** Rows cut by a page or a hard wrap that were put together again: what was added to which row. */
  joinedRows?: { code: string; text: string; place: Place }[];
  /** Columns of the annex that the plan has no use for, by their headings. */
  ignoredColumns?: string[];
  findings: Finding[];
  unplaced: Unplaced[];
};
