import { describe, expect, it } from 'vitest';
import { changedOwners, type Ownership } from './bulk-edit.ts';

const lead = (departmentId: string): Ownership => ({ departmentId, role: 'lead' });
const coordinate = (departmentId: string): Ownership => ({ departmentId, role: 'coordinate' });

describe('who answers for a task after a bulk edit', () => {
  it.each([
    ['nothing named changes nothing', [lead('a'), coordinate('b')], {}, [lead('a'), coordinate('b')]],
    [
      'a new lead takes the place of the old',
      [lead('a'), coordinate('b')],
      { leadId: 'c' },
      [lead('c'), coordinate('b')],
    ],
    ['of several leads one remains', [lead('a'), lead('b')], { leadId: 'b' }, [lead('b')]],
    ['who coordinated may lead', [lead('a'), coordinate('b')], { leadId: 'b' }, [lead('b')]],
    [
      'who monitors stays',
      [lead('a'), { departmentId: 'm', role: 'monitor' }],
      { leadId: 'c' },
      [lead('c'), { departmentId: 'm', role: 'monitor' }],
    ],
    ['a coordinator joins', [lead('a')], { coordinatorId: 'b' }, [lead('a'), coordinate('b')]],
    ['the lead does not also coordinate', [lead('a')], { coordinatorId: 'a' }, [lead('a')]],
    ['a task of nobody gets both', [], { leadId: 'a', coordinatorId: 'b' }, [lead('a'), coordinate('b')]],
  ] as [string, Ownership[], { leadId?: string; coordinatorId?: string }, Ownership[]][])(
    '%s',
    (_, owners, change, expected) => {
      expect(changedOwners(owners, change)).toEqual(expected);
    },
  );
});
