import { AT, DAY } from './model-rows.ts';

/** Where a campaign of the matrix stands, as what its units are doing: some of them while it is still claimed. */
export const CONDUCTS = [
  'preparing',
  'claiming',
  'approving',
  'submitted',
  'appraising',
  'explaining',
  'deciding',
  'published',
] as const;
export type Conduct = (typeof CONDUCTS)[number];

/** Of every campaign: leaves of a survey and of a bonus, and one that nobody of the matrix was given. */
export const LEAVES = { survey: 'IX.1', bonus: 'IX.2', unassigned: 'IX.3' } as const;
/** How texts begin that another unit never sees, an appraiser was not given, and a council not before it meets. */
export const WITHHELD = { hidden: 'kín', unassigned: 'ngoài phần giao', early: 'chưa họp' } as const;

export const CALENDAR = {
  claimUntil: '2026-12-20',
  appraiseUntil: '2027-01-10',
  explainDays: 5,
  explainUntil: null,
  reappraiseUntil: null,
  councilOn: null,
  appealDays: 10,
  appealUntil: null,
};
export const PAPER = { number: '12/KH', issuer: 'UBND cấp trên', issuedOn: DAY };

export const GRACE = {
  clock: 'claim',
  until: '2026-12-20',
  paper: PAPER,
  givenBy: 'Cán bộ đầu mối',
  givenAt: AT,
};
