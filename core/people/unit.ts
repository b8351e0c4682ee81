import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { isUnitName, UNIT_CODE_PATTERN, UNIT_KINDS, UNIT_NAME_LENGTH } from './unit-tree.ts';

/** A unit's name as typed: on one line, in NFC, told apart on the screen. */
export const unitNameSchema = z
  .string()
  .trim()
  .normalize()
  .min(UNIT_NAME_LENGTH.least)
  .max(UNIT_NAME_LENGTH.most)
  .refine(isUnitName);
const codeSchema = z.string().trim().regex(UNIT_CODE_PATTERN);
const kindSchema = z.enum(UNIT_KINDS);

export const childInputSchema = z.object({
  name: unitNameSchema,
  code: codeSchema.nullable(),
  kind: kindSchema,
});

/** Pasted lines "code; name; kind". */
export const unitLinesSchema = z.object({ text: z.string().trim().min(1).max(200_000) });

export const childInvitationInputSchema = z.object({ personName: z.string().trim().min(2).max(120) });

/** A unit as its neighbours in the tree see it: what it is called, and nothing of its work. */
export const namedUnitSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullable(),
  kind: kindSchema,
  beganOn: z.string().nullable(),
  endedOn: z.string().nullable(),
});
export type NamedUnit = z.infer<typeof namedUnitSchema>;

export const childUnitSchema = namedUnitSchema.extend({
  /** The day its first person came in; null while nobody has. */
  joinedOn: z.string().nullable(),
  /** The moment until which the latest open invitation works; null when there is none. */
  invitedUntil: z.string().nullable(),
});
export type ChildUnit = z.infer<typeof childUnitSchema>;

/** The unit of the session, who stands above it from the top down, and what stands directly under it. */
export const unitTreeSchema = z.object({
  unit: namedUnitSchema,
  ancestors: z.array(namedUnitSchema),
  children: z.array(childUnitSchema),
});
export type UnitTree = z.infer<typeof unitTreeSchema>;

const successorSchema = z.union([z.object({ id: z.uuid() }), childInputSchema]);
export type Successor = z.infer<typeof successorSchema>;

const decided = {
  day: daySchema.describe('from which day it holds'),
  decision: z.object({
    number: z.string().trim().min(1).max(100),
    issuer: z.string().trim().min(2).max(200),
    issuedOn: daySchema,
  }),
};

/** A change of child units by a decision of whoever may make it. */
export const unitChangeInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), ...decided, unitId: z.uuid(), name: unitNameSchema }),
  z.object({ kind: z.literal('recode'), ...decided, unitId: z.uuid(), code: codeSchema }),
  z.object({
    kind: z.literal('merge'),
    ...decided,
    unitIds: z.array(z.uuid()).max(200),
    into: successorSchema,
  }),
  z.object({
    kind: z.literal('split'),
    ...decided,
    unitId: z.uuid(),
    into: z.array(successorSchema).max(50),
  }),
  z.object({ kind: z.literal('move'), ...decided, unitId: z.uuid(), parentId: z.uuid() }),
  z.object({ kind: z.literal('end'), ...decided, unitId: z.uuid() }),
]);
export type UnitChangeInput = z.infer<typeof unitChangeInputSchema>;

const sideSchema = z.object({
  units: z.array(z.object({ id: z.uuid(), name: z.string(), code: z.string().nullable() })),
  /** Of a move: who stood above before, and who does now. */
  parent: z.object({ id: z.uuid(), name: z.string() }).optional(),
});

export const unitChangeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['rename', 'recode', 'merge', 'split', 'move', 'end']),
  day: z.string(),
  decision: z.object({ number: z.string(), issuer: z.string(), issuedOn: z.string() }),
  /** The units it changed, as they were called then, and what they became. */
  before: sideSchema,
  after: sideSchema,
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type UnitChange = z.infer<typeof unitChangeSchema>;
