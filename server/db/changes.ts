import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CHANGE_CHANNEL } from './events.ts';
import type { Connection } from './open.ts';

/**
 * Something of a unit changed. The noun 'session' means that the session `subjectId` has ended,
 * 'session_unit' that it works in another unit from now on.
 */
export type Change = { unitId: string; noun: string; subjectId: string };

export type Changes = {
  /** Calls the listener for every committed change of the unit, in any process. Returns how to stop. */
  follow(unitId: string, listener: (change: Change) => void): () => void;
  close(): Promise<void>;
};

/** Listens on one connection for the whole process and fans out by unit; listens again when it is cut. */
export async function listenForChanges(connection: Connection): Promise<Changes> {
  const listenersByUnit = new Map<string, Set<(change: Change) => void>>();
  let isClosed = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const listening = new pg.Client({ ...connection, keepAlive: true });
    listening.on('error', () => undefined);
    listening.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '{}') as Change;
      for (const tell of listenersByUnit.get(change.unitId) ?? []) tell(change);
    });
    listening.on('end', () => void listenAgain());
    await listening.connect();
    await listening.query(`listen ${CHANGE_CHANNEL}`);
    return listening;
  }

  async function listenAgain(): Promise<void> {
    while (!isClosed) {
      await pause(1000);
      const again = await listen().catch(() => undefined);
      if (again) {
        client = again;
        return;
      }
    }
  }

  return {
    follow(unitId, listener) {
      const listeners = listenersByUnit.get(unitId) ?? new Set();
      listenersByUnit.set(unitId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) listenersByUnit.delete(unitId);
      };
    },
    async close() {
      isClosed = true;
      await client.end();
    },
  };
}
