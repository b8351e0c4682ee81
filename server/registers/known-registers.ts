import { REGISTERS } from '#catalog/registers.ts';
import type { Register } from '#core/registers/register.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** The registers of a unit: those of the catalogue, then its own that have not ended. */
export async function listRegisters(tx: Tx, unitId: string): Promise<Register[]> {
  const own = await tx
    .selectFrom('register')
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .select('definition')
    .execute();
  return [...REGISTERS, ...own.map(({ definition }) => definition)];
}

export async function findRegister(tx: Tx, unitId: string, key: string): Promise<Register | undefined> {
  return (await listRegisters(tx, unitId)).find((register) => register.key === key);
}

/** The registers of a unit that are there or ever were: rows and events outlive the end of one. */
export async function listRegistersEver(tx: Tx, unitId: string): Promise<Register[]> {
  const own = await tx.selectFrom('register').where('unit_id', '=', unitId).select('definition').execute();
  return [...REGISTERS, ...own.map(({ definition }) => definition)];
}
