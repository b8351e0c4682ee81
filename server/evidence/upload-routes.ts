import { z } from 'zod';
import {
  newUploadSchema,
  type ReceivedFile,
  receivedFileSchema,
  uploadSchema,
} from '#core/evidence/evidence.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { extensionOf } from '#server/documents/sniff.ts';
import { refuseName } from '#server/files/file-kinds.ts';
import { hashFile } from '#server/files/hash-file.ts';
import { inspectFile } from '#server/files/inspect-file.ts';
import { scanFile } from '#server/files/scan-file.ts';
import { takeTurns } from '#server/files/take-turns.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { readFileFacts } from './read-metadata.ts';
import { listAlike } from './received-files.ts';
import { type UploadProblem, uploadProblems } from './upload-problems.ts';
import {
  beginUpload,
  dropUpload,
  findUpload,
  type KeptUpload,
  type Owner,
  saveFindings,
  saveReceived,
  sumUploads,
} from './upload-store.ts';

const MIB = 1024 * 1024;
const PIECE = 8 * MIB;
/** How many uploads a person may have that are not evidence yet. */
const MOST_OPEN = 50;
/** How many received files are looked through at once: each may need a thread of its own. */
const INSPECTIONS = 2;

const idSchema = z.object({ id: z.uuid() });
const notFound = { kind: 'not_found', noun: 'upload' } as const;

type UploadDeps = Pick<Deps, 'files' | 'clamd' | 'uploadLimit' | 'log'>;

/**
 * A file comes in pieces that are safe once acknowledged, is looked through when it is whole, and then
 * waits for its owner to make it evidence. Everything is the uploader's alone.
 */
export function uploadRoutes(deps: UploadDeps): Route[] {
  const { inUnit, inSteps } = routesOf<UploadProblem>(uploadProblems);
  const inTurn = takeTurns(INSPECTIONS);

  return [
    inUnit({
      method: 'post',
      path: '/api/uploads',
      permission: 'evidence.add',
      summary: 'announces a file of evidence, whose bytes follow in pieces',
      body: newUploadSchema,
      largestNumber: Number.MAX_SAFE_INTEGER,
      answer: uploadSchema,
      async run({ tx, actor, body, now }) {
        const { size } = body;
        const refusal =
          size === 0 ? ({ kind: 'empty_file' } as const) : refuseName(extensionOf(body.fileName));
        if (refusal) return refuse(refusal);
        if (size > deps.uploadLimit) return refuse({ kind: 'too_large', limitMiB: deps.uploadLimit / MIB });
        const { ownCount, bytesToCome } = await sumUploads(tx, actor);
        if (ownCount >= MOST_OPEN) return refuse({ kind: 'too_many_uploads', limit: MOST_OPEN });
        if ((await deps.files.findRoom()) < bytesToCome + size) return refuse({ kind: 'no_room' });
        return beginUpload(tx, actor, { fileName: body.fileName.normalize('NFC'), size }, now);
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/uploads/{id}',
      permission: 'evidence.add',
      summary: 'how far an upload has come, to go on with it',
      params: idSchema,
      answer: uploadSchema,
      async run({ tx, actor, params: { id } }) {
        const upload = await findWritten(deps, tx, actor, id);
        return upload ? stateOf(upload) : refuse(notFound);
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/uploads/{id}/bytes',
      permission: 'evidence.add',
      summary: 'adds a piece of at most 8 MiB at a position in bytes; it is on the disk when this answers',
      params: idSchema,
      query: z.object({ from: z.coerce.number().int().min(0) }),
      body: 'upload',
      bodyLimit: PIECE,
      answer: uploadSchema,
      async run({ tx, actor, params: { id }, query: { from }, body, now }) {
        if (!('bytes' in body))
          return refuse({ kind: 'unsupported_type', expected: 'application/octet-stream' });
        const upload = await findWritten(deps, tx, actor, id, { isLocked: true });
        if (!upload) return refuse(notFound);
        if (upload.findings) return refuse({ kind: 'upload_closed' });
        if (from !== upload.received) return refuse({ kind: 'upload_offset', received: upload.received });
        if (from + body.bytes.length > upload.size)
          return refuse({ kind: 'upload_overrun', size: upload.size });
        const received = await deps.files.uploads
          .append(actor.unitId, id, from, body.bytes)
          .catch((error: NodeJS.ErrnoException) => {
            if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error;
            return undefined;
          });
        if (received === undefined) return refuse({ kind: 'no_room' });
        await saveReceived(tx, actor.unitId, { id, received }, now);
        return stateOf({ ...upload, received });
      },
    }),
    inSteps({
      method: 'post',
      path: '/api/uploads/{id}/finish',
      permission: 'evidence.add',
      summary: 'looks through a whole upload and says what it is, or refuses it and keeps nothing of it',
      params: idSchema,
      answer: receivedFileSchema,
      async run({ inUnit: inTransaction, actor, params: { id }, now }) {
        const upload = await inTransaction((tx) => findWritten(deps, tx, actor, id));
        if (!upload) return refuse(notFound);
        if (upload.findings) return upload.findings;
        const { received, size } = upload;
        if (received < size) return refuse({ kind: 'upload_incomplete', received, size });
        const found = await inTurn(() => lookThrough(deps, actor, upload));
        if ('kind' in found && found.kind === 'scan_unreachable') return refuse(found);
        if ('kind' in found) {
          deps.log.warn({ unitId: actor.unitId, uploadId: id, refusal: found }, 'upload refused');
          await inTransaction((tx) => dropUpload(tx, actor.unitId, id));
          await deps.files.uploads.drop(actor.unitId, id);
          return refuse(found);
        }
        return inTransaction(async (tx) => {
          const still = await findUpload(tx, actor, id, { isLocked: true });
          if (!still) return refuse(notFound);
          if (still.findings) return still.findings;
          const { sha256 } = found.file;
          const alike = await listAlike(tx, actor, { sha256, metadata: found.metadata });
          await saveFindings(tx, actor.unitId, { ...found, alike }, now);
          return { ...found, alike };
        });
      },
    }),
    inSteps({
      method: 'delete',
      path: '/api/uploads/{id}',
      permission: 'evidence.add',
      summary: 'gives an upload up; nothing of it is kept',
      params: idSchema,
      answer: 'nothing',
      async run({ inUnit: inTransaction, actor, params: { id } }) {
        const isDropped = await inTransaction(async (tx) => {
          if (!(await findUpload(tx, actor, id, { isLocked: true }))) return false;
          await dropUpload(tx, actor.unitId, id);
          return true;
        });
        if (!isDropped) return refuse(notFound);
        // After the row: bytes without a row are swept, a row without bytes would promise what is not there.
        await deps.files.uploads.drop(actor.unitId, id);
        return undefined;
      },
    }),
  ];
}

/** An upload with no more received than really lies on this machine's disk. */
async function findWritten(
  { files }: UploadDeps,
  tx: Tx,
  owner: Owner,
  id: string,
  options?: { isLocked: boolean },
): Promise<KeptUpload | undefined> {
  const upload = await findUpload(tx, owner, id, options);
  return (
    upload && {
      ...upload,
      received: Math.min(upload.received, await files.uploads.sizeOf(owner.unitId, id)),
    }
  );
}

/** What a whole upload is, by guards, scanner and readers, each reading it piece by piece; or why it is refused. */
async function lookThrough(
  { files, clamd }: UploadDeps,
  { unitId }: Owner,
  { id, fileName, size }: KeptUpload,
): Promise<Omit<ReceivedFile, 'alike'> | UploadProblem> {
  const path = files.uploads.pathOf(unitId, id);
  const inspected = await inspectFile(path, fileName);
  if ('kind' in inspected) return inspected;
  const refusal = clamd === undefined ? undefined : await scanFile(clamd, path);
  if (refusal) return refusal;
  const file = { fileName, mediaType: inspected.mediaType, size, sha256: await hashFile(path) };
  return { uploadId: id, file, ...(await readFileFacts(path, file)) };
}

function stateOf({ id, fileName, size, received }: KeptUpload) {
  return { id, fileName, size, received };
}
