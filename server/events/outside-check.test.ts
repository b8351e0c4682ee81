import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { START_HASH } from '#server/db/seal-events.ts';
import { hashLine } from './verify-chain.ts';

type Line = { seq: number; hash: string; content?: string };

const hasPython = spawnSync('python3', ['--version']).status === 0;
let folder: string;
let checker: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parindex-outside-'));
  checker = join(folder, 'check.py');
  file = join(folder, 'log.jsonl');
  const page = readFileSync('docs/verify-log.md', 'utf8');
  writeFileSync(checker, /```python\n([\s\S]*?)```/u.exec(page)?.[1] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function chainOf(texts: string[]): Line[] {
  let hash = START_HASH;
  return texts.map((text, at) => {
    const content = JSON.stringify({ unitId: 'u', text });
    hash = hashLine(hash, content);
    return { seq: at + 1, hash, content };
  });
}

const LOG = chainOf(['Kế hoạch “05”\u2028', 'hai\nba', 'bốn', 'năm', 'sáu']);
const head = (at: number, lines = LOG) => `${at}:${lines[at - 1]?.hash}`;
const without = (at: number) => LOG.filter(({ seq }) => seq !== at);
const changed = LOG.map((line) =>
  line.seq === 3 ? { ...line, content: '{"unitId":"u","text":"khác"}' } : line,
);
const anew = chainOf(['Kế hoạch “05”\u2028', 'hai\nba', 'khác', 'năm', 'sáu']);

/** Both verdicts: of the program we ship, and of the one on the page that anybody can type. */
function verdicts(lines: Line[], heads: string[]): boolean[] {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const ours = spawnSync(process.execPath, [
    'scripts/verify-log.mjs',
    file,
    ...heads.flatMap((each) => ['--head', each]),
  ]);
  const typed = hasPython ? [spawnSync('python3', [checker, file, ...heads])] : [];
  return [ours, ...typed].map(({ status }) => status === 0);
}

describe('an exported log', () => {
  it.each<[string, Line[], string[], boolean]>([
    ['as it was written', LOG, [], true],
    ['as it was written, with heads from outside', LOG, [head(2), head(5)], true],
    ['before its first line', [], [], true],
    ['begun in the middle', [{ seq: 2, hash: LOG[1]!.hash }, ...LOG.slice(2)], [head(4)], true],
    ['begun in the middle by another line', [{ seq: 2, hash: LOG[2]!.hash }, ...LOG.slice(2)], [], false],
    ['with a changed line', changed, [], false],
    ['without a line', without(2), [], false],
    ['without its first line', without(1), [], false],
    ['with a line twice', [...LOG.slice(0, 2), LOG[1]!, ...LOG.slice(2)], [], false],
    ['with two lines that changed places', [LOG[0]!, LOG[2]!, LOG[1]!, LOG[3]!, LOG[4]!], [], false],
    ['with its tail cut off, without a head', LOG.slice(0, 3), [], true],
    ['with its tail cut off, with a head', LOG.slice(0, 3), [head(5)], false],
    ['worked out anew, without a head', anew, [], true],
    ['worked out anew, with a head', anew, [head(5)], false],
    [
      'with a head before what was exported',
      [{ seq: 2, hash: LOG[1]!.hash }, ...LOG.slice(2)],
      [head(1)],
      false,
    ],
    [
      'without the content of a line',
      LOG.map((line) => (line.seq === 4 ? { seq: 4, hash: line.hash } : line)),
      [],
      false,
    ],
  ])('%s', (_, lines, heads, isWhole) => {
    expect(verdicts(lines, heads)).toEqual(hasPython ? [isWhole, isWhole] : [isWhole]);
  });
});

it('is asked for rightly', () => {
  const called = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/verify-log.mjs', ...args]).status;
  expect([called(), called('không-có.jsonl'), called('package.json', '--head', 'sai')]).toEqual([2, 2, 2]);
});
