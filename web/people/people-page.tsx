import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { CircleCheck, CircleSlash, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '#core/people/member.ts';
import { HistoryLink } from '#web/history/history-link.tsx';
import { departmentsQuery, membersQuery } from '#web/queries.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import styles from './people.module.css';
import { PeopleTabs } from './people-tabs.tsx';
import { PermittedButton } from './permitted-button.tsx';
import { useMe } from './session.ts';

/** Everyone with an account, what they may do, and who is invited. */
export function PeoplePage() {
  const me = useMe();
  const { people } = useWords();
  const members = useSuspenseQuery(membersQuery).data;
  const departments = useQuery(departmentsQuery).data ?? [];
  const [dialog, setDialog] = useState<Member | 'invite' | undefined>(undefined);
  const nameOf = (id: string | null) => departments.find((department) => department.id === id)?.name;
  return (
    <>
      <PageHeader
        title={people.membersTitle(members.filter((member) => member.endedAt === null).length)}
        tabTitle={people.members}
        lead={people.membersLead}
        actions={
          <PermittedButton
            action="member.invite"
            kind="primary"
            icon={<UserPlus aria-hidden />}
            onClick={() => setDialog('invite')}
          >
            {people.invite}
          </PermittedButton>
        }
      />
      <PeopleTabs />
      <DataTable caption={people.members}>
        <thead>
          <tr>
            <th scope="col">{people.personName}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.department}</th>
            <th scope="col">{people.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId}>
              <th scope="row">
                <span className={styles.title}>{member.personName}</span>
                {member.userId === me.userId && <span className={cell.soft}> ({people.you})</span>}
                <span className={styles.hint}>
                  {[member.username, member.positionTitle].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td>{people.roles[member.role]}</td>
              <td>
                {nameOf(member.departmentId) ?? <span className={cell.soft}>{people.noDepartment}</span>}
              </td>
              <td>
                {member.endedAt === null ? (
                  <Status tone="approved" icon={<CircleCheck aria-hidden />}>
                    {people.active}
                  </Status>
                ) : (
                  <Status tone="none" icon={<CircleSlash aria-hidden />}>
                    {people.ended}
                  </Status>
                )}
              </td>
              <td className={styles.right}>
                <HistoryLink subject={member.userId} name={member.personName} />{' '}
                <PermittedButton
                  action="member.edit"
                  size="small"
                  aria-label={people.editPerson(member.personName)}
                  onClick={() => setDialog(member)}
                >
                  {people.edit}
                </PermittedButton>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Invitations nameOf={nameOf} />
      {dialog === 'invite' && <InviteDialog onClose={() => setDialog(undefined)} />}
      {dialog !== undefined && dialog !== 'invite' && (
        <MemberDialog member={dialog} onClose={() => setDialog(undefined)} />
      )}
    </>
  );
}
