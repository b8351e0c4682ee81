import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** One figure of a bench; `ratio` compares it with the limit or the peer measured in the same run. */
export type BenchRow = {
  what: string;
  value: number | string;
  unit?: string;
  ratio?: number;
  bar?: string;
  met?: boolean;
};
export type BenchResult = { name: string; rows: BenchRow[] };

const PERFORMANCE = 'docs/performance.md';
const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- /figures -->';

function printValue({ value, unit }: BenchRow): string {
  const printed =
    typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 3 }) : value;
  return unit ? `${printed} ${unit}` : printed;
}

function tableOf({ name, rows }: BenchResult): string {
  const lines = rows.map((row) => {
    const ratio = row.ratio?.toFixed(2) ?? '';
    const met = row.met === undefined ? '' : row.met ? 'yes' : '**no**';
    return `| ${row.what} | ${printValue(row)} | ${ratio} | ${row.bar ?? ''} | ${met} |`;
  });
  return [`### ${name}`, '', '| what | value | ratio | bar | met |', '|---|--:|--:|---|---|', ...lines].join(
    '\n',
  );
}

/** Runs every bench of this folder, or those whose path holds one of the words given, one after the other. */
async function runBenches(words: string[]): Promise<BenchResult[]> {
  const paths = globSync('*.bench.ts', { cwd: import.meta.dirname })
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
  const results: BenchResult[] = [];
  for (const path of paths) {
    const { bench } = (await import(join(import.meta.dirname, path))) as { bench(): Promise<BenchResult> };
    const result = await bench();
    console.log(`\n${tableOf(result)}`);
    results.push(result);
  }
  return results;
}

const words = process.argv.slice(2);
const results = await runBenches(words);
if (words.length === 0) {
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${new Date().toISOString().slice(0, 10)}. Read the times as ratios.`;
  const page = readFileSync(PERFORMANCE, 'utf8');
  const before = page.slice(0, page.indexOf(BEGIN) + BEGIN.length);
  const after = page.slice(page.indexOf(END));
  writeFileSync(
    PERFORMANCE,
    [before, '', machine, '', results.map(tableOf).join('\n\n'), '', after].join('\n'),
  );
}
process.exit(0);
