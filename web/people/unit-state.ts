import type { ChildUnit } from '#core/people/unit.ts';
import { foldText } from '#core/vietnamese.ts';

export type UnitState = 'new' | 'invited' | 'joined' | 'ended';

/** How far a child unit is: an invitation whose time has passed counts as none. */
export function stateOf(unit: Pick<ChildUnit, 'endedOn' | 'joinedOn' | 'invitedUntil'>): UnitState {
  if (unit.endedOn !== null) return 'ended';
  if (unit.joinedOn !== null) return 'joined';
  return unit.invitedUntil === null ? 'new' : 'invited';
}

/** The units whose name or code holds what was typed, without regard to diacritics and case. */
export function findUnits<Unit extends { name: string; code: string | null }>(
  units: readonly Unit[],
  typed: string,
): Unit[] {
  const query = foldText(typed).trim();
  return units.filter(({ name, code }) => foldText(`${code ?? ''} ${name}`).includes(query));
}
