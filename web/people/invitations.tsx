import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Invitation } from '#core/people/member.ts';
import { mayEver } from '#core/people/permissions.ts';
import { api } from '#web/api.ts';
import { invitationsQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './people.module.css';
import { useMe } from './session.ts';

/** Invitations neither accepted nor revoked: for those who may invite. */
export function Invitations({ nameOf }: { nameOf: (departmentId: string | null) => string | undefined }) {
  const me = useMe();
  const { people } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const mayInvite = mayEver(me.role, 'member.invite');
  const invitations = useQuery({ ...invitationsQuery, enabled: mayInvite });
  const revoke = useMutation({
    mutationFn: (invitation: Invitation) => api.revokeInvitation(invitation.id),
    onSuccess: async (_, invitation) => {
      await queryClient.invalidateQueries({ queryKey: ['invitations'] });
      say(people.revoked(invitation.personName));
    },
    onError: (problem) => sayProblem(sentenceOf(problem)),
  });
  if (!mayInvite) return null;
  const open = (invitations.data ?? []).filter((each) => each.acceptedAt === null && each.revokedAt === null);
  return (
    <div className={styles.below}>
      <Section title={people.invitations}>
        {open.length === 0 ? (
          <p className={cell.soft}>{people.invitationsNone}</p>
        ) : (
          <DataTable caption={people.invitations}>
            <thead>
              <tr>
                <th scope="col">{people.personName}</th>
                <th scope="col">{people.role}</th>
                <th scope="col">{people.department}</th>
                <th scope="col">{people.expires}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {open.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">{invitation.personName}</th>
                  <td>{people.roles[invitation.role]}</td>
                  <td>{nameOf(invitation.departmentId) ?? people.noDepartment}</td>
                  <td>{printDay(invitation.expiresAt)}</td>
                  <td className={styles.right}>
                    <Button
                      kind="danger"
                      size="small"
                      aria-label={people.revokeOf(invitation.personName)}
                      isBusy={revoke.isPending && revoke.variables.id === invitation.id}
                      onClick={() => revoke.mutate(invitation)}
                    >
                      {people.revoke}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </Section>
    </div>
  );
}
