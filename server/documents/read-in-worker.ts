import { Worker } from 'node:worker_threads';
import type { Format, SourceDocument } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

/** In megabytes: what the heap of one reading may grow to before it is stopped. */
const heapLimit = 192;

/** Reads a file in a thread of its own, stopped after `seconds` or when it needs too much memory. */
export function readInWorker(
  format: Format,
  bytes: Uint8Array,
  named: string,
  seconds: number,
): Promise<SourceDocument | DocumentRefusal> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: { format, bytes, named },
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const timer = setTimeout(() => finish({ kind: 'took_too_long', seconds }), seconds * 1000);
    const finish = (result: SourceDocument | DocumentRefusal) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'too_complex' });
      else reject(error);
    });
  });
}
