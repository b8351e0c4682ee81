import type { UnitChange } from '#core/people/unit.ts';
import type { Json, MomentWithDefault } from './column-types.ts';

type UnitChangeTable = {
  unit_id: string;
  id: string;
  kind: UnitChange['kind'];
  day: string;
  decision_number: string;
  decision_issuer: string;
  decided_on: string;
  from_ids: string[];
  to_ids: string[];
  before: Json<UnitChange['before']>;
  after: Json<UnitChange['after']>;
  recorded_by: string;
  recorded_at: MomentWithDefault;
};

type SessionUnitTable = { session_id: string; user_id: string; chosen_unit_id: string };

export type UnitTreeTables = { unit_change: UnitChangeTable; session_unit: SessionUnitTable };
