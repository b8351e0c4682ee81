import { Worker } from 'node:worker_threads';
import type { Format, SourceDocument } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

/** What one reading may take; `heap` in megabytes of its thread. */
export type WorkerLimits = { seconds: number; heap: number };

export type ReadingJob = { format: Format; bytes: Uint8Array; named: string };

/** After so many files a thread is replaced, before what its libraries leave behind adds up. */
const mostReadings = 16;
const idleSeconds = 60;

type Reader = { worker: Worker; heap: number; readings: number };

/** One thread waits for the next file: loading the libraries takes longer than reading most files. */
let waiting: (Reader & { timer: NodeJS.Timeout }) | undefined;

/**
 * Reads a file in a thread of its own, stopped after `seconds` or when it needs too much memory. A thread
 * that has read a file well is kept for the next one; after a refusal, a breach or an error it is not.
 */
export function readInWorker(
  job: ReadingJob,
  { seconds, heap }: WorkerLimits,
): Promise<SourceDocument | DocumentRefusal> {
  const reader = takeReader(heap);
  const { worker } = reader;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish({ kind: 'took_too_long', seconds }), seconds * 1000);
    const settle = () => {
      clearTimeout(timer);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
    };
    const finish = (result: SourceDocument | DocumentRefusal) => {
      settle();
      resolve(result);
      if ('blocks' in result) keepReader({ ...reader, readings: reader.readings + 1 });
      else void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      settle();
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'too_complex' });
      else reject(error);
    });
    worker.ref();
    worker.postMessage(job);
  });
}

function takeReader(heap: number): Reader {
  const kept = waiting;
  if (kept?.heap !== heap) return startReader(heap);
  waiting = undefined;
  clearTimeout(kept.timer);
  kept.worker.removeAllListeners('error');
  return kept;
}

function startReader(heap: number): Reader {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return { worker, heap, readings: 0 };
}

/** Neither the waiting thread nor its timer keeps the process alive. */
function keepReader({ worker, heap, readings }: Reader): void {
  if (waiting || readings >= mostReadings) {
    void worker.terminate();
    return;
  }
  const release = () => {
    waiting = undefined;
    void worker.terminate();
  };
  worker.unref();
  worker.once('error', release);
  waiting = { worker, heap, readings, timer: setTimeout(release, idleSeconds * 1000).unref() };
}
