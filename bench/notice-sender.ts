import { pino } from 'pino';
import { openDatabase } from '#server/db/open.ts';
import { openQueue } from '#server/jobs/queue.ts';
import { startNotices } from '#server/notices/jobs.ts';
import { openOutside } from '#server/notices/outside.ts';

// A process that only sends notices, to be killed: its database, mail server and first moment come as JSON.
const { connection, mailUrl, startsAt } = JSON.parse(process.argv[2] ?? '{}');
const began = Date.now();
const log = pino({ level: 'silent' });
const deps = {
  database: openDatabase(connection),
  now: () => new Date(Date.parse(startsAt) + Date.now() - began),
  outside: openOutside(
    {
      mailUrl,
      mailFrom: 'cchc@phuong.example',
      publicUrl: 'https://cchc.phuong.example',
      outsideHosts: undefined,
    },
    'only for tests',
  ),
  log,
};
await startNotices(deps, await openQueue(connection, log));
process.stdout.write('ready\n');
