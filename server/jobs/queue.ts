import { type Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Connection } from '#server/db/open.ts';

/** How a kind of job is tried again, and how soon one whose process died is given to another. */
export type JobRules = { retries: number; firstDelaySeconds: number; mostDelaySeconds: number };

export type Queue = {
  /** Puts a job in line; of one key at most one waits or runs at a time. Only ids go into it, nobody's data. */
  send(name: string, data: Record<string, string>, key: string): Promise<void>;
  /** Declares a kind of job and does those that come, one at a time. */
  work(name: string, rules: JobRules, run: (data: Record<string, string>) => Promise<void>): Promise<void>;
  /** Sends a job of this kind whenever the clock of Viet Nam says so: "* * * * *" is every minute. */
  repeat(name: string, cron: string): Promise<void>;
  close(): Promise<void>;
};

const HEARTBEAT_SECONDS = 10;
const LONGEST_JOB_SECONDS = 15 * 60;
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * The durable queue in the same database, shared by every process on it (docs/decisions/021). A job
 * whose process was killed is taken up again when its heartbeat has been silent for a while.
 */
export async function openQueue(connection: Connection, log: Logger): Promise<Queue> {
  const boss = new PgBoss({
    ...connection,
    max: 3,
    schema: 'pgboss',
    superviseIntervalSeconds: 10,
    cronMonitorIntervalSeconds: 20,
    cronWorkerIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the queue met an error'));
  await boss.start();

  const declare = (name: string, rules: JobRules) => ({
    name,
    policy: 'exclusive' as const,
    retryLimit: rules.retries,
    retryDelay: rules.firstDelaySeconds,
    retryBackoff: true,
    retryDelayMax: rules.mostDelaySeconds,
    expireInSeconds: LONGEST_JOB_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: 24 * 60 * 60,
  });

  return {
    async send(name, data, key) {
      await boss.send(name, data, { singletonKey: key });
    },
    async work(name, rules, run) {
      const { name: _name, policy, ...changing } = declare(name, rules);
      if (await boss.getQueue(name)) await boss.updateQueue(name, changing);
      else await boss.createQueue(name, { policy, ...changing });
      await boss.work(name, { pollingIntervalSeconds: 2 }, async (jobs: Job<Record<string, string>>[]) => {
        for (const { data } of jobs) await run(data ?? {});
      });
    },
    async repeat(name, cron) {
      await boss.schedule(name, cron, {}, { tz: TIME_ZONE, singletonKey: 'clock' });
    },
    close: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
