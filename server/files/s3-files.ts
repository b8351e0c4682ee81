import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';
import type { S3Settings } from '#server/settings.ts';
import { type KeptFiles, keyOf, ROOT, readKey, type StoredObject } from './kept-files.ts';

/** Files in a bucket. An object is visible there only when all of it has arrived. */
export function openS3Files(settings: S3Settings): KeptFiles {
  const { bucket, endpoint, region, keyId, secret } = settings;
  const client = new S3Client({
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    // Services other than Amazon's know neither addresses by bucket nor checksums of their own accord.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }));
  return {
    async keep(unitId, sha256, path) {
      const key = keyOf(unitId, sha256);
      if (await disk.exists(key)) return;
      const { size } = await stat(path);
      await disk.putStream(key, createReadStream(path), {
        contentLength: size,
        contentType: 'application/octet-stream',
      });
    },
    async read(unitId, sha256, range) {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(unitId, sha256),
          ...(range ? { Range: `bytes=${range.from}-${range.to}` } : {}),
        }),
      );
      if (!Body) throw new Error('the S3 service sent no content');
      return Body.transformToWebStream() as ReadableStream<Uint8Array>;
    },
    remove: (unitId, sha256) => disk.delete(keyOf(unitId, sha256)),
    list: () => listBucket(client, bucket),
  };
}

/** Every kept file by the bucket's own list, which also says when: asking each object would take hours. */
async function* listBucket(client: S3Client, bucket: string): AsyncIterable<StoredObject> {
  let next: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: `${ROOT}/`,
        ...(next ? { ContinuationToken: next } : {}),
      }),
    );
    for (const { Key, LastModified } of page.Contents ?? []) {
      const found = readKey(Key ?? '');
      if (found && LastModified) yield { ...found, changedAt: LastModified };
    }
    next = page.NextContinuationToken;
  } while (next);
}
