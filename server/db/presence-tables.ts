import type { Moment } from './column-types.ts';

type PresenceTable = {
  unit_id: string;
  subject: string;
  user_id: string;
  person_name: string;
  seen_at: Moment;
};

export type PresenceTables = { presence: PresenceTable };
