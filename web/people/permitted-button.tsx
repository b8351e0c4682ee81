import { useId } from 'react';
import { type Action, refuseAction } from '#core/people/permissions.ts';
import { Button, type ButtonProps } from '#web/ui/button.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import { useMe } from './session.ts';

/** Why the person signed in may not do the action, as a sentence; undefined when they may. */
export function useRefusal(
  action: Action,
  owners: readonly { departmentId: string }[] = [],
): string | undefined {
  const me = useMe();
  const { people } = useWords();
  const refusal = refuseAction(
    me,
    action,
    owners.map((owner) => owner.departmentId),
  );
  return refusal && people.refused[refusal.because](people.roles[refusal.role]);
}

export type PermittedButtonProps = ButtonProps & {
  action: Action;
  /** The departments answering for the thing, for actions an officer may do on their own. */
  owners?: readonly { departmentId: string }[] | undefined;
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
