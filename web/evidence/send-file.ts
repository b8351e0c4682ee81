import type { ReceivedFile, UploadState } from '#core/evidence/evidence.ts';
import { ApiProblem, sendBytes } from '#web/request.ts';
import { evidenceApi } from './api.ts';

/** What the server takes at once. */
export const CHUNK = 8 * 1024 * 1024;
/** How long to wait after each failure in a row, in milliseconds; after the last one it is given up. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000] as const;

/** What sending needs of the outside; tests bring their own. */
export type Wire = {
  begin: (input: { fileName: string; size: number }) => Promise<UploadState>;
  find: (id: string) => Promise<UploadState>;
  put: (
    upload: UploadState,
    bytes: Blob,
    onSent: (sent: number) => void,
    signal?: AbortSignal,
  ) => Promise<UploadState>;
  finish: (id: string) => Promise<ReceivedFile>;
  drop: (id: string) => Promise<void>;
  pause: (milliseconds: number) => Promise<void>;
};

const HTTP: Wire = {
  begin: evidenceApi.beginUpload,
  find: evidenceApi.findUpload,
  put: (upload, bytes, onSent, signal) =>
    sendBytes(evidenceApi.uploadBytes(upload.id, upload.received), bytes, { method: 'PUT', onSent, signal }),
  finish: evidenceApi.finishUpload,
  drop: evidenceApi.dropUpload,
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

export type SendingOptions = {
  /** An upload that was given up: it goes on where it stopped. */
  resume?: string | undefined;
  /** The id, as soon as there is one, to resume by. */
  onBegun?: ((id: string) => void) | undefined;
  /** From 0 to 1; at 1 the server is reading the file. */
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  wire?: Wire;
};

/**
 * What to do after a refusal: a broken network and bytes at the wrong place are asked about and sent
 * again, after a pause that grows; anything else, and too many failures in a row, end it.
 */
export function pauseAfter(problem: unknown, failures: number): number | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  const isPassing =
    problem.kind === 'no_network' ||
    problem.kind === 'upload_offset' ||
    [502, 503, 504].includes(problem.status);
  return isPassing ? PAUSES[failures] : undefined;
}

/**
 * Sends a file piece by piece and answers what the server found in it. A broken network is waited
 * for; stopped by its signal, the upload is dropped and nothing of it is kept.
 */
export async function sendFile(file: File, options: SendingOptions = {}): Promise<ReceivedFile> {
  const { signal, onProgress, wire = HTTP } = options;
  let upload = options.resume
    ? await wire.find(options.resume)
    : await wire.begin({ fileName: file.name.normalize('NFC'), size: file.size });
  options.onBegun?.(upload.id);
  let failures = 0;
  while (upload.received < file.size && !signal?.aborted) {
    const { received } = upload;
    const tell = (sent: number) => onProgress?.(Math.min(1, (received + sent) / file.size));
    const piece = file.slice(received, received + CHUNK);
    const answer: UploadState | { problem: unknown } = await wire
      .put(upload, piece, tell, signal)
      .catch((problem: unknown) => ({ problem }));
    if (!('problem' in answer)) {
      upload = answer;
      failures = 0;
      continue;
    }
    if (signal?.aborted) break;
    const pause = pauseAfter(answer.problem, failures);
    if (pause === undefined) throw answer.problem;
    failures += 1;
    await wire.pause(pause);
    const stood = upload;
    // While the network is still away the question fails too: the next piece then fails and counts.
    upload = await wire.find(upload.id).catch(() => stood);
  }
  if (signal?.aborted) {
    await wire.drop(upload.id).catch(() => undefined);
    throw new ApiProblem(0, { kind: 'upload_stopped', vi: 'Đã dừng gửi tệp.', en: 'Sending was stopped.' });
  }
  onProgress?.(1);
  return wire.finish(upload.id);
}
