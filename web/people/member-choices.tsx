import { useQuery } from '@tanstack/react-query';
import { needsDepartment, type Role, rolesIn } from '#core/people/roles.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { useMe } from './session.ts';

export type MemberChoice = { role: Role; departmentId: string | null };

/** The role of a person and the department they work for: the same two choices when inviting and when changing. */
export function MemberChoices({
  value,
  onChange,
}: {
  value: MemberChoice;
  onChange: (value: MemberChoice) => void;
}) {
  const me = useMe();
  const { people } = useWords();
  const departments = useQuery(departmentsQuery).data ?? [];
  return (
    <>
      <Field label={people.role} hint={people.roleHints[value.role]}>
        {(control) => (
          <Select
            {...control}
            value={value.role}
            onChange={(role) => onChange({ ...value, role })}
            options={rolesIn(me.unit.kind).map((role) => ({ value: role, label: people.roles[role] }))}
          />
        )}
      </Field>
      <Field
        label={people.department}
        isOptional={!needsDepartment(value.role)}
        hint={
          needsDepartment(value.role) && value.departmentId === null
            ? people.officerNeedsDepartment
            : undefined
        }
      >
        {(control) => (
          <Select
            {...control}
            value={value.departmentId ?? ''}
            onChange={(id) => onChange({ ...value, departmentId: id === '' ? null : id })}
            options={[
              { value: '', label: people.noDepartment },
              ...departments.map((department) => ({ value: department.id, label: department.name })),
            ]}
          />
        )}
      </Field>
    </>
  );
}
