import { type AnswerPage, isToAnswer } from '#core/assessments/answers.ts';
import { sumByCause } from '#core/assessments/side-by-side.ts';
import { sumPoints } from '#core/points.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { type AnsweredLeaf, describeLine, isAnswerable, leftOf, type OwnAnswers } from './own-answers.ts';

/** The leaves a person of the unit has to look at: those cut, asked or answered, and after publication those that lost. */
function isListed({ first, standing, claimed, explanation, appeal }: AnsweredLeaf, isPublished: boolean) {
  if (isToAnswer(first) || explanation || appeal) return true;
  return isPublished && standing !== undefined && claimed !== undefined && standing.points < claimed.points;
}

/** Everything of the unit that was cut or asked, with what it said to it, as far as the person may see it. */
export function describeAnswers(part: OwnAnswers, actor: SignedInActor, today: string): AnswerPage {
  const { id, year, title, phase } = part.campaign;
  const listed = part.leaves
    .filter((leaf) => isListed(leaf, phase === 'published'))
    .filter((leaf) => isAnswerable(actor, leaf));
  const lines = listed.map((leaf) => describeLine({ part, actor, today }, leaf));
  const kind = phase === 'published' ? 'appeal' : 'explanation';
  const sent = lines.filter((line) => line[kind]?.sentAt != null).length;
  return {
    campaign: { id, year, title, phase },
    stage: part.stage,
    clocks: {
      explain: leftOf(part.clocks.explain, part.calendar, today),
      appeal: leftOf(part.clocks.appeal, part.calendar, today),
    },
    totals: {
      lostPoints: sumPoints(lines.map(({ lostPoints }) => lostPoints)),
      lines: lines.length,
      asked: lines.filter(({ ruling }) => ruling !== null && ruling.question !== '').length,
      drafts: lines.filter((line) => line[kind] !== null).length - sent,
      sent,
      byCause: sumByCause(
        lines.flatMap(({ ruling }) => (ruling?.from === null ? [] : (ruling?.reasons ?? []))),
      ),
    },
    lines,
  };
}
