import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileFiles } from '#server/documents/fixtures/hostile-files.ts';

const BAR_MS = 1000;
const BAR_MB = 150;

type Refusal = { kind: string; milliseconds: number; grown: number };

function refusalOf(path: string, fileName: string): Refusal {
  const script = join(import.meta.dirname, 'hostile-reading.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, path, fileName];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Refusal;
}

/**
 * Every hostile file of the tests, refused in a fresh process each: time from the bytes to the refusal
 * (a PDF's with the start of its thread and library), and how far the peak of the process's memory grew.
 */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-hostile-'));
  const rows = [];
  for (const [what, fileName, kind, make] of hostileFiles) {
    const path = join(folder, 'file');
    writeFileSync(path, await make());
    const { kind: refused, milliseconds, grown } = refusalOf(path, fileName);
    rows.push({
      what: `${what} → ${refused}, memory +${Math.max(0, grown).toFixed(0)} MB`,
      value: milliseconds,
      unit: 'ms',
      bar: `< ${BAR_MS} ms, < +${BAR_MB} MB`,
      met: refused === kind && milliseconds < BAR_MS && grown < BAR_MB,
    });
  }
  rmSync(folder, { recursive: true, force: true });
  return { name: 'Hostile files', rows };
}
