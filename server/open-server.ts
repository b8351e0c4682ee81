import { pino } from 'pino';
import { listenForChanges } from './db/changes.ts';
import { type StartRefusal, startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { Deps } from './deps.ts';
import { keepHeadsOutside } from './events/keep-heads-outside.ts';
import { startSendingHeads } from './events/send-heads.ts';
import { openFileStore } from './files/file-store.ts';
import { sweepRegularly } from './files/sweep.ts';
import { openQueue } from './jobs/queue.ts';
import { startNotices } from './notices/jobs.ts';
import { openOutside } from './notices/outside.ts';
import { openAccounts } from './people/accounts.ts';
import { keepSecret, type Settings } from './settings.ts';

/** Everything that runs behind the application, and how to end it in order. */
export type Behind = {
  deps: Deps;
  notice?: { vi: string; en: string };
  lost: Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the database of the settings (DATABASE_URL, else the embedded one of the data folder), brings
 * it to this version and makes what the application works with. Refuses with sentences for the console.
 */
export async function openServer(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
): Promise<Behind | StartRefusal> {
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataFolder);
  if (embedded && 'kind' in embedded) return embedded;
  const connection = embedded?.connection ?? { connectionString: settings.databaseUrl ?? '' };
  const migrated = await migrate(connection);
  if ('kind' in migrated) {
    await embedded?.stop();
    return migrated;
  }
  const database = openDatabase(connection);
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false;
  const secret = keepSecret(environment, settings.dataFolder);
  const accounts = openAccounts(connection, { secret, isHttps });
  const changes = await listenForChanges(connection);
  const log = pino({ level: environment.LOG_LEVEL ?? 'info', serializers: { err: withoutData } });
  const deps: Deps = {
    database,
    accounts,
    changes,
    files: await openFileStore(settings),
    uploadLimit: settings.uploadLimit,
    outside: openOutside(settings, secret),
    log,
    now: () => new Date(),
    ...(settings.clamd ? { clamd: settings.clamd } : {}),
    ...(settings.publicUrl ? { publicUrl: settings.publicUrl } : {}),
  };
  const sweeping = sweepRegularly(deps);
  const queue = await openQueue(connection, log);
  const notices = await startNotices(deps, queue);
  await startSendingHeads(deps, queue, settings.logHeads);
  const headKeeping = keepHeadsOutside(deps, settings.dataFolder);
  return {
    deps,
    ...(embedded?.notice ? { notice: embedded.notice } : {}),
    lost: embedded?.lost ?? new Promise(() => undefined),
    async close() {
      notices.stop();
      await queue.close();
      await sweeping.stop();
      await headKeeping.stop();
      await changes.close();
      await accounts.close();
      await database.close();
      await embedded?.stop();
    },
  };
}

/** An error as the log keeps it: PostgreSQL puts the row that failed, and so people's names, into its detail. */
function withoutData(error: Error) {
  const { detail: _detail, where: _where, ...kept } = pino.stdSerializers.err(error);
  return kept;
}
