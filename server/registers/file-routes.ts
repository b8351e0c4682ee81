import { z } from 'zod';
import { rowInputSchema } from '#core/registers/register.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { readingLimits } from '#server/documents/read-document.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { findReadable } from './find-readable.ts';
import { type RegisterRefusal, registerProblems } from './problems.ts';
import { readRegisterFile, writeRegister, writeRegisterText } from './register-files.ts';
import { findUnitName, listDepartmentNames, listRows } from './store.ts';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const keySchema = z.object({ key: z.string().max(40) });
const yearSchema = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
const rowsReadSchema = z.object({
  rows: z.array(rowInputSchema),
  faults: z.array(
    z.object({
      row: z.int(),
      column: z.string(),
      written: z.string().optional(),
      vi: z.string(),
      en: z.string(),
    }),
  ),
  unknownHeadings: z.array(z.string()),
});

export function fileRoutes(): Route[] {
  const { inUnit } = routesOf<RegisterRefusal>(registerProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/registers/{key}/export.xlsx',
      permission: 'register.read',
      summary: 'the rows of a year as a printable workbook that reads back',
      params: keySchema,
      query: yearSchema,
      answer: 'response',
      async run({ tx, actor, params: { key }, query, today }) {
        const found = await findRows(tx, actor, key, query.year, today);
        if (found.kind !== 'found') return refuse(found);
        const { register, rows, departments, year } = found;
        const unitName = await findUnitName(tx, actor.unitId);
        const bytes = await writeRegister(register, rows, departments, unitName);
        return fileAnswer(
          Buffer.from(bytes),
          WORKBOOK_TYPE,
          `${register.title} ${year}.xlsx`,
          `${key}-${year}.xlsx`,
        );
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/registers/{key}/export.csv',
      permission: 'register.read',
      summary: 'the rows of a year as separated text; what would be a formula is guarded',
      params: keySchema,
      query: yearSchema,
      answer: 'response',
      async run({ tx, actor, params: { key }, query, today }) {
        const found = await findRows(tx, actor, key, query.year, today);
        if (found.kind !== 'found') return refuse(found);
        const { register, rows, departments, year } = found;
        const text = writeRegisterText(register, rows, departments);
        return fileAnswer(
          text,
          'text/csv; charset=utf-8',
          `${register.title} ${year}.csv`,
          `${key}-${year}.csv`,
        );
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/registers/{key}/import',
      permission: 'register.write',
      summary: 'reads a workbook or separated text as rows of the register; keeps nothing',
      params: keySchema,
      body: 'upload',
      bodyLimit: readingLimits.size,
      answer: rowsReadSchema,
      async run({ tx, actor, params: { key }, body }) {
        const register = await findReadable(tx, actor, key);
        if ('kind' in register) return refuse(register);
        if (register.source === 'tasks') return refuse({ kind: 'register_of_tasks' });
        if ('text' in body) return refuse({ kind: 'unsupported_type', expected: WORKBOOK_TYPE });
        const departments = await listDepartmentNames(tx, actor.unitId);
        const read = await readRegisterFile(register, body, departments, actor.departmentId);
        return 'kind' in read ? refuse(read) : read;
      },
    }),
  ];
}

async function findRows(tx: Tx, actor: SignedInActor, key: string, asked: number | undefined, today: string) {
  const register = await findReadable(tx, actor, key);
  if ('kind' in register) return register;
  if (register.source === 'tasks') return { kind: 'register_of_tasks' } as const;
  const year = asked ?? (await findLivePlan(tx, actor.unitId))?.year ?? Number(today.slice(0, 4));
  const rows = await listRows(tx, actor.unitId, key, { year });
  return {
    kind: 'found',
    register,
    rows,
    departments: await listDepartmentNames(tx, actor.unitId),
    year,
  } as const;
}

function fileAnswer(
  body: string | Buffer<ArrayBuffer>,
  type: string,
  name: string,
  plainName: string,
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}
