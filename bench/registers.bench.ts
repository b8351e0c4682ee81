import { sql } from 'kysely';
import { REGISTERS } from '#catalog/registers.ts';
import { checkRows, readBlock } from '#core/registers/check-rows.ts';
import type { Column, RegisterPage } from '#core/registers/register.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { evaluatePlan } from '#server/scoring/evaluate-plan.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { openWard } from './open-ward.ts';
import { median } from './timing.ts';

const ROWS = 50_000;
const PASTED = 5000;
const RUNS = 9;

type Measured = { what: string; value: number; unit: string; ratio?: number; bar?: string; met?: boolean };

function written({ kind, choices }: Column, row: number): string {
  const day = new Date(Date.UTC(2026, 0, 1 + (row % 330)));
  if (kind === 'date') return day.toISOString().slice(0, 10).split('-').toReversed().join('/');
  if (kind === 'month') return `${(row % 11) + 1}/2026`;
  if (kind === 'number') return String(row % 90);
  if (kind === 'flag') return row % 2 === 0 ? 'có' : 'không';
  if (kind === 'choice') return choices?.[row % choices.length]?.title ?? '';
  return kind === 'link' ? `https://example.vn/${row}` : `dòng ${row}`;
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** A ward with 50,000 register rows: everything measured anew, one row edited, 5,000 × 12 cells pasted. */
export async function bench(): Promise<{ name: string; rows: Measured[] }> {
  const test = await openWard();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  const cookie = await test.setUp();
  await confirmPlan(test, cookie);
  const keep = (key: string, rows: unknown[]) =>
    test.ask(`/api/registers/${key}/rows`, { method: 'PUT', json: { rows, removed: [] }, cookie });
  const block = (columns: readonly Column[], count: number) =>
    Array.from({ length: count }, (_, row) => columns.map((column) => written(column, row)));
  const read = (register: (typeof REGISTERS)[number], cells: string[][]) =>
    readBlock(register, [register.columns.map(({ title }) => title), ...cells], {
      departments: [],
      departmentId: null,
    });

  const registers = REGISTERS.filter(({ source }) => source === 'rows');
  const each = Math.ceil(ROWS / registers.length);
  for (const register of registers) {
    const answer = await keep(register.key, read(register, block(register.columns, each)).rows);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body).slice(0, 400));
  }
  await test.database.asSuperuser('analyze register_row');
  const unitId = ((await test.database.asSuperuser('select id from unit')) as { id: string }[])[0]!.id;
  const inside = <T>(work: Parameters<typeof inUnit<T>>[2]) =>
    inUnit(test.deps.database.kysely, { unitId, role: 'system' }, work);
  const all = await medianOf(() =>
    inside(async (tx) => evaluatePlan(tx, (await findLivePlan(tx, unitId))!, '2026-11-20')),
  );
  const limit = await medianOf(() =>
    inside((tx) =>
      sql`select count(*), sum(length("values"::text)) from register_row where unit_id = ${unitId}`.execute(
        tx,
      ),
    ),
  );

  const page = (await test.ask('/api/registers/e_documents', { cookie })).body as RegisterPage;
  const [row] = page.rows;
  let { version } = row!;
  const edit = await medianOf(async () => {
    const { id, departmentId, values } = row!;
    const answer = await keep('e_documents', [
      { id, version, departmentId, values: { ...values, signed: version } },
    ]);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body).slice(0, 400));
    version += 1;
  });

  const wide = REGISTERS.find(({ key }) => key === 'procedure_files')!;
  const columns = wide.columns.slice(0, 12);
  const cells = block(columns, PASTED);
  const shown = await medianOf(async () => {
    const { rows } = readBlock(wide, [columns.map(({ title }) => title), ...cells], {
      departments: [],
      departmentId: null,
    });
    if (checkRows(wide, rows).length > 0) throw new Error('faults in what was pasted');
  });
  const pasted = readBlock(wide, [columns.map(({ title }) => title), ...cells], {
    departments: [],
    departmentId: null,
  });
  const started = performance.now();
  const saved = await keep(wide.key, pasted.rows);
  const saving = performance.now() - started;
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body).slice(0, 400));
  await test.close();
  const bar = (value: number, most: number) => ({
    value,
    unit: 'ms',
    bar: `< ${most} ms`,
    met: value < most,
  });
  return {
    name: `Registers of one ward with ${ROWS.toLocaleString('en')} rows (medians of ${RUNS})`,
    rows: [
      { what: 'the limit: every row read once', value: limit, unit: 'ms' },
      { what: 'all 95 leaves measured and scored', ratio: limit / all, ...bar(all, 200) },
      { what: 'one row edited, to the new total', ...bar(edit, 150) },
      { what: `${PASTED} × 12 cells read and checked`, ...bar(shown, 1000) },
      { what: `${PASTED} × 12 cells saved and scored, once`, ...bar(saving, 2000) },
    ],
  };
}
