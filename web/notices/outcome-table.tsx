import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, CircleX, Clock, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Delivery } from '#core/notices/contact.ts';
import type { DeliveryState } from '#core/notices/notice-words.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
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
  const isNarrow = useIsNarrow();
  const rows = deliveries.map((delivery) => (
    <DeliveryRow
      key={delivery.id}
      delivery={delivery}
      isCard={isNarrow}
      isBusy={again.isPending && again.variables === delivery.id}
      onAgain={() => again.mutate(delivery.id)}
    />
  ));
  if (isNarrow) return <ul className={styles.cards}>{rows}</ul>;
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
      <tbody>{rows}</tbody>
    </DataTable>
  );
}

type RowProps = { delivery: Delivery; isCard: boolean; isBusy: boolean; onAgain: () => void };

function DeliveryRow({ delivery, isCard, isBusy, onAgain }: RowProps) {
  const { outcomes: words } = useNoticeWords();
  const { state, personName, kind, channel, target, settledAt, createdAt } = delivery;
  const at = printMoment(settledAt ?? createdAt);
  const by = (
    <>
      {words.channels[channel]}
      {channel !== 'push' && <span className={styles.under}>{target || words.removed}</span>}
    </>
  );
  const again = (state === 'failed' || state === 'unsure') && (
    <Button
      size="small"
      aria-label={words.againTo(personName, words.channels[channel])}
      isBusy={isBusy}
      onClick={onAgain}
    >
      {words.again}
    </Button>
  );
  if (isCard)
    return (
      <li className={styles.card}>
        <div>
          <strong>{personName}</strong>
          <span className={styles.under}>
            {words.kinds[kind]} · {at}
          </span>
        </div>
        <div>{by}</div>
        <div>
          <DeliveryOutcome delivery={delivery} />
        </div>
        {again}
      </li>
    );
  return (
    <tr>
      <td className={styles.at}>{at}</td>
      <th scope="row">{personName}</th>
      <td>{words.kinds[kind]}</td>
      <td>{by}</td>
      <td>
        <DeliveryOutcome delivery={delivery} />
      </td>
      <td className={styles.last}>{again}</td>
    </tr>
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
