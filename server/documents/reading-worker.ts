import { parentPort, workerData } from 'node:worker_threads';
import type { Format } from '#core/reading/blocks.ts';
import { readAs } from './readers.ts';

const { format, bytes, named } = workerData as { format: Format; bytes: Uint8Array; named: string };

parentPort?.postMessage(await readAs(format, bytes, named));
