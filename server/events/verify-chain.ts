import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#server/db/in-unit.ts';
import { START_HASH } from '#server/db/seal-events.ts';
import type { ChainFault } from './chain-fault.ts';
import { type ChainHead, type ChainLine, countUnsealed, findHead, listChainLines } from './read-chain.ts';

export type ChainVerdict = {
  /** Lines looked at. */
  lines: number;
  /** Where the chain ends by what was read; 0 and the start hash when nothing was ever logged. */
  head: ChainHead;
  /** How many heads from outside the database were compared. */
  headsCompared: number;
  /** In the order of the log, the first twenty. None when the log is whole. */
  faults: ChainFault[];
};

const MOST_FAULTS = 20;

/** The hash of a line: SHA-256 of the hash before it in hex, a line feed, and what the event says. */
export function hashLine(previous: string, content: string): string {
  return createHash('sha256').update(`${previous}\n${content}`).digest('hex');
}

/**
 * Works the whole chain of a unit out again from what the tables say and compares it with itself, with the head
 * the database keeps, and with heads written outside of it. Must be the first work of its transaction: all of it
 * looks at one moment, while others go on writing.
 */
export async function verifyChain(
  tx: Tx,
  unitId: string,
  outside: readonly ChainHead[],
): Promise<ChainVerdict> {
  await sql.raw('set transaction isolation level repeatable read').execute(tx);
  const faults: ChainFault[] = [];
  const outsideBySeq = groupBySeq(outside);
  let head: ChainHead = { seq: 0, hash: START_HASH };
  let lines = 0;
  for (;;) {
    const batch = await listChainLines(tx, unitId, { after: head.seq });
    if (batch.length === 0) break;
    for (const [at, line] of batch.entries()) {
      if (faults.length >= MOST_FAULTS) break;
      const fault = lookAt(line, head, () => batch.slice(at + 1));
      if (fault) faults.push(fault);
      if (outsideBySeq.get(line.seq)?.some((hash) => hash !== line.hash))
        faults.push({ kind: 'rewritten', seq: line.seq });
      head = { seq: line.seq, hash: line.hash };
    }
    lines += batch.length;
    if (faults.length >= MOST_FAULTS) break;
  }
  // The end of a chain that is broken all along says nothing more.
  if (faults.length < MOST_FAULTS) faults.push(...(await lookAtEnd(tx, unitId, head, outside)));
  return { lines, head, headsCompared: outside.length, faults: faults.slice(0, MOST_FAULTS) };
}

/** What is wrong with one line after the one before it; `following` are those it may have changed places with. */
function lookAt(line: ChainLine, previous: ChainHead, following: () => ChainLine[]): ChainFault | undefined {
  const { seq, eventId, hash, content } = line;
  if (seq !== previous.seq + 1) return { kind: 'gap', seq: previous.seq + 1, upTo: seq - 1 };
  if (content === null) return { kind: 'event_gone', seq, eventId };
  if (hashLine(previous.hash, content) === hash) return undefined;
  // Two lines that changed places: what belongs here is what stands at another line.
  const here = following().find((other) => {
    if (other.content === null) return false;
    const belongs = hashLine(previous.hash, other.content);
    return belongs === hash || belongs === other.hash;
  });
  return here ? { kind: 'reordered', seq, eventId, otherSeq: here.seq } : { kind: 'changed', seq, eventId };
}

async function lookAtEnd(
  tx: Tx,
  unitId: string,
  head: ChainHead,
  outside: readonly ChainHead[],
): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  const furthest = Math.max(0, ...outside.map(({ seq }) => seq));
  const kept = (await findHead(tx, unitId)) ?? { seq: 0, hash: START_HASH };
  if (furthest > head.seq) faults.push({ kind: 'cut', seq: head.seq + 1, upTo: furthest });
  else if (kept.seq > head.seq) faults.push({ kind: 'cut', seq: head.seq + 1, upTo: kept.seq });
  else if (kept.seq !== head.seq || kept.hash !== head.hash)
    faults.push({ kind: 'head_differs', seq: kept.seq });
  const { events, firstId } = await countUnsealed(tx, unitId);
  if (firstId !== null) faults.push({ kind: 'inserted', eventId: firstId, events });
  return faults;
}

function groupBySeq(outside: readonly ChainHead[]): Map<number, string[]> {
  const hashesBySeq = new Map<number, string[]>();
  for (const { seq, hash } of outside) hashesBySeq.set(seq, [...(hashesBySeq.get(seq) ?? []), hash]);
  return hashesBySeq;
}
