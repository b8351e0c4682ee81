import { Decimal } from 'decimal.js';
import { sql } from 'kysely';
import type { Quantity } from '#core/registers/quantity.ts';
import type { Register, Values } from '#core/registers/register.ts';
import type { ProofRows } from '#core/scoring/leaf-score.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listRegisters } from './known-registers.ts';
import type { MeasureScope } from './measure-scope.ts';
import { countsFor, shareOf } from './row-tests.ts';
import { listDepartmentNames } from './store.ts';
import { countsTask, listTaskRows, shareOfTask } from './task-rows.ts';

type ProofOfRegister = ProofRows['registers'][number];
type ProofRow = ProofOfRegister['rows'][number];

/** Most rows told of one register; the total counts them all. */
const MOST_ROWS = 500;

/**
 * The rows behind quantities, register by register: those that count for any of them, those that add
 * to a but not to b first. Restricted registers are left out for people who may not read them.
 */
export async function listProofRows(
  tx: Tx,
  scope: MeasureScope,
  quantities: readonly Quantity[],
  mayReadRestricted: boolean,
): Promise<ProofRows> {
  const measured = quantities.filter(({ source }) => source !== 'typed' && source !== 'constant');
  const asked = new Set(measured.map(({ register }) => register));
  const departments = await listDepartmentNames(tx, scope.plan.unitId);
  const nameById = new Map(departments.map(({ id, name }) => [id, name]));
  const registers: ProofOfRegister[] = [];
  for (const register of await listRegisters(tx, scope.plan.unitId)) {
    if (!asked.has(register.key) || (register.isRestricted && !mayReadRestricted)) continue;
    const ofRegister = measured.filter((quantity) => quantity.register === register.key);
    const { rows, total, shortById } =
      register.source === 'tasks'
        ? await listProofTasks(tx, scope, ofRegister)
        : await listProofOf(tx, scope, register, ofRegister);
    registers.push({
      key: register.key,
      title: register.title,
      columns: register.columns,
      total,
      rows,
      byDepartment: [...shortById]
        .filter(([, short]) => !short.isZero())
        .toSorted(([, one], [, other]) => other.comparedTo(one))
        .map(([departmentId, short]) => ({
          departmentId,
          name: departmentId === null ? '' : (nameById.get(departmentId) ?? ''),
          short: short.toFixed(),
        })),
    });
  }
  return { registers };
}

type Found = { rows: ProofRow[]; total: number; shortById: Map<string | null, Decimal> };

/** The positions of a and b among the quantities; rows fall short only where both come from the register. */
function pairOf(quantities: readonly Quantity[]): [whole: Quantity, part: Quantity] | undefined {
  const whole = quantities.find(({ key }) => key === 'a');
  const part = quantities.find(({ key }) => key === 'b');
  return whole && part && [whole, part];
}

async function listProofOf(
  tx: Tx,
  { plan, today }: MeasureScope,
  register: Register,
  quantities: readonly Quantity[],
): Promise<Found> {
  const scope = { year: plan.year, today };
  const pair = pairOf(quantities);
  const short = pair
    ? sql<string>`greatest(${shareOf(pair[0], scope)} - ${shareOf(pair[1], scope)}, 0)`
    : sql<null>`null::numeric`;
  const shares = quantities.map((quantity) => sql`(${shareOf(quantity, scope)})::text`);
  const counted = sql`
    select r.id, r.department_id, r.happened_on, r."values", ${short} as short,
      array[${sql.join(shares)}] as shares
    from register_row r
    where r.unit_id = ${plan.unitId} and r.register_key = ${register.key} and r.removed_at is null
      and (${sql.join(
        quantities.map((quantity) => countsFor(quantity, scope)),
        sql` or `,
      )})`;
  type Row = {
    id: string;
    department_id: string | null;
    happened_on: string | null;
    values: Values;
    short: string | null;
    shares: string[];
  };
  const { rows } = await sql<Row>`
    select id, department_id, happened_on, "values", trim_scale(short)::text as short, shares
    from (${counted}) as counted
    order by counted.short desc nulls last, happened_on desc, id limit ${MOST_ROWS}`.execute(tx);
  const { rows: sums } = await sql<{ department_id: string | null; short: string | null; rows: number }>`
    select department_id, sum(short)::text as short, count(*)::int as rows
    from (${counted}) as counted group by department_id`.execute(tx);
  return {
    rows: rows.map((row) => ({
      id: row.id,
      departmentId: row.department_id,
      happenedOn: row.happened_on,
      values: row.values,
      shares: sharesOf(quantities, row.shares),
      short: row.short,
    })),
    total: sums.reduce((sum, each) => sum + each.rows, 0),
    shortById: new Map(sums.map((each) => [each.department_id, new Decimal(each.short ?? 0)])),
  };
}

async function listProofTasks(tx: Tx, scope: MeasureScope, quantities: readonly Quantity[]): Promise<Found> {
  const { today } = scope;
  const pair = pairOf(quantities);
  const shortById = new Map<string | null, Decimal>();
  const counted = (await listTaskRows(tx, scope))
    .filter(({ values }) => quantities.some((quantity) => countsTask(quantity, values, today)))
    .map((row): ProofRow => {
      const shares = quantities.map((quantity) => shareOfTask(quantity, row.values, today));
      const [whole, part] = (pair ?? []).map(
        (quantity) => new Decimal(shareOfTask(quantity, row.values, today)),
      );
      const short = whole && part ? Decimal.max(whole.minus(part), 0) : undefined;
      if (short) shortById.set(row.departmentId, short.plus(shortById.get(row.departmentId) ?? 0));
      return { ...row, shares: sharesOf(quantities, shares), short: short?.toFixed() ?? null };
    });
  const rows = counted.toSorted((one, other) => Number(other.short ?? 0) - Number(one.short ?? 0));
  return { rows: rows.slice(0, MOST_ROWS), total: counted.length, shortById };
}

function sharesOf(quantities: readonly Quantity[], shares: readonly string[]): Record<string, string> {
  return Object.fromEntries(quantities.map(({ key }, position) => [key, shares[position] ?? '0']));
}
