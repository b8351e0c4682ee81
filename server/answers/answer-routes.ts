import { z } from 'zod';
import {
  type AnswerInput,
  answerInputSchema,
  answerLineSchema,
  answerPageSchema,
  answerSendSchema,
  sentAllSchema,
} from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import type { ClaimedProof } from '#core/assessments/leaf-claim.ts';
import { rangeOf } from '#core/assessments/refuse-ruling.ts';
import { refuseAction } from '#core/people/permissions.ts';
import { recordEvent, tellChange } from '#server/db/events.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import { listKept } from '#server/evidence/store.ts';
import { describeRefusal } from '#server/http/problems.ts';
import { Refused, type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { describeAnswers } from './answer-page.ts';
import {
  type AnsweredLeaf,
  describeLine,
  findOwnAnswers,
  fingerprintOf,
  isAnswerable,
  type OwnAnswers,
  refuseAnswer,
  rulingOf,
} from './own-answers.ts';
import { type AnswerProblem, answerProblems } from './problems.ts';
import { type KeptAnswer, keepDraft, type OwnAssessment, sendDraft } from './store.ts';

const campaignSchema = z.object({ id: z.uuid() });
const leafSchema = campaignSchema.extend({ code: z.string().min(1).max(40) });

/** What is written where, with the permission its door asks and the moves it makes. */
const WAYS = {
  explanation: { path: 'answers', keep: 'explain', send: 'send_explanation', door: 'assessment.explain' },
  appeal: { path: 'appeals', keep: 'appeal', send: 'appeal', door: 'assessment.submit' },
} as const;

/** The unit's side after the release: explanations of cuts and questions, and appeals against the result. */
export function answerRoutes(): Route[] {
  const { inUnit } = routesOf<AnswerProblem>(answerProblems);
  const routesOfKind = (kind: AnswerKind) => {
    const { path, keep, send, door } = WAYS[kind];
    return [
      inUnit({
        method: 'put',
        path: `/api/campaigns/{id}/${path}/{code}`,
        permission: door,
        summary: `keeps a draft of the ${kind} of one leaf, with copies of the proof it names`,
        params: leafSchema,
        body: answerInputSchema,
        answer: answerLineSchema,
        async run({ tx, actor, params: { id, code }, body, today, now }) {
          const found = await findForWriting(tx, actor, id, code);
          if (found instanceof Refused) return found;
          const { part, leaf } = found;
          const refusal = refuseAnswer(keep, { part, actor, today }, leaf, body.text);
          if (refusal) return refuse(refusal);
          const notOwn = refuseAction(actor, door, leaf.answering);
          if (notOwn) return refuse(notOwn);
          const before = leaf[kind];
          if ((before?.sentAt ?? null) !== null) return refuse({ kind: 'answer_sent' });
          const range = rangeOf(leaf.leaf.scoredBy, leaf.leaf.maxPoints);
          const asked = body.askedPoints;
          if (asked !== null && (asked < range.least || asked > range.most))
            return refuse({ kind: 'points_out_of_range', field: 'askedPoints', ...range });
          const named = await copyProofs(tx, actor, body.proofs);
          if (named instanceof Refused) return named;
          const proofs = [...named, ...(await listUnseen(tx, part, before))];
          const content = { text: body.text, askedPoints: asked, proofs };
          const fingerprint = fingerprintOf(rulingOf(leaf, kind), content);
          const draft = { code, kind, ...content, fingerprint, now };
          if (!(await keepDraft(tx, part.assessment, actor, body.version, draft)))
            return refuse({ kind: 'stale_version' });
          await recordEvent(tx, actor, {
            noun: 'answer',
            subjectId: id,
            verb: kind === 'appeal' ? 'appeal_written' : 'explanation_written',
            ...(before ? { before: { code, text: before.text, askedPoints: before.askedPoints } } : {}),
            after: { code, text: body.text, askedPoints: asked, proofs: proofs.length, fingerprint },
          });
          return describeAgain(tx, actor, { id, code, today });
        },
      }),
      inUnit({
        method: 'post',
        path: `/api/campaigns/{id}/${path}/{code}/send`,
        permission: 'assessment.submit',
        summary: `sends the ${kind} of one leaf; it stays as it is from then on`,
        params: leafSchema,
        body: answerSendSchema,
        answer: answerLineSchema,
        async run({ tx, actor, params: { id, code }, body, today, now }) {
          const found = await findForWriting(tx, actor, id, code);
          if (found instanceof Refused) return found;
          const { part, leaf } = found;
          const refusal = refuseAnswer(send, { part, actor, today }, leaf, leaf[kind]?.text ?? '');
          if (refusal) return refuse(refusal);
          if (leaf[kind]?.version !== body.version) return refuse({ kind: 'stale_version' });
          if ((leaf[kind]?.sentAt ?? null) !== null) return refuse({ kind: 'answer_sent' });
          if (!(await handOver(tx, actor, part, leaf, kind, now))) return refuse({ kind: 'stale_version' });
          return describeAgain(tx, actor, { id, code, today });
        },
      }),
    ];
  };
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/answers',
      permission: 'assessment.read',
      summary: 'every leaf of the own unit that was cut or asked, with reasons, the answer and the time left',
      params: campaignSchema,
      answer: answerPageSchema,
      async run({ tx, actor, params: { id }, today }) {
        const part = await findOwnAnswers(tx, actor, id);
        if (!part) return refuse({ kind: 'not_found', noun: 'campaign' });
        return describeAnswers(part, actor, today);
      },
    }),
    ...routesOfKind('explanation'),
    ...routesOfKind('appeal'),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/answers/send-all',
      permission: 'assessment.submit',
      summary:
        'sends every explanation that is a draft; those that may not be sent are named with the reason',
      params: campaignSchema,
      answer: sentAllSchema,
      async run({ tx, actor, params: { id }, today, now }) {
        const part = await findOwnAnswers(tx, actor, id, { isLocked: true });
        if (!part) return refuse({ kind: 'not_found', noun: 'campaign' });
        const { assessment } = part;
        const drafts = part.leaves.filter(({ explanation }) => explanation?.sentAt === null);
        const sent: string[] = [];
        const refused: { code: string; vi: string; en: string }[] = [];
        for (const leaf of drafts) {
          const { code } = leaf.leaf;
          const text = leaf.explanation?.text ?? '';
          const refusal = refuseAnswer('send_explanation', { part, actor, today }, leaf, text);
          if (refusal) {
            const { vi, en } = describeRefusal(refusal, answerProblems).body.problem;
            refused.push({ code, vi, en });
          } else if (
            assessment &&
            (await handOver(tx, actor, { ...part, assessment }, leaf, 'explanation', now))
          )
            sent.push(code);
        }
        const after = (await findOwnAnswers(tx, actor, id)) ?? part;
        return { page: describeAnswers(after, actor, today), sent, refused };
      },
    }),
  ];
}

type Writable = { part: OwnAnswers & { assessment: OwnAssessment }; leaf: AnsweredLeaf };

/** The leaf to be written about, or that it is not there for this person. */
async function findForWriting(
  tx: Tx,
  actor: SignedInActor,
  id: string,
  code: string,
): Promise<Writable | Refused<{ kind: 'not_found'; noun: string }>> {
  const part = await findOwnAnswers(tx, actor, id, { isLocked: true });
  if (!part?.assessment) return refuse({ kind: 'not_found', noun: 'campaign' });
  const leaf = part.leaves.find((each) => each.leaf.code === code);
  if (!leaf) return refuse({ kind: 'not_found', noun: 'criterion' });
  return { part: { ...part, assessment: part.assessment }, leaf };
}

/** Hands one draft over and tells the city. False when somebody has sent or changed it meanwhile. */
async function handOver(
  tx: Tx,
  actor: SignedInActor,
  { campaign, assessment }: Writable['part'],
  leaf: AnsweredLeaf,
  kind: AnswerKind,
  now: Date,
): Promise<boolean> {
  const { code } = leaf.leaf;
  const answer = leaf[kind];
  if (!answer || !(await sendDraft(tx, assessment, actor, { code, kind, version: answer.version }, now)))
    return false;
  await recordEvent(tx, actor, {
    noun: 'answer',
    subjectId: campaign.id,
    verb: kind === 'appeal' ? 'appeal_sent' : 'explanation_sent',
    after: { code, fingerprint: answer.fingerprint, askedPoints: answer.askedPoints },
  });
  await tellChange(tx, campaign.hostId, { noun: 'answer', subjectId: campaign.id });
  return true;
}

async function describeAgain(
  tx: Tx,
  actor: SignedInActor,
  { id, code, today }: { id: string; code: string; today: string },
) {
  const part = await findOwnAnswers(tx, actor, id);
  const leaf = part?.leaves.find((each) => each.leaf.code === code);
  if (!part || !leaf || !isAnswerable(actor, leaf)) return refuse({ kind: 'not_found', noun: 'criterion' });
  return describeLine({ part, actor, today }, leaf);
}

/** The proof of a draft that whoever writes on may not read: it stays with the draft, unless it was removed. */
async function listUnseen(
  tx: Tx,
  { assessment, hidden }: Writable['part'],
  before: KeptAnswer | undefined,
): Promise<ClaimedProof[]> {
  const unseen = (before?.proofs ?? []).filter(({ evidenceId }) => hidden.has(evidenceId));
  const ids = unseen.map(({ evidenceId }) => evidenceId);
  const kept = await asSystem(tx, () => listKept(tx, assessment.unitId, { ids }));
  return unseen.filter(({ evidenceId }) => kept.some(({ id }) => id === evidenceId));
}

/** Copies of the pieces as they are now: what is sent must not change with the evidence. */
async function copyProofs(
  tx: Tx,
  actor: SignedInActor,
  wanted: NonNullable<AnswerInput['proofs']>,
): Promise<ClaimedProof[] | Refused<{ kind: 'evidence_unknown'; field: 'proofs' }>> {
  const kept = await listKept(tx, actor.unitId, { ids: wanted.map(({ evidenceId }) => evidenceId) });
  const keptById = new Map(kept.map((each) => [each.id, each]));
  const copies: ClaimedProof[] = [];
  for (const { evidenceId, page = null, section = '' } of wanted) {
    const evidence = keptById.get(evidenceId);
    if (!evidence) return refuse({ kind: 'evidence_unknown', field: 'proofs' });
    const { kind, title, text, file, metadata } = evidence;
    copies.push({
      evidenceId,
      kind,
      title,
      text,
      number: [metadata.codeNumber, metadata.codeNotation].filter((part) => part !== '').join('/'),
      issuedOn: metadata.issuedDate,
      issuer: metadata.organName,
      file,
      page,
      section,
      note: '',
    });
  }
  return copies;
}
