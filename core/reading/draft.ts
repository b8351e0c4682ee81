import { z } from 'zod';
import type { Block } from './blocks.ts';
import type { Correction, Finding, PlanReading } from './plan-reading.ts';

export const correctionSchema = z.object({
  target: z.enum(['criterion', 'task', 'document', 'unit']),
  subject: z.string().max(200),
  property: z.string().max(60),
  value: z.unknown(),
  before: z.unknown().optional().describe('what was read, so that a page can show and restore it'),
});

export const draftInputSchema = z.object({
  corrections: z.array(correctionSchema).max(2000),
  version: z.int(),
});

/**
 * A document that was read and waits for a person's word: what was read with the corrections
 * applied and checked again, and the source blocks to show beside it.
 */
export type Draft = {
  id: string;
  fileName: string;
  status: 'open' | 'confirmed' | 'discarded';
  createdAt: string;
  /** The reading with corrections applied; findings are those of the corrected reading. */
  reading: PlanReading;
  /** The findings of the untouched reading, so that the page can say how many were settled. */
  findingsAtFirst: Finding[];
  corrections: Correction[];
  blocks: Block[];
  version: number;
};
