import { at, type Samples, send } from './sample.ts';

/** No unit of the world holds a campaign: server/appraisal/*.test.ts asks about those. An id of any unit stands for one. */
const NONE = { refused: 'no campaign stands there' };
const RULING = { points: 0, judged: 'x', previousId: null };

/** The appraiser's desk, the window to proof, and who else has a page open. */
export const APPRAISAL_SAMPLES: Samples = {
  'GET /api/campaigns/{id}/appraisal': at((of) => ({ id: of.planId }), NONE),
  'GET /api/campaigns/{id}/appraisal/{code}': at((of) => ({ id: of.planId, code: of.code }), NONE),
  'GET /api/campaigns/{id}/appraisal/{code}/{unitId}': at(
    (of) => ({ id: of.planId, code: of.code, unitId: of.unitId }),
    NONE,
  ),
  'POST /api/campaigns/{id}/appraisal/{code}/{unitId}': send(
    () => RULING,
    (of) => ({ id: of.planId, code: of.code, unitId: of.unitId }),
    NONE,
  ),
  'POST /api/campaigns/{id}/appraisal/{code}/bulk': send(
    (of) => ({ rows: [{ unitId: of.unitId, points: 0, previousId: null }] }),
    (of) => ({ id: of.planId, code: of.code }),
    NONE,
  ),
  'GET /api/campaigns/{id}/proofs/{unitId}/{code}/{sha256}': at(
    (of) => ({ id: of.planId, unitId: of.unitId, code: of.code, sha256: of.sha256 }),
    NONE,
  ),
  'POST /api/presence': send((of) => ({ subject: `campaign:${of.planId}` })),
};
