import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, CircleX, Clock, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Delivery } from '#core/notices/contact.ts';
import type { DeliveryState } from '#core/notices/notice-words.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import styles from './notices.module.css';
import { sayReason } from './say-reason.ts';

const LOOK: Readonly<Record<DeliveryState, { tone: Tone; icon: ReactNode }>> = {
  queued: { tone: 'none', icon: <Clock aria-hidden /> },
  handed: { tone: 'submitted', icon: <Send aria-hidden /> },
  sent: { tone: 'approved', icon: <CircleCheck aria-hidden /> },
  failed: { tone: 'returned', icon: <CircleX aria-hidden /> },
  unsure: { tone: 'draft', icon: <CircleHelp aria-hidden /> },
};

/** Every message to every receiver, the latest first; what failed or is unsure can be sent again. */
export function OutcomeTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  const { outcomes: words } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: noticesApi.sendAgain,
    onSuccess: () => say(words.queuedAgain),
    onError: (problem) => sayProblem(sentenceOf(problem)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  return (
    <DataTable caption={words.tab} className={styles.outcomes}>
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <td className={styles.at}>{printMoment(delivery.settledAt ?? delivery.createdAt)}</td>
            <th scope="row">{delivery.personName}</th>
            <td>{words.kinds[delivery.kind]}</td>
            <td>
              {words.channels[delivery.channel]}
              {delivery.channel !== 'push' && (
                <span className={styles.under}>{delivery.target || words.removed}</span>
              )}
            </td>
            <td>
              <DeliveryOutcome delivery={delivery} />
            </td>
            <td className={cell.number}>
              {(delivery.state === 'failed' || delivery.state === 'unsure') && (
                <Button
                  size="small"
                  aria-label={words.againTo(delivery.personName, words.channels[delivery.channel])}
                  isBusy={again.isPending && again.variables === delivery.id}
                  onClick={() => again.mutate(delivery.id)}
                >
                  {words.again}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function DeliveryOutcome({ delivery: { state, reason, attempts, nextTryAt } }: { delivery: Delivery }) {
  const { outcomes: words, reasons } = useNoticeWords();
  const isTriedAgain = state === 'queued' && attempts > 0;
  return (
    <>
      <Status {...LOOK[state]}>{words.states[state]}</Status>
      {state !== 'sent' && reason !== '' && (
        <span className={styles.under}>
          {sayReason(reason, reasons)}
          {isTriedAgain && ` ${words.retried(attempts, printMoment(nextTryAt))}`}
        </span>
      )}
    </>
  );
}
