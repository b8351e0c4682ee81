import { z } from 'zod';
import {
  acceptInputSchema,
  declareInputSchema,
  manyLeavesSchema,
  manyMovedSchema,
  takeBackInputSchema,
  withReasonSchema,
} from '#core/assessments/assessment-page.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { type FoundLeaf, findLeaf, findOpenedPart, type OpenedPart } from './find-assessment.ts';
import { acceptLeaf, declareLeaf, type LeafProblem, returnLeaf, takeBackLeaf } from './move-leaf.ts';
import { type AssessmentProblem, assessmentProblems } from './problems.ts';
import { sayRefusal } from './refuse-claim-move.ts';

const leafSchema = z.object({ campaign: z.uuid(), code: z.string().max(40) });

/** Moves of single leaves, and of many at once. */
export function leafMoveRoutes(): Route[] {
  const { inUnit } = routesOf<AssessmentProblem>(assessmentProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/leaves/{code}/declare',
      permission: 'assessment.claim',
      summary: 'declares a leaf with what the person saw: its points, numbers and proof',
      params: leafSchema,
      body: declareInputSchema,
      answer: 'nothing',
      run: ({ tx, actor, params, body, today, now }) =>
        moveOne(tx, { actor, today, ...params }, (part, leaf) =>
          declareLeaf(tx, { part, actor, today, now }, leaf, body),
        ),
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/leaves/{code}/take-back',
      permission: 'assessment.claim',
      summary: 'takes back a leaf that was declared and not reviewed yet',
      params: leafSchema,
      body: takeBackInputSchema,
      answer: 'nothing',
      run: ({ tx, actor, params, body, today, now }) =>
        moveOne(tx, { actor, today, ...params }, (part, leaf) =>
          takeBackLeaf(tx, { part, actor, today, now }, leaf, body),
        ),
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/leaves/{code}/accept',
      permission: 'assessment.review',
      summary: 'accepts a declared leaf, with fewer points if the reasons add up; never one of their own',
      params: leafSchema,
      body: acceptInputSchema,
      answer: 'nothing',
      run: ({ tx, actor, params, body, today, now }) =>
        moveOne(tx, { actor, today, ...params }, (part, leaf) =>
          acceptLeaf(tx, { part, actor, today, now }, leaf, body),
        ),
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/leaves/{code}/return',
      permission: 'assessment.review',
      summary: 'returns a declared or accepted leaf with a reason',
      params: leafSchema,
      body: withReasonSchema,
      answer: 'nothing',
      run: ({ tx, actor, params, body, today, now }) =>
        moveOne(tx, { actor, today, ...params }, (part, leaf) =>
          returnLeaf(tx, { part, actor, today, now }, leaf, body),
        ),
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/declare',
      permission: 'assessment.claim',
      summary: 'declares many leaves at once; says which are refused and why',
      params: leafSchema.pick({ campaign: true }),
      body: manyLeavesSchema,
      answer: manyMovedSchema,
      run: ({ tx, actor, params: { campaign }, body: { leaves }, today, now }) =>
        moveMany(tx, { actor, today, campaign, leaves }, (part, leaf, input) =>
          declareLeaf(tx, { part, actor, today, now }, leaf, input),
        ),
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/accept',
      permission: 'assessment.review',
      summary: 'accepts many leaves as declared; says which are refused and why',
      params: leafSchema.pick({ campaign: true }),
      body: manyLeavesSchema,
      answer: manyMovedSchema,
      run: ({ tx, actor, params: { campaign }, body: { leaves }, today, now }) =>
        moveMany(tx, { actor, today, campaign, leaves }, (part, leaf, input) =>
          acceptLeaf(tx, { part, actor, today, now }, leaf, { ...input, points: null, reasons: [] }),
        ),
    }),
  ];
}

type Of = { actor: SignedInActor; today: string; campaign: string };
type Moved = Promise<LeafProblem | undefined>;

async function moveOne(
  tx: Tx,
  { actor, today, campaign, code }: Of & { code: string },
  move: (part: OpenedPart, leaf: FoundLeaf) => Moved,
) {
  const part = await findOpenedPart(tx, actor, campaign, today);
  if ('kind' in part) return refuse(part);
  const leaf = findLeaf(part, code);
  if (!leaf) return refuse({ kind: 'not_found' as const, noun: 'criterion' });
  const refusal = await move(part, leaf);
  return refusal ? refuse(refusal) : undefined;
}

type LeafSeen = z.infer<typeof manyLeavesSchema>['leaves'][number];

async function moveMany(
  tx: Tx,
  { actor, today, campaign, leaves }: Of & { leaves: readonly LeafSeen[] },
  move: (part: OpenedPart, leaf: FoundLeaf, input: LeafSeen) => Moved,
) {
  const part = await findOpenedPart(tx, actor, campaign, today);
  if ('kind' in part) return refuse(part);
  const moved: string[] = [];
  const refused: { code: string; vi: string; en: string }[] = [];
  for (const input of leaves.filter(
    ({ code }, at) => leaves.findIndex((each) => each.code === code) === at,
  )) {
    const leaf = findLeaf(part, input.code);
    if (!leaf) return refuse({ kind: 'not_found' as const, noun: 'criterion' });
    const refusal = await move(part, leaf, input);
    if (!refusal) moved.push(input.code);
    else {
      const { vi, en } = sayRefusal(refusal);
      refused.push({ code: input.code, vi, en });
    }
  }
  return { moved, refused };
}
