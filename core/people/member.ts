import { z } from 'zod';
import { PASSWORD_LENGTH, USERNAME_PATTERN } from './credentials.ts';
import { ROLES } from './roles.ts';
import { unitNameSchema } from './unit.ts';
import { UNIT_KINDS } from './unit-tree.ts';

export const unitSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  cityName: z.string().nullable(),
  code: z.string().nullable(),
  kind: z.enum(UNIT_KINDS),
  /** The first day the unit is no more: from then on its people may read and change nothing. */
  endedOn: z.string().nullable(),
  /** Whether another unit stands above it, which decides what it is called. */
  hasParent: z.boolean(),
});
export type Unit = z.infer<typeof unitSchema>;

/** A person of the unit as its other people see them. */
export const memberSchema = z.object({
  userId: z.string(),
  username: z.string(),
  personName: z.string(),
  positionTitle: z.string().nullable(),
  role: z.enum(ROLES),
  departmentId: z.uuid().nullable(),
  version: z.int(),
  endedAt: z.string().nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** Who is signed in, where, and as what: the first thing the page asks for. */
export const meSchema = z.object({
  userId: z.string(),
  username: z.string(),
  personName: z.string(),
  role: z.enum(ROLES),
  departmentId: z.uuid().nullable(),
  unit: unitSchema,
  /** Every unit the person belongs to, the present one too. */
  units: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES) })),
  /** Today in the unit's time zone, so that every screen counts days alike. */
  today: z.string(),
  hasPlan: z.boolean(),
  planYear: z.int().nullable(),
});
export type Me = z.infer<typeof meSchema>;

const usernameSchema = z.string().trim().toLowerCase().regex(USERNAME_PATTERN);
export const passwordSchema = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);

export const setupInputSchema = z.object({
  token: z.string().min(20),
  unitName: unitNameSchema,
  /** What the unit is; by the first words of its name when nothing is said. */
  unitKind: z.enum(UNIT_KINDS).optional(),
  cityName: z.string().trim().max(200).default(''),
  personName: z.string().trim().min(2).max(120),
  username: usernameSchema,
  password: passwordSchema,
});
export type SetupInput = z.infer<typeof setupInputSchema>;

export const invitationInputSchema = z.object({
  personName: z.string().trim().min(2).max(120),
  role: z.enum(ROLES),
  departmentId: z.uuid().nullable(),
});
export type InvitationInput = z.infer<typeof invitationInputSchema>;

export const invitationSchema = z.object({
  id: z.uuid(),
  personName: z.string(),
  role: z.enum(ROLES),
  departmentId: z.uuid().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  acceptedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;

export const acceptanceInputSchema = z.object({
  token: z.string().min(20),
  username: usernameSchema,
  password: passwordSchema,
});
export type AcceptanceInput = z.infer<typeof acceptanceInputSchema>;

/** Accepting with an account that is there already, whose password proves whose it is. */
export const joinInputSchema = z.object({
  token: z.string().min(20),
  username: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(500),
});
export type JoinInput = z.infer<typeof joinInputSchema>;

export const memberInputSchema = z.object({
  role: z.enum(ROLES),
  departmentId: z.uuid().nullable(),
  positionTitle: z.string().trim().max(200).nullable(),
  isEnded: z.boolean(),
  version: z.int(),
});
export type MemberInput = z.infer<typeof memberInputSchema>;
