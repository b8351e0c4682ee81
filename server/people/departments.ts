import { z } from 'zod';
import { departmentInputSchema, departmentSchema } from '#core/people/department.ts';
import { recordEvent } from '#server/db/events.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import {
  addDepartment,
  findDepartment,
  isDepartmentNameTaken,
  listDepartments,
  saveDepartment,
} from './department-store.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';

const idSchema = z.object({ id: z.uuid() });
const versionSchema = z.object({ version: z.int() });

export function departmentRoutes(): Route[] {
  const { inUnit } = routesOf<PeopleRefusal>(peopleProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/departments',
      permission: 'task.read',
      summary: 'the departments of the unit and what they answer for',
      answer: z.array(departmentSchema),
      run: ({ tx, actor, today }) => listDepartments(tx, actor.unitId, today),
    }),
    inUnit({
      method: 'post',
      path: '/api/departments',
      permission: 'department.edit',
      summary: 'adds a department',
      body: departmentInputSchema,
      answer: departmentSchema,
      async run({ tx, actor, body, today }) {
        const id = await addDepartment(tx, actor.unitId, body);
        if (id === undefined) return refuse({ kind: 'department_name_taken', field: 'name' });
        await recordEvent(tx, actor, { noun: 'department', subjectId: id, verb: 'created', after: body });
        return (await findDepartment(tx, actor.unitId, id, today)) ?? refuse({ kind: 'not_found' });
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/departments/{id}',
      permission: 'department.edit',
      summary: 'changes a department',
      params: idSchema,
      body: departmentInputSchema.extend(versionSchema.shape),
      answer: departmentSchema,
      async run({ tx, actor, params: { id }, body: { version, ...after }, today }) {
        const before = await findDepartment(tx, actor.unitId, id, today);
        if (!before) return refuse({ kind: 'not_found' });
        if (before.version !== version) return refuse({ kind: 'stale_version' });
        if (await isDepartmentNameTaken(tx, actor.unitId, after.name, id)) {
          return refuse({ kind: 'department_name_taken', field: 'name' });
        }
        if (!(await saveDepartment(tx, actor.unitId, id, version, after)))
          return refuse({ kind: 'stale_version' });
        const { name, kind, spellings } = before;
        const change = { before: { name, kind, spellings }, after };
        await recordEvent(tx, actor, { noun: 'department', subjectId: id, verb: 'changed', ...change });
        return { ...before, ...after, version: version + 1 };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/departments/{id}/end',
      permission: 'department.edit',
      summary: 'ends a department that answers for nothing any more',
      params: idSchema,
      body: versionSchema,
      answer: 'nothing',
      async run({ tx, actor, params: { id }, body: { version }, now, today }) {
        const before = await findDepartment(tx, actor.unitId, id, today);
        if (!before) return refuse({ kind: 'not_found' });
        const { tasks, criteria, members } = before;
        if (tasks + criteria + members > 0)
          return refuse({ kind: 'department_in_use', tasks, criteria, members });
        const isSaved = await saveDepartment(tx, actor.unitId, id, version, { ended_at: now.toISOString() });
        if (!isSaved) return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'department',
          subjectId: id,
          verb: 'ended',
          before: { name: before.name },
        });
        return undefined;
      },
    }),
  ];
}
