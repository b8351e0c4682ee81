import { CalendarPlus, FileInput } from 'lucide-react';
import { useState } from 'react';
import type { TaskDocument } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { comesAgain } from '#core/plans/timeliness.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { followUpApi } from './follow-up-api.ts';
import { DayField, FormDialog, WordsField } from './form-dialog.tsx';
import styles from './plans.module.css';

const WAITING = ['on_request', 'none', 'not_understood'];

/** The extensions and directives that moved a task's day; the plan's own day stays beside them. */
export function DocumentSection({ task, documents }: { task: Task; documents: readonly TaskDocument[] }) {
  const { followUp } = useWords();
  const words = followUp.document;
  const [asked, setAsked] = useState<TaskDocument['kind'] | undefined>(undefined);
  const [withdrawn, setWithdrawn] = useState<TaskDocument | undefined>(undefined);
  const isWaiting = WAITING.includes(task.deadline.kind);
  return (
    <Section
      title={words.title}
      actions={
        task.status !== 'done' && (
          <>
            {isWaiting && (
              <PermittedButton
                action="task.edit"
                size="small"
                icon={<FileInput aria-hidden />}
                onClick={() => setAsked('directive')}
              >
                {words.direct}
              </PermittedButton>
            )}
            {task.dueTo && !comesAgain(task.deadline) && (
              <PermittedButton
                action="task.extend"
                size="small"
                icon={<CalendarPlus aria-hidden />}
                onClick={() => setAsked('extension')}
              >
                {words.extend}
              </PermittedButton>
            )}
          </>
        )
      }
    >
      {documents.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ol className={styles.history}>
        {documents.map((each) => (
          <li key={each.id}>
            <span>
              <strong>{words.kinds[each.kind]}</strong>{' '}
              {each.dueOn &&
                (each.formerDueOn
                  ? words.moved(printDay(each.formerDueOn), printDay(each.dueOn))
                  : words.sets(printDay(each.dueOn)))}
            </span>
            <span>
              {words.of(each.number, each.issuer, printDay(each.issuedOn))}
              {each.subject && `: ${each.subject}`}
            </span>
            {each.withdrawn ? (
              <span className={styles.soft}>{words.withdrawn(each.withdrawn.by, each.withdrawn.reason)}</span>
            ) : (
              <PermittedButton
                action="task.extend"
                kind="quiet"
                size="small"
                className={styles.inList}
                onClick={() => setWithdrawn(each)}
              >
                {words.withdraw}
              </PermittedButton>
            )}
          </li>
        ))}
      </ol>
      {asked && <DocumentDialog task={task} kind={asked} onClose={() => setAsked(undefined)} />}
      {withdrawn && (
        <WithdrawDialog task={task} document={withdrawn} onClose={() => setWithdrawn(undefined)} />
      )}
    </Section>
  );
}

function DocumentDialog({
  task,
  kind,
  onClose,
}: {
  task: Task;
  kind: TaskDocument['kind'];
  onClose: () => void;
}) {
  const words = useWords().followUp.document;
  const [draft, setDraft] = useState({
    number: '',
    issuer: '',
    issuedOn: '',
    subject: '',
    receivedOn: '',
    dueOn: '',
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const isExtension = kind === 'extension';
  const [issuedOn, receivedOn, dueOn] = [draft.issuedOn, draft.receivedOn, draft.dueOn].map(readDay);
  const isReady =
    draft.number.trim() !== '' &&
    draft.issuer.trim().length > 1 &&
    issuedOn !== undefined &&
    dueOn !== undefined &&
    (isExtension || receivedOn !== undefined);
  const send = () => {
    const facts = {
      number: draft.number.trim(),
      issuer: draft.issuer.trim(),
      issuedOn: issuedOn ?? '',
      subject: draft.subject.trim(),
      evidenceId: null,
      dueOn: dueOn ?? '',
      version: task.version,
    };
    return isExtension
      ? followUpApi.extend(task.id, facts)
      : followUpApi.direct(task.id, { ...facts, receivedOn: receivedOn ?? '' });
  };
  return (
    <FormDialog
      title={isExtension ? words.extendTitle : words.directTitle}
      why={isExtension ? words.extendWhy : words.directWhy}
      kept={words.kept}
      isReady={isReady}
      send={send}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <WordsField
            label={words.number}
            value={draft.number}
            onChange={(number) => set({ number })}
            isTried={isTried}
          />
          <WordsField
            label={words.issuer}
            value={draft.issuer}
            onChange={(issuer) => set({ issuer })}
            isTried={isTried}
          />
          <DayField
            label={words.issuedOn}
            value={draft.issuedOn}
            onChange={(value) => set({ issuedOn: value })}
            isTried={isTried}
          />
          {!isExtension && (
            <DayField
              label={words.receivedOn}
              value={draft.receivedOn}
              onChange={(value) => set({ receivedOn: value })}
              isTried={isTried}
            />
          )}
          <DayField
            label={isExtension ? words.dueOn : words.dueOnDirective}
            value={draft.dueOn}
            onChange={(value) => set({ dueOn: value })}
            isTried={isTried}
          />
          <WordsField
            label={words.subject}
            value={draft.subject}
            onChange={(subject) => set({ subject })}
            isTried={false}
          />
        </>
      )}
    </FormDialog>
  );
}

function WithdrawDialog({
  task,
  document,
  onClose,
}: {
  task: Task;
  document: TaskDocument;
  onClose: () => void;
}) {
  const words = useWords().followUp.document;
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={words.withdrawTitle}
      why={words.withdrawWhy}
      kept={words.kept}
      submit={words.withdraw}
      isReady={reason.trim().length > 1}
      send={() =>
        followUpApi.withdraw(task.id, document.id, { reason: reason.trim(), version: task.version })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <WordsField label={words.withdrawReason} value={reason} onChange={setReason} isTried={isTried} />
      )}
    </FormDialog>
  );
}
