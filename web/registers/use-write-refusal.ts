import { mayEver, refuseAction } from '#core/people/permissions.ts';
import { useMe } from '#web/people/session.ts';
import { useWords } from '#web/words/language.ts';

/** Why the person signed in may not write rows of a department, as a sentence; undefined when they may. */
export function useRowRefusal(): (departmentId: string | null) => string | undefined {
  const me = useMe();
  const { people, registers } = useWords();
  return (departmentId) => {
    const refusal = refuseAction(me, 'register.write', departmentId === null ? [] : [departmentId]);
    if (!refusal) return undefined;
    return refusal.because === 'not_own'
      ? registers.notYours
      : people.refused[refusal.because](people.roles[refusal.role]);
  };
}

/** Why they may write no row at all; undefined when they may write some. */
export function useWriteRefusal(): string | undefined {
  const me = useMe();
  const { people } = useWords();
  if (!mayEver(me.role, 'register.write')) return people.refused.role(people.roles[me.role]);
  return me.role === 'officer' && me.departmentId === null
    ? people.refused.not_own(people.roles[me.role])
    : undefined;
}

/** The department a new row begins with: an officer writes for the own department only. */
export function useOwnDepartment(): string | null {
  const me = useMe();
  return me.role === 'officer' ? me.departmentId : null;
}
