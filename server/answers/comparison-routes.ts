import { z } from 'zod';
import { comparisonSchema } from '#core/assessments/comparison.ts';
import { resultsSchema } from '#core/ranking/results.ts';
import { comparisonWorkbook } from '#core/reports/comparison-workbook.ts';
import { resultsWorkbook } from '#core/reports/results-workbook.ts';
import type { Workbook } from '#core/reports/workbook.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';
import { dispositionOf } from '#server/http/byte-range.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { findComparison } from './find-comparison.ts';
import { findResults } from './find-results.ts';
import { type AnswerProblem, answerProblems } from './problems.ts';

const campaignSchema = z.object({ id: z.uuid() });
const unitSchema = campaignSchema.extend({ unitId: z.uuid() });

/** The rounds of a unit side by side, and what a campaign came to. */
export function comparisonRoutes(): Route[] {
  const { inUnit } = routesOf<AnswerProblem>(answerProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/comparison/{unitId}',
      permission: 'campaign.read',
      summary: 'every leaf of a unit through all rounds that may be seen, each with its reasons',
      params: unitSchema,
      answer: comparisonSchema,
      async run({ tx, actor, params: { id, unitId } }) {
        return (
          (await findComparison(tx, actor, id, unitId)) ?? refuse({ kind: 'not_found', noun: 'campaign' })
        );
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/comparison/{unitId}/workbook.xlsx',
      permission: 'campaign.read',
      summary: 'the same as a printable workbook',
      params: unitSchema,
      answer: 'response',
      async run({ tx, actor, params: { id, unitId } }) {
        const comparison = await findComparison(tx, actor, id, unitId);
        if (!comparison) return refuse({ kind: 'not_found', noun: 'campaign' });
        const { unit, campaign } = comparison;
        return answerWorkbook(
          comparisonWorkbook(comparison),
          `So sánh điểm - ${unit.name} - ${campaign.year}`,
        );
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/results',
      permission: 'campaign.read',
      summary: 'units with points and places as last published; before that, for the city, how they stand',
      params: campaignSchema,
      answer: resultsSchema,
      async run({ tx, actor, params: { id } }) {
        const results = await findResults(tx, actor, id);
        return 'kind' in results ? refuse(results) : results;
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/results.xlsx',
      permission: 'campaign.read',
      summary: 'the results as a printable workbook',
      params: campaignSchema,
      answer: 'response',
      async run({ tx, actor, params: { id } }) {
        const results = await findResults(tx, actor, id);
        if ('kind' in results) return refuse(results);
        return answerWorkbook(resultsWorkbook(results), `Kết quả đánh giá - ${results.campaign.year}`);
      },
    }),
  ];
}

async function answerWorkbook(workbook: Workbook, name: string): Promise<Response> {
  return new Response(Buffer.from(await writeWorkbook(workbook)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': dispositionOf('attachment', `${name}.xlsx`),
      'cache-control': 'no-store',
    },
  });
}
