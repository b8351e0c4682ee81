import type { SimpleScore } from './rule.ts';

/** The keys of the quantities a score works with; an own formula and typed points ask for none by name. */
export function neededQuantities(
  score: Pick<SimpleScore, 'family'> & { of?: 'share' | 'number'; options?: readonly { key: string }[] },
): string[] {
  switch (score.family) {
    case 'yes_no':
      return ['yes'];
    case 'ratio':
    case 'target':
      return ['b', 'a'];
    case 'steps':
      return score.of === 'share' ? ['b', 'a'] : ['n'];
    case 'deduction':
    case 'any_fault':
    case 'count':
    case 'bonus':
    case 'penalty':
      return ['n'];
    case 'level':
      return ['level'];
    case 'survey':
      return (score.options ?? []).map(({ key }) => key);
    case 'index':
      return ['x'];
    case 'formula':
    case 'typed':
      return [];
  }
}
