import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { ROLES } from '#core/people/roles.ts';
import { MEETING_KINDS, SEATS, VOTE_CHOICES } from './council.ts';
import { reasonSchema } from './ruling.ts';

const userId = z.string().min(1).max(64);

export const councilMembersSchema = z.object({
  members: z.array(z.object({ userId, seat: z.enum(SEATS) })).max(60),
  version: z.int(),
});
export type CouncilMembersInput = z.infer<typeof councilMembersSchema>;

export const meetingInputSchema = z.object({
  kind: z.enum(MEETING_KINDS),
  heldOn: daySchema,
  present: z.array(userId).max(60),
});
export type MeetingInput = z.infer<typeof meetingInputSchema>;

export const meetingChangeSchema = meetingInputSchema.extend({
  minutes: z.string().max(50_000),
  isClosed: z.boolean(),
  version: z.int(),
});
export type MeetingChange = z.infer<typeof meetingChangeSchema>;

/** A proposal on one leaf of one unit, or with null the whole list as it stands. */
export const proposalSchema = z.object({
  leaf: z
    .object({
      assessedId: z.uuid(),
      code: z.string().min(1).max(40),
      points: z.int().min(-10_000).max(10_000),
      reasons: z.array(reasonSchema).max(20).default([]),
    })
    .nullable(),
  note: z.string().trim().max(4000).default(''),
});
export type Proposal = z.input<typeof proposalSchema>;

export const voteInputSchema = z.object({
  choice: z.enum(VOTE_CHOICES),
  note: z.string().trim().max(2000).default(''),
});
export type VoteInput = z.input<typeof voteInputSchema>;

const sentence = z.object({ kind: z.string(), vi: z.string(), en: z.string() }).nullable();

export const councilItemSchema = z.object({
  id: z.uuid(),
  /** Null where the whole list is put to the vote. Points in hundredths. */
  leaf: z
    .object({
      assessedId: z.uuid(),
      unitName: z.string(),
      code: z.string(),
      title: z.string(),
      maxPoints: z.int(),
      from: z.int().nullable(),
      points: z.int(),
      reasons: z.array(reasonSchema),
    })
    .nullable(),
  note: z.string(),
  isWithdrawn: z.boolean(),
  isRecorded: z.boolean(),
  /** What was put to the vote is no longer what stands. */
  isChanged: z.boolean(),
  tally: z.object({
    for: z.int(),
    against: z.int(),
    abstain: z.int(),
    present: z.int(),
    members: z.int(),
    hasQuorum: z.boolean(),
    isAdopted: z.boolean(),
  }),
  votes: z.array(z.object({ personName: z.string(), choice: z.enum(VOTE_CHOICES), note: z.string() })),
  /** How the reader voted, and what stands against voting now. */
  myVote: z.enum(VOTE_CHOICES).nullable(),
  voteRefusal: sentence,
  /** What stands against recording the decision; null when nothing does, and for the whole list, which is published. */
  decideRefusal: sentence,
});
export type CouncilItem = z.infer<typeof councilItemSchema>;

export const meetingSchema = meetingInputSchema.extend({
  id: z.uuid(),
  minutes: z.string(),
  closedAt: z.string().nullable(),
  version: z.int(),
  items: z.array(councilItemSchema),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const councilSchema = z.object({
  members: z.array(z.object({ userId: z.string(), personName: z.string(), seat: z.enum(SEATS) })),
  /** Who may be named: people of the city whose role lets them vote. */
  candidates: z.array(z.object({ userId: z.string(), personName: z.string(), role: z.enum(ROLES) })),
  isMember: z.boolean(),
  /** The newest first. */
  meetings: z.array(meetingSchema),
});
export type Council = z.infer<typeof councilSchema>;
