import { useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Step } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { sayProblem } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { followUpApi } from './follow-up-api.ts';
import styles from './plans.module.css';
import { followUpQuery } from './queries.ts';

/** The steps of a task, ticked off one by one. */
export function StepSection({ task, steps }: { task: Task; steps: readonly Step[] }) {
  const { followUp } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const refusal = useRefusal('task.update', task.owners);
  const [text, setText] = useState('');
  const done = steps.filter((step) => step.doneOn !== null).length;

  const keep = (sending: Promise<Step[]>) =>
    sending.then(
      (kept) => {
        queryClient.setQueryData(followUpQuery(task.id).queryKey, (before) =>
          before ? { ...before, steps: kept } : before,
        );
        void queryClient.invalidateQueries({ queryKey: ['tasks'] });
        return true;
      },
      (problem: unknown) => {
        sayProblem(sentenceOf(problem));
        return false;
      },
    );
  const tick = ({ id, text: words, departmentId, dueOn, version }: Step, isDone: boolean) =>
    keep(followUpApi.changeStep(task.id, id, { text: words, departmentId, dueOn, isDone, version }));
  const add = async () => {
    const step = { text: text.trim(), departmentId: null, dueOn: null, isDone: false };
    if (step.text.length < 2) return;
    if (await keep(followUpApi.addStep(task.id, step))) setText('');
  };

  return (
    <Section title={followUp.step.title(done, steps.length)}>
      {steps.length === 0 && <p className={styles.soft}>{followUp.step.none}</p>}
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <Checkbox
              label={
                <>
                  {step.text}
                  {step.doneOn && (
                    <span className={styles.soft}>
                      {' '}
                      {followUp.step.doneOn(printDay(step.doneOn), step.doneBy ?? '')}
                    </span>
                  )}
                </>
              }
              checked={step.doneOn !== null}
              disabled={refusal !== undefined}
              onChange={(isDone) => void tick(step, isDone)}
            />
            {refusal === undefined && (
              <IconButton
                label={followUp.step.remove(step.text)}
                icon={<X />}
                kind="quiet"
                size="small"
                onClick={() => void keep(followUpApi.removeStep(task.id, step.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {refusal === undefined && (
        <form
          className={styles.addStep}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            aria-label={followUp.step.placeholder}
            placeholder={followUp.step.placeholder}
            value={text}
            maxLength={500}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" icon={<Plus aria-hidden />}>
            {followUp.step.add}
          </Button>
        </form>
      )}
    </Section>
  );
}
