import { invitationInputSchema } from '#core/people/member.ts';
import { needsDepartment, ROLES } from '#core/people/roles.ts';
import { departmentFinder } from '#core/reading/place-departments.ts';
import { recordEvent } from '#server/db/events.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { addInvitation } from '#server/people/invitation-store.ts';
import { hashToken, makeToken } from '#server/people/one-time-token.ts';
import { listDepartments } from '#server/plans/store.ts';
import { readSettings } from '#server/settings.ts';
import { done, type Given, type Outcome, refused, usageFault } from './outcome.ts';
import { consoleActor, withUnit } from './with-database.ts';

const VALID_DAYS = 7;

/** Invites a person into a unit; the link is printed this once and works for seven days. */
export async function invite(given: Given): Promise<Outcome> {
  const { name: personName, role } = given;
  const input = invitationInputSchema.safeParse({ personName, role, departmentId: null });
  if (!input.success) {
    const roles = ROLES.join(', ');
    return usageFault(
      `Họ tên cần ít nhất 2 ký tự và vai trò là một trong: ${roles}.`,
      `A name has at least 2 characters and a role is one of: ${roles}.`,
    );
  }
  return withUnit(given, async (database, unit) => {
    const departments = await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, (tx) =>
      listDepartments(tx, unit.id),
    );
    const wanted = given.department;
    const department =
      wanted === undefined
        ? undefined
        : (departments.find(({ id }) => id === wanted) ?? departmentFinder(departments)(wanted));
    if (wanted !== undefined && !department) {
      const names = departments.map(({ name }) => name).join('; ');
      const vi = `Không có phòng, ban "${wanted}". Hiện có: ${names || 'chưa có'}.`;
      const en = `There is no department "${wanted}". There are: ${names || 'none yet'}.`;
      return refused({ kind: 'department_unknown', vi, en }, given);
    }
    if (needsDepartment(input.data.role) && !department) {
      return refused(
        {
          kind: 'department_needed',
          vi: 'Cán bộ phòng, ban và người được giao việc cần có --department. Hãy ghi tên phòng, ban của người được mời.',
          en: 'An officer or a contributor needs --department. Name the department of the person.',
        },
        given,
      );
    }
    const token = makeToken();
    const actor = consoleActor(unit.id);
    const invited = { ...input.data, departmentId: department?.id ?? null };
    const expiresAt = new Date(Date.now() + VALID_DAYS * 86_400_000).toISOString();
    const invitation = await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, async (tx) => {
      const added = await addInvitation(tx, {
        ...invited,
        unitId: unit.id,
        tokenHash: hashToken(token),
        createdBy: actor.userId,
        expiresAt,
      });
      await recordEvent(tx, actor, {
        noun: 'invitation',
        subjectId: added.id,
        verb: 'created',
        after: invited,
      });
      return added;
    });
    const { publicUrl, port } = readSettings(process.env);
    const link = `${publicUrl ?? `http://localhost:${port}`}/invite#${token}`;
    return done({ invitation, link }, link, given);
  });
}
