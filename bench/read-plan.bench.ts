import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { median } from './timing.ts';

const REAL_PLAN = '../shared/plan/yen-hoa-2026.docx';
const BAR_MS = 150;
const READS = 15;
const CONVERSIONS = 3;

async function readOnce(bytes: Uint8Array, fileName: string): Promise<number> {
  const from = performance.now();
  const source = await readDocument(bytes, fileName);
  if (!('blocks' in source)) throw new Error(`${fileName} was refused: ${source.kind}`);
  readPlan(source);
  return performance.now() - from;
}

/** LibreOffice turning the same file into another office format, with a profile of its own. */
function convertOnce(file: string, folder: string): number {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const from = performance.now();
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, file], {
    stdio: 'ignore',
  });
  return performance.now() - from;
}

/** Reading a plan from its bytes to criteria, tasks and findings in a warm process, beside LibreOffice opening the same file. */
export async function bench() {
  const file = process.env.PARINDEX_BENCH_PLAN ?? REAL_PLAN;
  const name = 'Reading a plan';
  const isReal = existsSync(file);
  const fileName = isReal ? basename(file) : 'demonstration.txt';
  const bytes = isReal ? readFileSync(file) : Buffer.from(demoPlanText());
  const times: number[] = [];
  for (let run = 0; run < READS + 5; run += 1) times.push(await readOnce(bytes, fileName));
  const ours = median(times.slice(5));
  const first = {
    what: `read ${fileName}, warm`,
    value: ours,
    unit: 'ms',
    bar: `< ${BAR_MS} ms`,
    met: ours < BAR_MS,
  };
  const what = 'soffice --convert-to xlsx of the same file';
  if (!isReal) return { name, rows: [first] };
  if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status !== 0) {
    return { name, rows: [first, { what, value: 'not installed' }] };
  }
  const folder = mkdtempSync(join(tmpdir(), 'parindex-bench-'));
  const conversions = Array.from({ length: CONVERSIONS }, () => convertOnce(file, folder));
  rmSync(folder, { recursive: true, force: true });
  const theirs = median(conversions);
  return {
    name,
    rows: [
      { ...first, ratio: theirs / ours },
      { what, value: theirs, unit: 'ms' },
    ],
  };
}
