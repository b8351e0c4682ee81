import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewEvent, recordEvent, recordEvents } from '#server/db/events.ts';
import { inUnit, setFence } from '#server/db/in-unit.ts';
import { START_HASH } from '#server/db/seal-events.ts';
import { createTestDatabase, type TestDatabase } from '#server/db/test-database.ts';
import { describeFault } from './chain-fault.ts';
import { appendHeads, HEAD_FILE, type OutsideHead, readHeads } from './head-file.ts';
import { findHead, listChainLines } from './read-chain.ts';
import { type ChainVerdict, hashLine, verifyChain } from './verify-chain.ts';

let database: TestDatabase;
let folder: string;
let unitId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'parindex-log-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  unitId = uuidv7();
  await database.asSuperuser(
    "insert into unit (id, path, kind, name) values ($1, $2, 'ward', 'phường Hồ Sen')",
    [unitId, unitId.replaceAll('-', '')],
  );
});

const actorOf = (unit: string) => ({ unitId: unit, userId: 'dau.moi', personName: 'Cán bộ đầu mối' });
const noted = (text: string, subjectId = 'x'): NewEvent => ({
  noun: 'task',
  subjectId,
  verb: 'edited',
  before: { text: '“cũ”\n\\' },
  after: { text },
});
const write = (...texts: string[]) =>
  inUnit(database.kysely, { unitId, role: 'system' }, async (tx) => {
    for (const text of texts) await recordEvent(tx, actorOf(unitId), noted(text));
  });
const verify = (outside: { seq: number; hash: string }[] = [], unit = unitId): Promise<ChainVerdict> =>
  inUnit(database.kysely, { unitId: unit, role: 'system' }, (tx) => verifyChain(tx, unit, outside));
const headOf = async (unit = unitId) =>
  (await inUnit(database.kysely, { unitId: unit, role: 'system' }, (tx) => findHead(tx, unit)))!;
const tamper = (statement: string) => database.asSuperuser(statement.replaceAll('$unit', `'${unitId}'`), []);

/** What a superuser who knows how the chain is made can do: work it all out again from what the table says now. */
async function recompute(): Promise<void> {
  const lines = await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
    listChainLines(tx, unitId, { after: 0 }),
  );
  let head = { seq: 0, hash: START_HASH };
  for (const { seq, eventId, content } of lines.filter(({ content }) => content !== null)) {
    const next = { seq: head.seq + 1, hash: hashLine(head.hash, content!) };
    await tamper(
      `update event_seal set seq = ${next.seq}, hash = '${next.hash}' where unit_id = $unit and event_id = '${eventId}' and seq = ${seq}`,
    );
    head = next;
  }
  await tamper(`update event_head set seq = ${head.seq}, hash = '${head.hash}' where unit_id = $unit`);
}

describe('a log nobody touched', () => {
  it('is whole, before its first line, after it and after many', async () => {
    expect(await verify()).toEqual({
      lines: 0,
      head: { seq: 0, hash: START_HASH },
      headsCompared: 0,
      faults: [],
    });
    await write('một');
    await write('hai', 'ba');
    expect(await verify([await headOf()])).toMatchObject({ lines: 3, headsCompared: 1, faults: [] });
  });

  it('keeps the order in which one change wrote its lines', async () => {
    await write('một', 'hai', 'ba');
    const lines = await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
      listChainLines(tx, unitId, { after: 0 }),
    );
    expect(lines.map(({ content }) => JSON.parse(content!).after.text)).toEqual(['một', 'hai', 'ba']);
  });

  it('has no line of what was not kept', async () => {
    await write('một');
    const failing = inUnit(database.kysely, { unitId, role: 'system' }, async (tx) => {
      await recordEvent(tx, actorOf(unitId), noted('không giữ'));
      throw new Error('không giữ');
    });
    await expect(failing).rejects.toThrow('không giữ');
    await write('hai');
    expect(await verify()).toMatchObject({ lines: 2, faults: [] });
  });

  it('takes 3,000 events of one change', async () => {
    const events = Array.from({ length: 3000 }, (_, at) => noted(`dòng ${at}`, `${at}`));
    await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
      recordEvents(tx, actorOf(unitId), events, { noun: 'register', subjectId: 'x' }),
    );
    expect(await verify([await headOf()])).toMatchObject({ lines: 3000, faults: [] });
  });

  it('stays one chain when twenty write at once, in one unit and in two', async () => {
    const other = uuidv7();
    await database.asSuperuser(
      "insert into unit (id, path, kind, name) values ($1, $2, 'ward', 'phường Khác')",
      [other, other.replaceAll('-', '')],
    );
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        inUnit(database.kysely, { unitId, role: 'system' }, async (tx) => {
          await tx
            .updateTable('unit')
            .set({ name: `phường ${at}` })
            .where('id', '=', unitId)
            .execute();
          await recordEvent(tx, actorOf(unitId), noted(`${at}`));
        }),
      ),
    );
    expect(await verify()).toMatchObject({ lines: 20, faults: [] });
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        inUnit(database.kysely, { unitId, role: 'system' }, async (tx) => {
          await recordEvent(tx, actorOf(unitId), noted(`${at}`));
          await setFence(tx, { unitId: other, role: 'system' });
          await recordEvent(tx, actorOf(other), noted(`${at}`));
        }),
      ),
    );
    expect(await verify()).toMatchObject({ lines: 40, faults: [] });
    expect(await verify([], other)).toMatchObject({ lines: 20, faults: [] });
  });

  it('cannot be changed by the application itself', async () => {
    await write('một');
    for (const statement of [
      'update event set verb = verb',
      'delete from event',
      'update event_seal set hash = hash',
      'delete from event_seal',
      'delete from event_head',
    ]) {
      const tried = inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
        sql.raw(statement).execute(tx),
      );
      await expect(tried, statement).rejects.toThrow('permission denied');
    }
  });
});

describe('a superuser who', () => {
  let ids: string[];
  let outsideHead: { seq: number; hash: string };
  beforeEach(async () => {
    for (const text of ['một', 'hai', 'ba', 'bốn', 'năm']) await write(text);
    const rows = await tamper('select event_id from event_seal where unit_id = $unit order by seq');
    ids = rows.map((row) => String(row.event_id));
    outsideHead = await headOf();
  });
  const id = (at: number) => `unit_id = $unit and id = '${ids[at - 1]}'`;
  const setEvent = (seq: number, event = '') =>
    `update event_seal set event_id = '${event}' where unit_id = $unit and seq = ${seq}`;
  const swap = (one: number, other: number) => `
    update event_seal set seq = -1 * seq + ${one + other} + 1000 where unit_id = $unit and seq in (${one}, ${other});
    update event_seal set seq = seq - 1000 where unit_id = $unit and seq > 1000`;

  it.each([
    [
      'changes what was written',
      () => `update event set after = '{"text":"khác"}' where ${id(3)}`,
      'changed',
      3,
    ],
    ['changes who did it', () => `update event set actor_name = 'Người khác' where ${id(1)}`, 'changed', 1],
    [
      'moves it by a microsecond',
      () => `update event set at = at + interval '1 microsecond' where ${id(5)}`,
      'changed',
      5,
    ],
    ['deletes an event', () => `delete from event where ${id(2)}`, 'event_gone', 2],
    [
      'deletes an event with its line',
      () => `delete from event where ${id(2)}; delete from event_seal where unit_id = $unit and seq = 2`,
      'gap',
      2,
    ],
    ['deletes the first lines', () => 'delete from event_seal where unit_id = $unit and seq <= 2', 'gap', 1],
    [
      'inserts an event',
      () =>
        `insert into event (unit_id, id, actor_id, actor_name, noun, subject_id, verb) values ($unit, '${uuidv7()}', 'x', 'x', 'task', 'x', 'edited')`,
      'inserted',
      undefined,
    ],
    ['lets two lines change places', () => swap(2, 4), 'reordered', 2],
    [
      'lets the events of two lines change places',
      () => [setEvent(2, uuidv7()), setEvent(4, ids[1]), setEvent(2, ids[3])].join(';'),
      'reordered',
      2,
    ],
    [
      'cuts off the tail',
      () => `delete from event where ${id(5)}; delete from event_seal where unit_id = $unit and seq = 5`,
      'cut',
      5,
    ],
  ] as [string, () => string, string, number | undefined][])('%s', async (_, statement, kind, seq) => {
    for (const each of statement().split(';')) await tamper(each);
    const { faults } = await verify();
    expect(faults[0]).toMatchObject({ kind, ...(seq === undefined ? {} : { seq }) });
    const { vi, en } = describeFault(faults[0]!);
    expect([vi, en].join(' ')).toContain(String(seq ?? 'chèn'));
  });

  it('cuts off the tail and sets the head back is told by a head outside', async () => {
    await tamper('delete from event_seal where unit_id = $unit and seq > 3');
    await tamper(`delete from event where unit_id = $unit and id in ('${ids[3]}', '${ids[4]}')`);
    await recompute();
    expect((await verify()).faults).toEqual([]);
    expect((await verify([outsideHead])).faults).toEqual([{ kind: 'cut', seq: 4, upTo: 5 }]);
    await write('sáu', 'bảy');
    expect((await verify([outsideHead])).faults).toEqual([{ kind: 'rewritten', seq: 5 }]);
  });

  it('works the whole chain out anew is told by a head outside', async () => {
    await tamper(`update event set after = '{"text":"khác"}' where ${id(2)}`);
    await recompute();
    expect((await verify()).faults).toEqual([]);
    expect((await verify([outsideHead])).faults).toEqual([{ kind: 'rewritten', seq: 5 }]);
  });

  it('sets the head alone is told by the chain', async () => {
    await tamper(`update event_head set hash = '${'a'.repeat(64)}' where unit_id = $unit`);
    expect((await verify()).faults).toEqual([{ kind: 'head_differs', seq: 5 }]);
  });
});

describe('the file of heads', () => {
  const path = () => join(folder, HEAD_FILE);
  const outsideHeadAt = (seq: number): OutsideHead => ({
    unitId,
    seq,
    hash: 'b'.repeat(64),
    at: '2026-11-28T00:00:00.000Z',
  });
  afterEach(() => rm(path(), { force: true }));

  it('is read back as it was written, and grows', async () => {
    expect(await readHeads(path())).toBeUndefined();
    await appendHeads(path(), [outsideHeadAt(1)]);
    await appendHeads(path(), [outsideHeadAt(2), outsideHeadAt(3)]);
    expect(await readHeads(path())).toEqual({
      heads: [outsideHeadAt(1), outsideHeadAt(2), outsideHeadAt(3)],
      unread: 0,
    });
  });
});
