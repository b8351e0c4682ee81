import { type Sample, type Samples, send } from './sample.ts';

const DECISION = { number: '12/NQ-HĐND', issuer: 'HĐND thành phố', issuedOn: '2026-01-05' };

/** Units are known by name to those above, and to those directly under them. */
const TREE: Omit<Sample, 'ask'> = { shows: { parent: ['unit'], child: ['unit'] } };
/** What was decided about a unit is kept by the one above it, and read by both. */
const DECIDED: Omit<Sample, 'ask'> = { shows: { parent: ['unit_change'] } };

/** The tree of units and the log as a whole. */
export const UNIT_SAMPLES: Samples = {
  'GET /api/units': TREE,
  'POST /api/units': send(() => ({ name: 'phường lập mới', code: null, kind: 'ward' }), undefined, {
    ...TREE,
    writes: { child: ['unit'] },
  }),
  'POST /api/units/bulk': send(() => ({ text: '00991; phường dán vào; phường' }), undefined, {
    ...TREE,
    writes: { child: ['unit'] },
  }),
  'POST /api/units/{id}/invitations': send(
    () => ({ personName: 'Quản trị phường' }),
    (of) => ({ id: of.unitId }),
    { writes: { child: ['invitation'] } },
  ),
  'GET /api/unit-changes': DECIDED,
  'POST /api/unit-changes': {
    ask: ({ unitId }) => [
      { json: { kind: 'rename', name: 'phường đổi tên', ...about(unitId) } },
      { json: { kind: 'recode', code: '00992', ...about(unitId) } },
      { json: { kind: 'end', ...about(unitId) } },
    ],
    shows: { ...DECIDED.shows, child: ['unit'] },
    writes: { child: ['unit'] },
  },
  'GET /api/events/log.jsonl': {},
  'GET /api/events/verify-log.mjs': {},
};

function about(unitId: string) {
  return { unitId, day: '2026-03-01', decision: DECISION };
}
