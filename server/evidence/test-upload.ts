import { createHash, randomUUID } from 'node:crypto';
import { documentMetadataSchema, type NewEvidence, type ReceivedFile } from '#core/evidence/evidence.ts';
import type { TestApp } from '#server/test-app.ts';

type Received = { fileName?: string; mediaType?: string; secrecy?: string[] };

/** A whole, harmless upload of the person behind the cookie, as receiving it leaves it. */
export async function receiveFile(
  test: TestApp,
  cookie: string,
  bytes: Uint8Array,
  { fileName = 'kế hoạch.pdf', mediaType = 'application/pdf', secrecy = [] }: Received = {},
): Promise<string> {
  const session = await test.deps.accounts.findSession(new Headers({ cookie }));
  const [member] = await test.database.asSuperuser<{ unit_id: string }>(
    'select unit_id from membership where user_id = $1',
    [session!.userId],
  );
  const uploadId = randomUUID();
  const received: ReceivedFile = {
    uploadId,
    file: {
      fileName,
      mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    metadata: documentMetadataSchema.parse({}),
    signatures: [],
    secrecy,
    alike: [],
  };
  await test.deps.files.uploads.append(member!.unit_id, uploadId, 0, bytes);
  await test.database.asSuperuser(
    `insert into upload (unit_id, id, file_name, size, received, status, findings, created_by)
     values ($1, $2, $3, $4, $4, 'received', $5, $6)`,
    [member!.unit_id, uploadId, fileName, bytes.length, JSON.stringify(received), session!.userId],
  );
  return uploadId;
}

/** A document as the page sends it, with what a test changes. */
export function newDocument(uploadId: string | null, change: Partial<NewEvidence> = {}): NewEvidence {
  return {
    kind: 'document',
    uploadId,
    title: 'Kế hoạch cải cách hành chính',
    text: '',
    metadata: documentMetadataSchema.parse({}),
    effectiveOn: null,
    isFreeOfSecrets: true,
    replaces: null,
    departmentId: null,
    links: [],
    ...change,
  };
}
