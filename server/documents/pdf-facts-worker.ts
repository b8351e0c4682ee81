import { parentPort } from 'node:worker_threads';
import { readPdfFacts } from './pdf-signatures.ts';

parentPort?.once('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readPdfFacts(bytes));
});
