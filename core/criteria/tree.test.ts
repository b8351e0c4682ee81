import { describe, expect, it } from 'vitest';
import { ancestorsOf, arrangeTree, BY_CODE, BY_ID, compareSums, inheritOwners, leavesOf } from './tree.ts';

type Row = { code: string; points?: number; owners?: { name: string }[] };
const plan: Row[] = [
  { code: 'I', points: 250, owners: [{ name: 'Phòng A' }] },
  { code: 'I.1', points: 200 },
  { code: 'I.1.1', points: 100 },
  { code: 'I.1.2', points: 100, owners: [{ name: 'Phòng B' }] },
  { code: 'I.2', points: 50 },
  { code: 'II', points: 100 },
  { code: 'II.1', points: 99 },
];
const tree = arrangeTree(plan, BY_CODE);
const codes = (positions: readonly number[]) => positions.map((position) => plan[position]!.code);

describe('the criteria tree', () => {
  it('finds leaves in document order', () => {
    expect(codes(leavesOf(tree))).toEqual(['I.1.1', 'I.1.2', 'I.2', 'II.1']);
  });

  it('names ancestors from the nearest up', () => {
    expect(codes(ancestorsOf(tree, 2))).toEqual(['I.1', 'I']);
  });

  it('hands owners down to rows without their own, and says from where', () => {
    const owners = inheritOwners(
      tree,
      (row) => row.code,
      (row) => row.owners ?? [],
    );
    expect(owners[2]).toEqual([{ name: 'Phòng A', inheritedFrom: 'I' }]);
    expect(owners[3]).toEqual([{ name: 'Phòng B' }]);
    expect(owners[6]).toEqual([]);
  });

  it('reports a parent that is one hundredth above its children', () => {
    expect(compareSums(tree, (row) => row.points)).toEqual([
      { row: plan[5], written: 100, sum: 99, difference: 1 },
    ]);
  });

  it('makes no claim about a sum where a child has no points', () => {
    expect(
      compareSums(
        arrangeTree([{ code: 'I', points: 9 }, { code: 'I.1' }] as Row[], BY_CODE),
        (row) => row.points,
      ),
    ).toEqual([]);
  });

  it('lists a row whose parent is missing instead of losing it', () => {
    expect(arrangeTree([{ code: 'I' }, { code: 'III.1' }], BY_CODE).orphans).toEqual([1]);
  });

  it('builds the same tree from kept ids', () => {
    const kept = [
      { id: 'a', parentId: null },
      { id: 'b', parentId: 'a' },
    ];
    expect(arrangeTree(kept, BY_ID).childrenOf).toEqual([[1], []]);
  });
});
