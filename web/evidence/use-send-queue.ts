import { useCallback, useEffect, useReducer, useRef } from 'react';
import { evidenceApi } from './api.ts';
import { sendFile } from './send-file.ts';
import { nextToSend, type QueuedFile, stepQueue } from './upload-queue.ts';

const PENDING: ReadonlySet<QueuedFile['stage']> = new Set([
  'waiting',
  'sending',
  'reading',
  'ready',
  'failed',
]);

/**
 * Files on their way to the server, one at a time. What is left when the form goes away is given back:
 * a file nobody kept must not lie on the server.
 */
export function useSendQueue() {
  const [queue, step] = useReducer(stepQueue, []);
  const files = useRef(new Map<string, File>());
  const stops = useRef(new Map<string, AbortController>());
  const latest = useRef(queue);
  latest.current = queue;
  const next = nextToSend(queue);

  useEffect(() => {
    const file = next && files.current.get(next.key);
    if (!next || !file || stops.current.has(next.key)) return;
    const { key, uploadId } = next;
    const stop = new AbortController();
    stops.current.set(key, stop);
    step({ kind: 'started', key });
    void sendFile(file, {
      resume: uploadId,
      signal: stop.signal,
      onBegun: (id) => step({ kind: 'begun', key, uploadId: id }),
      onProgress: (share) => step({ kind: 'progressed', key, share }),
    })
      .then(
        (received) => step({ kind: 'received', key, received }),
        (problem: unknown) => step({ kind: 'failed', key, problem }),
      )
      .finally(() => stops.current.delete(key));
  }, [next]);

  const giveBack = useCallback(({ key, stage, uploadId }: QueuedFile) => {
    const stop = stops.current.get(key);
    if (stop) stop.abort();
    else if (uploadId && PENDING.has(stage)) void evidenceApi.dropUpload(uploadId).catch(() => undefined);
    files.current.delete(key);
  }, []);

  useEffect(() => () => latest.current.forEach(giveBack), [giveBack]);

  return {
    queue,
    unsaved: queue.filter(({ stage }) => PENDING.has(stage)),
    choose(chosen: readonly File[]) {
      const keyed = chosen.map((file) => ({ key: crypto.randomUUID(), file }));
      for (const { key, file } of keyed) files.current.set(key, file);
      step({
        kind: 'chosen',
        files: keyed.map(({ key, file }) => ({ key, fileName: file.name.normalize('NFC'), size: file.size })),
      });
    },
    remove(file: QueuedFile) {
      giveBack(file);
      step({ kind: 'removed', key: file.key });
    },
    retry: (key: string) => step({ kind: 'asked_again', key }),
    saved(key: string) {
      // The form may go away before it is drawn again: what was kept must not be given back then.
      latest.current = latest.current.filter((file) => file.key !== key);
      step({ kind: 'saved', key });
    },
  };
}
export type SendQueue = ReturnType<typeof useSendQueue>;
