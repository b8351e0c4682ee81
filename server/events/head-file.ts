import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Where a unit's log stood at a moment, as it is written outside the database: one line of JSON. */
const outsideHeadSchema = z.object({
  unitId: z.uuid(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  at: z.string(),
});
export type OutsideHead = z.infer<typeof outsideHeadSchema>;

export const HEAD_FILE = 'log-heads.jsonl';

/** Appends lines and waits until they are on the disk. What a power cut left half-written stays on a line of its own. */
export async function appendHeads(path: string, heads: readonly OutsideHead[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = size === 0 ? '\n' : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
    const lines = heads.map((head) => `${JSON.stringify(head)}\n`).join('');
    await file.appendFile(last === '\n' ? lines : `\n${lines}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What a head file says: its heads, and how many lines were no head. Undefined when there is no such file. */
export async function readHeads(path: string): Promise<{ heads: OutsideHead[]; unread: number } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const heads = lines.flatMap((line) => readHead(line) ?? []);
  return { heads, unread: lines.length - heads.length };
}

function readHead(line: string): OutsideHead | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = outsideHeadSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
