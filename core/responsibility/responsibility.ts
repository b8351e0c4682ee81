import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { type CustodyMove, HOLDERS } from '#core/plans/custody.ts';
import { splitLateness } from './lateness.ts';

/** How the days of a list are counted and shared out: all of them, or working days only. */
export const BASES = ['calendar', 'working'] as const;
export type Basis = (typeof BASES)[number];

/** One late piece of work, or one late occurrence of steady work, as the list of section III.1 tells it. */
export const responsibilityLineSchema = z.object({
  taskId: z.uuid(),
  key: z.string(),
  section: z.string(),
  text: z.string(),
  leadName: z.string().describe('the department in charge; "" where the plan names none'),
  ownerNames: z.array(z.string()),
  ownerIds: z.array(z.uuid()).describe('every department answering for the task, whatever its role'),
  originalDueOn: daySchema,
  dueOn: daySchema.describe('the original day, or the one an extension gave'),
  extension: z.string().nullable().describe('the document that allowed the extension, in words'),
  finishedOn: daySchema.nullable(),
  daysLate: z.int(),
  workingDaysLate: z.int(),
  shares: z.array(z.object({ holder: z.enum(HOLDERS), name: z.string().nullable(), days: z.int() })),
  explanation: z
    .object({ text: z.string(), byName: z.string(), byId: z.string(), at: z.string() })
    .nullable(),
  decision: z
    .object({ isAccepted: z.boolean(), reason: z.string(), byName: z.string(), at: z.string() })
    .nullable(),
  occurrence: z.string().describe('which month or quarter of steady work; "" for work that is done once'),
  version: z.int().describe('how many explanations and decisions there were so far'),
  occurrenceName: z.string().nullable().describe('which month or quarter of steady work, in words'),
});
export type ResponsibilityLine = z.infer<typeof responsibilityLineSchema>;

/** Which words they answer: the version of the line as it was read. */
const answeredSchema = z.object({ occurrence: z.string().max(40).default(''), version: z.int() });

export const explanationInputSchema = answeredSchema.extend({ text: z.string().trim().max(4000) });
export type ExplanationInput = z.infer<typeof explanationInputSchema>;

/** What a leader says of an explanation. Without one, the reason says why none was asked for. */
export const decisionInputSchema = answeredSchema.extend({
  isAccepted: z.boolean(),
  reason: z.string().trim().max(4000).default(''),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** A piece of work that may be late: a line without its days, and how the work changed hands. */
export type DatedWork = Omit<ResponsibilityLine, 'daysLate' | 'workingDaysLate' | 'shares'> & {
  moves: readonly CustodyMove[];
};

export type ExplanationRefusal =
  | { kind: 'not_late' }
  | { kind: 'text_needed'; field: 'text' }
  | { kind: 'explanation_decided' };
export type DecisionRefusal =
  | { kind: 'not_late' }
  | { kind: 'own_explanation' }
  | { kind: 'reason_needed'; field: 'reason'; because: 'not_accepted' | 'no_explanation' };

/**
 * The late work among the given, with its days split by who held it (core/responsibility/lateness.ts): by
 * department in charge, the latest first, then in the order of the plan. Open work is counted up to
 * today. With the basis `working`, what was late on days off only is not listed.
 */
export function listResponsibility(
  works: readonly DatedWork[],
  counting: { today: Day; isCounted: (day: Day) => boolean; basis: Basis },
): ResponsibilityLine[] {
  const { today, isCounted, basis } = counting;
  const lines = works.map(({ moves, ...work }): ResponsibilityLine => {
    const endedOn = work.finishedOn ?? today;
    const { days, counted, shares } = splitLateness({
      dueOn: work.dueOn,
      endedOn,
      moves,
      isCounted,
      basis,
    });
    return {
      ...work,
      daysLate: days,
      workingDaysLate: counted,
      shares: shares.map(({ holder, name, days: own }) => ({ holder, name, days: own })),
    };
  });
  return lines
    .filter(({ shares }) => shares.length > 0)
    .toSorted(
      (one, other) =>
        one.leadName.localeCompare(other.leadName, 'vi') ||
        other.daysLate - one.daysLate ||
        one.key.localeCompare(other.key, 'vi', { numeric: true }),
    );
}

/** What one department was late with: items, their days, and who held them, in days of the list's basis. */
export const departmentLatenessSchema = z.object({
  name: z.string(),
  items: z.int(),
  daysLate: z.int(),
  workingDaysLate: z.int(),
  heldByOwner: z.int(),
  heldByOthers: z.int(),
});
export type DepartmentLateness = z.infer<typeof departmentLatenessSchema>;

/** The lines added up by department in charge, the one with the most items first, of equal ones the later. */
export function sumByDepartment(lines: readonly ResponsibilityLine[]): DepartmentLateness[] {
  const sums = new Map<string, DepartmentLateness>();
  for (const line of lines) {
    const sum = sums.get(line.leadName) ?? {
      name: line.leadName,
      items: 0,
      daysLate: 0,
      workingDaysLate: 0,
      heldByOwner: 0,
      heldByOthers: 0,
    };
    sum.items += 1;
    sum.daysLate += line.daysLate;
    sum.workingDaysLate += line.workingDaysLate;
    for (const { holder, days } of line.shares) {
      if (holder === 'owner') sum.heldByOwner += days;
      else sum.heldByOthers += days;
    }
    sums.set(line.leadName, sum);
  }
  return [...sums.values()].toSorted(
    (one, other) => other.items - one.items || other.daysLate - one.daysLate,
  );
}

/** Refuses an explanation without words, of what is not late, or of what somebody has decided on. */
export function refuseExplanation(
  line: Pick<ResponsibilityLine, 'daysLate' | 'decision'>,
  input: Pick<ExplanationInput, 'text'>,
): ExplanationRefusal | undefined {
  if (line.daysLate === 0) return { kind: 'not_late' };
  if (line.decision !== null) return { kind: 'explanation_decided' };
  return input.text === '' ? { kind: 'text_needed', field: 'text' } : undefined;
}

/**
 * Refuses a decision on what is not late, by the person who gave the explanation, without a reason
 * where the explanation is not accepted, and without an explanation unless the reason says why none
 * was asked for. `explainedBy` is the member who explained, null where nobody has.
 */
export function refuseDecision(
  line: Pick<ResponsibilityLine, 'daysLate'> & { explainedBy: string | null },
  input: Pick<DecisionInput, 'isAccepted' | 'reason'>,
  decidedBy: string,
): DecisionRefusal | undefined {
  if (line.daysLate === 0) return { kind: 'not_late' };
  if (line.explainedBy === decidedBy) return { kind: 'own_explanation' };
  if (input.reason !== '') return undefined;
  if (line.explainedBy === null) return { kind: 'reason_needed', field: 'reason', because: 'no_explanation' };
  return input.isAccepted ? undefined : { kind: 'reason_needed', field: 'reason', because: 'not_accepted' };
}
