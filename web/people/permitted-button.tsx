import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import { type Action, mayEver, refuseAction } from '#core/people/permissions.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Button, type ButtonProps } from '#web/ui/button.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import { useMe } from './session.ts';

/** Why the person signed in may not do the action, as a sentence; undefined when they may. */
export function useRefusal(action: Action, owners: readonly OwnerOf[] = []): string | undefined {
  const me = useMe();
  const { people } = useWords();
  const mayReadPlan = mayEver(me.role, 'plan.read');
  const departments = useQuery({ ...departmentsQuery, enabled: owners.length > 0 && mayReadPlan }).data ?? [];
  const kindByDepartment = new Map(departments.map(({ id, kind }) => [id, kind]));
  const answering = answeringDepartments({ owners: [...owners] }, kindByDepartment, me.departmentId);
  // Who may not read the plan is shown the own department's work alone, groups of departments included.
  const own = mayReadPlan || me.departmentId === null || owners.length === 0 ? [] : [me.departmentId];
  const refusal = refuseAction(me, action, [...answering, ...own]);
  return refusal && people.refused[refusal.because](people.roles[refusal.role]);
}

export type PermittedButtonProps = ButtonProps & {
  action: Action;
  /** The departments answering for the thing, for actions an officer may do on their own. */
  owners?: readonly OwnerOf[] | undefined;
};

/**
 * A button greyed with the reason where the table of permissions refuses: it stays in its place, can
 * be reached by keyboard, and says why. The server refuses from the same rows.
 */
export function PermittedButton({ action, owners, children, ...button }: PermittedButtonProps) {
  const reason = useRefusal(action, owners);
  const id = useId();
  if (reason === undefined) return <Button {...button}>{children}</Button>;
  return (
    <Tooltip text={reason}>
      <Button
        {...button}
        disabled={false}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {children}
        <VisuallyHidden id={id}>{reason}</VisuallyHidden>
      </Button>
    </Tooltip>
  );
}
