import type { NotPermitted } from '#core/people/permissions.ts';
import { refuseAction } from '#core/people/permissions.ts';
import type { Register } from '#core/registers/register.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { recordRead } from '#server/db/read-events.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { findRegister } from './known-registers.ts';

/** A register whose rows the person may read; else why not. That a restricted one is read goes into the log. */
export async function findReadable(
  tx: Tx,
  actor: SignedInActor,
  key: string,
): Promise<Register | NotPermitted | { kind: 'not_found'; noun: 'register' }> {
  const register = await findRegister(tx, actor.unitId, key);
  if (!register) return { kind: 'not_found', noun: 'register' };
  const refusal = register.isRestricted ? refuseAction(actor, 'register.read_restricted') : undefined;
  if (refusal) return refusal;
  if (register.isRestricted) await recordRead(tx, actor, { noun: 'register', subjectId: key });
  return register;
}
