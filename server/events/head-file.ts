import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Where a unit's log stood at a moment, as it is written outside the database: one line of JSON. */
export const anchorSchema = z.object({
  unitId: z.uuid(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  at: z.string(),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const HEAD_FILE = 'log-heads.jsonl';

/** Appends lines and waits until they are on the disk. What a power cut left half-written stays on a line of its own. */
export async function appendAnchors(path: string, anchors: readonly Anchor[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = size === 0 ? '\n' : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
    const lines = anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join('');
    await file.appendFile(last === '\n' ? lines : `\n${lines}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What a head file says: its anchors, and how many lines were no anchor. Undefined when there is no such file. */
export async function readAnchors(path: string): Promise<{ anchors: Anchor[]; unread: number } | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const anchors = lines.flatMap((line) => readAnchor(line) ?? []);
  return { anchors, unread: lines.length - anchors.length };
}

function readAnchor(line: string): Anchor | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const parsed = anchorSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
