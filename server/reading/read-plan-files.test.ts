import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Task } from '#core/plans/task.ts';
import type { CriterionReading, PlanReading, TaskReading } from '#core/reading/plan-reading.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { annexWorkbook } from '#core/reports/annex-workbook.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';

const folder = new URL('../../../shared/plan/', import.meta.url);
const hasRealPlan = existsSync(folder);

async function readFile(bytes: Uint8Array, name: string): Promise<PlanReading> {
  const document = await readDocument(bytes, name);
  if (!('blocks' in document)) throw new Error(document.kind);
  return readPlan(document);
}

const realPlan = (format: string) =>
  readFile(readFileSync(new URL(`yen-hoa-2026.${format}`, folder)), `yen-hoa-2026.${format}`);

const saidOf = ({ place: _place, ...row }: CriterionReading) => row;
const workOf = ({ place: _place, deadlinePlace, ...task }: TaskReading) => ({
  ...task,
  isGoverned: deadlinePlace !== undefined,
});

describe.runIf(hasRealPlan)('the plan of the ward', () => {
  it('has the fields, sums, sources and owners counted by hand', async () => {
    const plan = await realPlan('txt');
    const leaves = plan.criteria.filter((row) => row.isLeaf);
    const count = (level: number) => plan.criteria.filter((row) => row.level === level).length;
    expect([count(1), count(2), count(3), plan.criteria.length, leaves.length]).toEqual([9, 48, 73, 130, 95]);
    expect(plan.statedTotal).toMatchObject({ maxPoints: 10_000, lastPoints: 9317, targetPoints: 10_000 });
    const fields = plan.criteria.filter((row) => row.level === 1);
    expect(fields.map((row) => [row.maxPoints, row.lastPoints])).toEqual([
      [1250, 1122],
      [800, 789],
      [1100, 1086],
      [800, 789],
      [1200, 1033],
      [1150, 1110],
      [1250, 1217],
      [1950, 1871],
      [500, 300],
    ]);
    const bySource = (source: string) => {
      const rows = leaves.filter((row) => row.source === source);
      return [rows.length, rows.reduce((sum, row) => sum + row.maxPoints, 0)];
    };
    expect(['self', 'survey', 'bonus', 'penalty'].map(bySource)).toEqual([
      [64, 6500],
      [29, 3000],
      [1, 500],
      [1, 0],
    ]);
    expect(leaves.filter((row) => row.units.length === 0).map((row) => row.code)).toEqual([
      ...['IV.4.1', 'IV.4.2', 'IV.4.3', 'VII.5.1', 'VII.5.2', 'VII.5.3'],
    ]);
    expect(leaves.filter((row) => row.units[0]?.inheritedFrom !== undefined)).toHaveLength(73);
    expect(plan.criteria.find((row) => row.code === 'I.8')?.units).toEqual([
      { name: 'Văn phòng HĐND - UBND', role: 'monitor' },
      { name: 'Các phòng, ban, đơn vị', role: 'lead' },
    ]);
    expect(plan.joinedRows).toMatchObject([{ code: 'VII.3.1', text: 'UBND phường' }]);
    expect(plan.unplaced).toEqual([]);
  });

  it('has 31 tasks with their deadlines, their leads and their fields', async () => {
    const plan = await realPlan('txt');
    const bySection = Map.groupBy(plan.tasks, (task) => task.section);
    expect(
      [...bySection].map(([section, tasks]) => [section, tasks.length, tasks[0]?.criteria.join(' ')]),
    ).toEqual([
      ['2.1', 7, 'I IV V'],
      ['2.2', 6, 'II'],
      ['2.3', 5, 'III'],
      ['2.4', 7, 'VI'],
      ['2.5', 5, 'VII'],
      ['2.6', 1, 'VIII'],
    ]);
    expect(plan.tasks.map(({ deadline: { kind, to } }) => `${kind} ${to ?? ''}`.trim())).toEqual([
      ...[
        'on_request',
        'window 2026-09-30',
        'window 2026-06-30',
        'window 2026-09-30',
        'on_request',
        'recurring',
        'report_calendar',
      ],
      ...[
        'several 2026-09-30',
        'several 2026-09-30',
        'several 2026-09-30',
        'window 2026-06-30',
        'recurring',
        'before 2026-09-30',
      ],
      ...[
        'several 2026-10-31',
        'several 2026-10-31',
        'several 2026-10-31',
        'window 2026-06-30',
        'several 2026-10-31',
      ],
      ...[
        'several 2026-09-30',
        'several 2026-09-30',
        'several 2026-09-30',
        'several 2026-09-30',
        'several 2026-09-30',
      ],
      ...['window 2026-06-30', 'window 2026-09-30'],
      ...[
        'report_calendar',
        'recurring',
        'none',
        'window 2026-06-30',
        'window 2026-06-30',
        'before 2026-12-31',
      ],
    ]);
    expect(plan.tasks.filter((task) => task.deadlinePlace !== undefined)).toHaveLength(11);
    expect(plan.tasks.find((task) => task.section === '2.5')?.units).toEqual([
      { name: 'Phòng Văn hóa - Xã hội', inheritedFrom: 'III.1', role: 'lead' },
      { name: 'Văn phòng HĐND - UBND', inheritedFrom: 'III.2', role: 'lead' },
    ]);
    expect(plan.goals.map((goal) => goal.kind)).toEqual([
      'purpose',
      'purpose',
      'purpose',
      'requirement',
      'requirement',
    ]);
  });

  it.each(['docx', 'pdf'])('is the same from its %s', async (format) => {
    const [text, other] = await Promise.all([realPlan('txt'), realPlan(format)]);
    expect(other.criteria.map(saidOf)).toEqual(text.criteria.map(saidOf));
    expect(other.tasks.map(workOf)).toEqual(text.tasks.map(workOf));
    expect(other.goals.map((goal) => goal.text)).toEqual(text.goals.map((goal) => goal.text));
    expect(other.units.map(({ name, leads }) => [name, leads])).toEqual(
      text.units.map(({ name, leads }) => [name, leads]),
    );
    // The tracked change these two carry behind the closing words belongs to no part of the plan.
    expect(other.unplaced).toHaveLength(1);
  });

  it('comes back the same out of its exported workbook', async () => {
    const plan = await realPlan('txt');
    const bytes = await writeWorkbook(workbookOf(plan));
    const back = await readFile(bytes, 'phu-luc.xlsx');
    expect(back.criteria.map(saidOf)).toEqual(plan.criteria.map(saidOf));
    const written = ({ key, section, sectionTitle, text, deadline, units, criteria }: TaskReading) => [
      ...[key, section, sectionTitle, text, deadline, criteria, units.map((unit) => unit.name)],
    ];
    expect(back.tasks.map(written)).toEqual(plan.tasks.map(written));
    expect(back.document.year).toBe(2026);
    expect(back.unplaced).toEqual([]);
  });

  it.each(['NFD', 'TCVN3'])('is the same in %s letters', async (letters) => {
    const plan = await realPlan('txt');
    const text = readFileSync(new URL('yen-hoa-2026.txt', folder), 'utf8');
    const bytes =
      letters === 'NFD' ? Buffer.from(text.normalize('NFD')) : iconv.encode(withLegacyCapitals(text), 'tcvn');
    const other = await readFile(bytes, 'ke-hoach.txt');
    expect(other.criteria.map((row) => [row.code, row.maxPoints, row.lastPoints, row.source])).toEqual(
      plan.criteria.map((row) => [row.code, row.maxPoints, row.lastPoints, row.source]),
    );
    expect(other.tasks.map((task) => task.deadline)).toEqual(plan.tasks.map((task) => task.deadline));
  });
});

/** TCVN3 has no capitals with a tone: its fonts draw them from the small letters. */
function withLegacyCapitals(text: string): string {
  return text.replace(/(?![ĂÂĐÊÔƠƯ])[^\P{Lu}A-Z]/gu, (letter) => letter.toLowerCase());
}

function workbookOf(plan: PlanReading) {
  const id = '00000000-0000-7000-8000-000000000000';
  const rows = plan.criteria.map(
    (row): AnnexRow => ({
      ...row,
      id,
      parentId: null,
      lastPoints: row.lastPoints ?? null,
      targetPoints: row.targetPoints ?? null,
      owners: [],
      tasks: 0,
      version: 1,
    }),
  );
  const tasks = plan.tasks.map(
    (task): Task => ({
      ...task,
      id,
      dueTo: task.deadline.to ?? null,
      status: 'not_started',
      percent: 0,
      timeliness: 'undated',
      daysLeft: null,
      owners: task.units.map(({ name }) => ({ departmentId: id, name, role: 'lead', inheritedFrom: null })),
      criteria: task.criteria.map((code) => ({ id, code, title: '' })),
      occurrence: null,
      dueByDocument: null,
      finishedOn: null,
      verdict: null,
      reportingState: 'not_due' as const,
      holder: { holder: 'owner', departmentId: null, name: null, since: null, answerBy: null },
      openObstacles: 0,
      steps: { done: 0, all: 0 },
      pointsAtStake: 0,
      lastUpdateAt: null,
      lastNote: null,
      version: 1,
    }),
  );
  const unit = { id, name: plan.document.unitName ?? '' };
  return annexWorkbook({ unit, plan: { id, version: 1, year: 2026 }, document: plan.document, rows, tasks });
}
