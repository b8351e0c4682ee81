import { parentPort } from 'node:worker_threads';
import type { ReadingJob } from './read-in-worker.ts';
import { readAs } from './readers.ts';

parentPort?.on('message', async ({ format, bytes, named }: ReadingJob) => {
  parentPort?.postMessage(await readAs(format, bytes, named));
});
