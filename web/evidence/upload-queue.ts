import type { ReceivedFile } from '#core/evidence/evidence.ts';

/** One file on its way to becoming evidence. */
export type QueuedFile = {
  key: string;
  fileName: string;
  size: number;
  stage: 'waiting' | 'sending' | 'reading' | 'ready' | 'failed' | 'saved';
  /** How much has gone, from 0 to 1. */
  share: number;
  /** The server's id of the upload: a failed one goes on from it. */
  uploadId: string | undefined;
  received: ReceivedFile | undefined;
  problem: unknown;
};

export type QueueStep =
  | { kind: 'chosen'; files: readonly { key: string; fileName: string; size: number }[] }
  | { kind: 'started'; key: string }
  | { kind: 'begun'; key: string; uploadId: string }
  | { kind: 'progressed'; key: string; share: number }
  | { kind: 'received'; key: string; received: ReceivedFile }
  | { kind: 'failed'; key: string; problem: unknown }
  | { kind: 'asked_again'; key: string }
  | { kind: 'saved'; key: string }
  | { kind: 'removed'; key: string };

function change(queue: readonly QueuedFile[], key: string, changes: Partial<QueuedFile>): QueuedFile[] {
  return queue.map((each) => (each.key === key ? { ...each, ...changes } : each));
}

/** The queue after one step. A step about a file that has left the queue changes nothing. */
export function stepQueue(queue: readonly QueuedFile[], step: QueueStep): QueuedFile[] {
  switch (step.kind) {
    case 'chosen':
      return [
        ...queue,
        ...step.files.map((file) => ({
          ...file,
          stage: 'waiting' as const,
          share: 0,
          uploadId: undefined,
          received: undefined,
          problem: undefined,
        })),
      ];
    case 'started':
      return change(queue, step.key, { stage: 'sending', problem: undefined });
    case 'begun':
      return change(queue, step.key, { uploadId: step.uploadId });
    case 'progressed':
      return change(queue, step.key, { stage: step.share < 1 ? 'sending' : 'reading', share: step.share });
    case 'received':
      return change(queue, step.key, { stage: 'ready', share: 1, received: step.received });
    case 'failed':
      return change(queue, step.key, { stage: 'failed', problem: step.problem });
    case 'asked_again':
      return change(queue, step.key, { stage: 'waiting' });
    case 'saved':
      return change(queue, step.key, { stage: 'saved' });
    case 'removed':
      return queue.filter((each) => each.key !== step.key);
  }
}

/** The file to send next: one at a time, in the order chosen; undefined while one is on its way. */
export function nextToSend(queue: readonly QueuedFile[]): QueuedFile | undefined {
  const isBusy = queue.some((each) => each.stage === 'sending' || each.stage === 'reading');
  return isBusy ? undefined : queue.find((each) => each.stage === 'waiting');
}
