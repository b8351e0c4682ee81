import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the environment asks of the server. */
export type Settings = {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
  /** Where evidence files are kept instead of the data folder. */
  s3: S3Settings | undefined;
  /** Where clamd listens: "host:port" or the path of its socket. */
  clamd: string | undefined;
  /** The largest file of evidence, in bytes. */
  uploadLimit: number;
  /** The mail server: "smtp://user:password@host:587" or "smtps://…". */
  mailUrl: string | undefined;
  /** The address mail comes from: "Phường Hồ Sen <cchc@phuong.example>". */
  mailFrom: string | undefined;
  /** Hosts of the own network that webhooks may go to: "bridge.lan:8080, 10.0.0.7". */
  outsideHosts: string | undefined;
  /** Where the heads of the log are sent once a day. */
  logHeads: { mail: string | undefined; webhook: string | undefined; webhookSecret: string | undefined };
};

/** An S3 service; without an endpoint it is Amazon's. */
export type S3Settings = {
  bucket: string;
  endpoint: string | undefined;
  region: string;
  keyId: string;
  secret: string;
};

const MIB = 1024 * 1024;

/** Reads what docs/operations.md lists; blank means not set. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const said = (name: string) => environment[name]?.trim() || undefined;
  const bucket = said('PARINDEX_FILES_S3_BUCKET');
  const uploadMiB = Number(said('PARINDEX_UPLOAD_MIB'));
  return {
    port: Number(said('PORT') ?? 3000),
    host: said('HOST') ?? '127.0.0.1',
    dataFolder: resolve(said('PARINDEX_DATA') ?? 'data'),
    databaseUrl: said('DATABASE_URL'),
    publicUrl: said('PARINDEX_URL')?.replace(/\/+$/u, ''),
    s3: bucket
      ? {
          bucket,
          endpoint: said('PARINDEX_FILES_S3_ENDPOINT'),
          region: said('PARINDEX_FILES_S3_REGION') ?? 'us-east-1',
          keyId: said('PARINDEX_FILES_S3_KEY_ID') ?? '',
          secret: said('PARINDEX_FILES_S3_SECRET') ?? '',
        }
      : undefined,
    clamd: said('PARINDEX_CLAMD'),
    mailUrl: said('PARINDEX_SMTP'),
    mailFrom: said('PARINDEX_MAIL_FROM'),
    outsideHosts: said('PARINDEX_WEBHOOK_HOSTS'),
    logHeads: {
      mail: said('PARINDEX_LOG_MAIL'),
      webhook: said('PARINDEX_LOG_WEBHOOK'),
      webhookSecret: said('PARINDEX_LOG_WEBHOOK_SECRET'),
    },
    uploadLimit: (uploadMiB > 0 ? Math.min(Math.floor(uploadMiB), 4096) : 4096) * MIB,
  };
}

/** The secret that signs session cookies: PARINDEX_SECRET, else one generated into the data folder once. */
export function keepSecret(environment: NodeJS.ProcessEnv, dataFolder: string): string {
  const given = environment.PARINDEX_SECRET?.trim();
  if (given) return given;
  const file = join(dataFolder, 'session.secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(32).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
