import { join } from 'node:path';
import { inUnit } from '#server/db/in-unit.ts';
import { describeFault } from '#server/events/chain-fault.ts';
import { HEAD_FILE, type OutsideHead, readHeads } from '#server/events/head-file.ts';
import { type ChainVerdict, verifyChain } from '#server/events/verify-chain.ts';
import { readSettings } from '#server/settings.ts';
import { type Given, type Outcome, refused } from './outcome.ts';
import { withDatabase, withUnit } from './with-database.ts';

type Unit = { id: string; name: string };
type UnitVerdict = ChainVerdict & { unitId: string; unitName: string };

/**
 * Works the log of every unit, or of one, out again and compares it with itself and with the heads that were written
 * outside the database. Ends with 1 as soon as one unit's log is broken.
 */
export async function verify(given: Given): Promise<Outcome> {
  const path = given.heads ?? join(readSettings(process.env).dataFolder, HEAD_FILE);
  const outside = await readHeads(path);
  if (given.heads !== undefined && (outside === undefined || outside.heads.length === 0)) {
    const vi = `Không đọc được mốc nào trong tệp ${path}. Hãy kiểm tra đường dẫn; mỗi mốc là một dòng {"unitId", "seq", "hash", "at"}.`;
    const en = `No head could be read from ${path}. Check the path; each head is a line {"unitId", "seq", "hash", "at"}.`;
    return refused({ kind: 'heads_unreadable', vi, en }, given);
  }
  const heads = outside?.heads ?? [];
  if (given.unit !== undefined) {
    return withUnit(given, async ({ kysely }, unit) =>
      tell([await verifyUnit(kysely, unit, heads)], { given, path, unread: outside?.unread }),
    );
  }
  return withDatabase(given, async ({ kysely }) => {
    const units = await kysely.selectFrom('unit').select(['id', 'name']).orderBy('name').execute();
    const known = new Set(units.map(({ id }) => id));
    // A unit that is no longer there at all, though a head of it was written outside.
    const gone = [...new Set(heads.map(({ unitId }) => unitId))].filter((id) => !known.has(id));
    const verdicts: UnitVerdict[] = [];
    for (const unit of [...units, ...gone.map((id) => ({ id, name: id }))])
      verdicts.push(await verifyUnit(kysely, unit, heads));
    return tell(verdicts, { given, path, unread: outside?.unread });
  });
}

async function verifyUnit(
  kysely: Parameters<typeof inUnit>[0],
  { id, name }: Unit,
  heads: readonly OutsideHead[],
): Promise<UnitVerdict> {
  const own = heads.filter(({ unitId }) => unitId === id);
  const verdict = await inUnit(kysely, { unitId: id, role: 'system' }, (tx) => verifyChain(tx, id, own));
  return { unitId: id, unitName: name, ...verdict };
}

type Asked = { given: Given; path: string; unread: number | undefined };

function tell(verdicts: readonly UnitVerdict[], { given, path, unread }: Asked): Outcome {
  const isWhole = verdicts.every(({ faults }) => faults.length === 0);
  const units = verdicts.map((verdict) => ({
    ...verdict,
    faults: verdict.faults.map((fault) => ({ ...fault, ...describeFault(fault) })),
  }));
  const words = verdicts.flatMap(sayVerdict).join('\n');
  return {
    exitCode: isWhole ? 0 : 1,
    output: given.isJson ? JSON.stringify({ isWhole, heads: path, units }, null, 2) : words,
    ...(unread === 0 ? {} : { message: unread === undefined ? noHeads(path) : unreadHeads(path, unread) }),
  };
}

function sayVerdict({ unitName, lines, head, headsCompared, faults }: UnitVerdict): string[] {
  const [first] = faults;
  if (first === undefined) {
    return [
      `${unitName}: nhật ký nguyên vẹn, ${lines} dòng, khớp ${headsCompared} mốc ghi ngoài cơ sở dữ liệu. Mốc hiện tại ${head.seq}:${head.hash}`,
      `${unitName}: the log is whole, ${lines} lines, matching ${headsCompared} heads written outside the database.`,
    ];
  }
  const { vi, en } = describeFault(first);
  return [
    `${unitName}: NHẬT KÝ KHÔNG CÒN NGUYÊN VẸN (${faults.length} lỗi). ${vi}`,
    `${unitName}: THE LOG IS BROKEN (${faults.length} faults). ${en}`,
  ];
}

const noHeads = (path: string) =>
  [
    `Chưa có tệp mốc ${path}: chỉ kiểm được chuỗi với chính nó. Hãy đưa tệp mốc bằng --heads TỆP.`,
    `There is no file of heads ${path}: the chain was compared with itself only. Name one with --heads FILE.`,
  ].join('\n');

const unreadHeads = (path: string, unread: number) =>
  [
    `${unread} dòng của tệp mốc ${path} không đọc được và bị bỏ qua.`,
    `${unread} lines of ${path} could not be read and were passed over.`,
  ].join('\n');
