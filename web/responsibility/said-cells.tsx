import { useState } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { useWords } from '#web/words/language.ts';
import styles from './responsibility.module.css';
import { DecisionDialog, ExplanationDialog } from './responsibility-dialogs.tsx';
import { DecisionWords, ExplanationWords, ownersOf } from './responsibility-words.tsx';

/** What the department said of a line; whoever explains in this unit can write it, until it is decided on. */
export function ExplanationCell({ line }: { line: ResponsibilityLine }) {
  const me = useMe();
  const words = useWords().responsibility.explanation;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.said}>
      <ExplanationWords line={line} />
      {line.decision === null && mayEver(me.role, 'responsibility.explain') && (
        <PermittedButton
          action="responsibility.explain"
          owners={ownersOf(line)}
          size="small"
          onClick={() => setOpen(true)}
        >
          {line.explanation === null ? words.write : words.rewrite}
        </PermittedButton>
      )}
      {isOpen && <ExplanationDialog line={line} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What was decided on a line; leaders decide, never on words of their own. */
export function DecisionCell({ line }: { line: ResponsibilityLine }) {
  const me = useMe();
  const words = useWords().responsibility.decision;
  const [isOpen, setOpen] = useState(false);
  const isOwn = line.explanation?.byId === me.userId;
  const mayDecide = mayEver(me.role, 'responsibility.decide');
  return (
    <div className={styles.said}>
      <DecisionWords line={line} />
      {mayDecide && isOwn && <span className={styles.soft}>{words.own}</span>}
      {mayDecide && !isOwn && (
        <PermittedButton action="responsibility.decide" size="small" onClick={() => setOpen(true)}>
          {line.decision === null ? words.decide : words.again}
        </PermittedButton>
      )}
      {isOpen && <DecisionDialog line={line} onClose={() => setOpen(false)} />}
    </div>
  );
}
