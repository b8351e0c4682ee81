import { ancestorCodes, codeLevel, parentCode, printRoman, readRoman } from '#core/criteria/code.ts';
import { arrangeTree, BY_CODE, compareSums } from '#core/criteria/tree.ts';
import { type Hundredths, sumPoints } from '#core/points.ts';
import type { CriterionReading, Finding, PlanReading } from './plan-reading.ts';

export type UncheckedReading = Omit<PlanReading, 'findings'>;

const COLUMNS = ['maxPoints', 'lastPoints', 'targetPoints'] as const;

const FULL_SCALE: Hundredths = 10_000;

/**
 * Arithmetic and bounds of the annex: every parent the exact sum of its children, the total row the
 * sum of the fields, scores and targets within their maximum (domain model, Annex B, checks after import).
 */
export function checkSums(reading: UncheckedReading): Finding[] {
  const { criteria } = reading;
  if (criteria.length === 0)
    return [{ kind: 'no_criteria', severity: 'error', subject: 'document', params: {} }];
  const tree = arrangeTree(criteria, BY_CODE);
  return [
    ...COLUMNS.flatMap((column) =>
      compareSums(tree, (row) => row[column]).map(
        ({ row, written, sum, difference }): Finding => ({
          kind: 'sum_differs',
          severity: 'error',
          subject: row.code,
          place: row.place,
          params: { column, title: row.title, written, sum, difference },
          suggestion: [{ target: 'criterion', subject: row.code, property: column, value: sum }],
        }),
      ),
    ),
    ...checkTotal(reading),
    ...criteria.flatMap(checkBounds),
    ...checkTargets(criteria),
    ...checkCodes(criteria),
    ...tree.orphans.map((position): Finding => {
      const { code, title, place } = criteria[position]!;
      const params = { title, parent: parentCode(code) ?? '' };
      return { kind: 'parent_missing', severity: 'error', subject: code, place, params };
    }),
  ];
}

function checkTotal({ criteria, statedTotal }: UncheckedReading): Finding[] {
  const fields = criteria.filter((row) => parentCode(row.code) === undefined);
  const findings: Finding[] = [];
  for (const column of COLUMNS) {
    const stated = statedTotal?.[column];
    const points = fields.map((row) => row[column]);
    if (stated === undefined || points.some((each) => each === undefined)) continue;
    const sum = sumPoints(points as Hundredths[]);
    if (sum === stated) continue;
    findings.push({
      kind: 'total_differs',
      severity: 'error',
      subject: 'document',
      ...(statedTotal && { place: statedTotal.place }),
      params: { column, written: stated, sum, difference: stated - sum },
    });
  }
  const max = sumPoints(fields.map((row) => row.maxPoints));
  const bonus = sumPoints(
    criteria.filter((row) => row.isLeaf && row.source === 'bonus').map((row) => row.maxPoints),
  );
  if (max !== FULL_SCALE && max - bonus !== FULL_SCALE) {
    findings.push({
      kind: 'total_not_hundred',
      severity: 'warning',
      subject: 'document',
      params: { sum: max },
    });
  }
  return findings;
}

function checkBounds(row: CriterionReading): Finding[] {
  const { code: subject, place, title, maxPoints, lastPoints, targetPoints } = row;
  const found = (
    kind: Finding['kind'],
    severity: Finding['severity'],
    params: Finding['params'],
  ): Finding => ({
    kind,
    severity,
    subject,
    place,
    params: { title, ...params },
  });
  const findings: Finding[] = [];
  if (lastPoints !== undefined && lastPoints > maxPoints) {
    findings.push(found('score_above_max', 'error', { lastPoints, maxPoints }));
  }
  if (targetPoints !== undefined && targetPoints > maxPoints) {
    findings.push(found('target_above_max', 'error', { targetPoints, maxPoints }));
  }
  if (targetPoints !== undefined && lastPoints !== undefined && targetPoints < lastPoints) {
    findings.push(found('target_below_last', 'warning', { targetPoints, lastPoints }));
  }
  for (const column of ['lastPoints', 'targetPoints'] as const) {
    const points = row[column];
    if (points !== undefined && points < 0 && row.source !== 'penalty') {
      findings.push(found('negative_score', 'error', { column, points }));
    }
  }
  return findings;
}

/** A target that equals the maximum on every row says nothing: reported once for the document. */
function checkTargets(criteria: readonly CriterionReading[]): Finding[] {
  const targeted = criteria.filter((row) => row.targetPoints !== undefined);
  if (targeted.length === 0 || targeted.some((row) => row.targetPoints !== row.maxPoints)) return [];
  const below = targeted.filter((row) => row.isLeaf && (row.lastPoints ?? row.maxPoints) < row.maxPoints);
  return [
    {
      kind: 'target_equals_max',
      severity: 'warning',
      subject: 'document',
      params: { rows: targeted.length, leavesBelow: below.length },
    },
  ];
}

/** Codes that stand twice, and numbers left out in a run of siblings ("1, 2, 4"). */
function checkCodes(criteria: readonly CriterionReading[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, CriterionReading>();
  const siblings = new Map<string, CriterionReading[]>();
  for (const row of criteria) {
    if (seen.has(row.code)) {
      findings.push({
        kind: 'duplicate_code',
        severity: 'error',
        subject: row.code,
        place: row.place,
        params: { title: row.title, first: seen.get(row.code)!.title },
      });
      continue;
    }
    seen.set(row.code, row);
    const parent = parentCode(row.code) ?? '';
    siblings.set(parent, [...(siblings.get(parent) ?? []), row]);
  }
  for (const [parent, rows] of siblings) {
    const missing = missingCodes(parent, rows);
    if (missing.length === 0) continue;
    findings.push({
      kind: 'code_gap',
      severity: 'warning',
      subject: parent || 'document',
      place: rows[0]!.place,
      params: { missing, parent },
    });
  }
  return findings;
}

function missingCodes(parent: string, rows: readonly CriterionReading[]): string[] {
  const lastParts = rows.map((row) => (parent ? row.code.slice(parent.length + 1) : row.code));
  const isFigures = lastParts.every((part) => /^\d+$/u.test(part));
  const numbers = lastParts.map((part) => (isFigures ? Number(part) : readRoman(part)));
  if (numbers.some((number) => number === undefined || !Number.isFinite(number))) return [];
  const present = new Set(numbers as number[]);
  const highest = Math.max(...present);
  // A run that reaches far beyond its rows is another way of numbering, not a gap.
  if (highest > rows.length * 2 + 2) return [];
  return Array.from({ length: highest }, (_each, index) => index + 1)
    .filter((number) => !present.has(number))
    .map((number) => (parent ? `${parent}.` : '') + (isFigures ? String(number) : printRoman(number)));
}

/** The field a code belongs to: "VII.3.1" → "VII". */
export function fieldOf(code: string): string {
  return codeLevel(code) === 1 ? code : (ancestorCodes(code).at(-1) ?? code);
}
