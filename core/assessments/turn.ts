import type { UnitProgress } from './campaign-facts.ts';

/** Whose turn it is with one unit: what its page and the city's list say first. */
const TURNS = ['unit_claims', 'appraisers', 'unit_explains', 'council', 'city', 'nobody'] as const;
export type Turn = (typeof TURNS)[number];

/** Who has to act on a unit next in a phase; `city` where only the campaign's next move is missing. */
export function turnOf(
  phase: string,
  unit: Pick<UnitProgress, 'submittedAt' | 'leaves' | 'ruled' | 'open' | 'answered' | 'due' | 'reruled'>,
): Turn {
  if (phase === 'preparing') return 'city';
  if (unit.submittedAt === null)
    return phase === 'claiming' || phase === 'appraising' ? 'unit_claims' : 'nobody';
  if (phase === 'appraising' && unit.ruled < unit.leaves) return 'appraisers';
  if (phase === 'explaining' && unit.answered < unit.open) return 'unit_explains';
  if (phase === 'reappraising' && unit.reruled < unit.due) return 'appraisers';
  if (phase === 'deciding') return 'council';
  return phase === 'published' ? 'nobody' : 'city';
}
