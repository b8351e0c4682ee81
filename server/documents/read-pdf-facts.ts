import { Worker } from 'node:worker_threads';
import type { PdfFacts } from './pdf-signatures.ts';
import type { WorkerLimits } from './read-in-worker.ts';

/**
 * Pages and signatures of a PDF, read in a thread of its own that is stopped after `seconds` or when it
 * needs too much memory. A file that cannot be opened has neither: undefined.
 */
export function findPdfFacts(
  bytes: Uint8Array,
  { seconds, heap }: WorkerLimits,
): Promise<PdfFacts | undefined> {
  const worker = new Worker(new URL('./pdf-facts-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve) => {
    const finish = (facts: PdfFacts | undefined) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      void worker.terminate();
      resolve(facts);
    };
    const timer = setTimeout(finish, seconds * 1000, undefined);
    worker.once('message', finish);
    worker.once('error', () => finish(undefined));
    worker.postMessage(bytes);
  });
}
