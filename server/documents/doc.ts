import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

/** Measured 1.7–3.2 s for a plan of 13 pages; the first start of a profile takes longer. */
const conversionSeconds = 30;

/**
 * The .docx LibreOffice makes of a Word 97–2003 file, in a profile and folder of its own that are removed
 * afterwards. Refuses with advice where LibreOffice is not installed. It is never used for .docx itself:
 * it computes fields anew, so that a date of the document becomes today.
 */
export async function convertDoc(bytes: Uint8Array): Promise<Uint8Array | DocumentRefusal> {
  const program = findProgram('soffice');
  if (!program) return { kind: 'legacy_doc' };
  const folder = await mkdtemp(join(tmpdir(), 'parindex-doc-'));
  await writeFile(join(folder, 'source.doc'), bytes);
  const ended = await convert(program, folder);
  const made = join(folder, 'out', 'source.docx');
  const converted = ended === 'done' && existsSync(made) ? await readFile(made) : undefined;
  await rm(folder, { recursive: true, force: true });
  if (ended === 'late') return { kind: 'took_too_long', seconds: conversionSeconds };
  return converted ?? { kind: 'damaged' };
}

function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.com`] : [name];
  return folders
    .flatMap((folder) => names.map((each) => join(folder, each)))
    .find((path) => existsSync(path));
}

function convert(program: string, folder: string): Promise<'done' | 'failed' | 'late'> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'docx',
    '--outdir',
    join(folder, 'out'),
    join(folder, 'source.doc'),
  ];
  return new Promise((resolve) => {
    // A group of its own, so that the program LibreOffice starts underneath ends with it.
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      resolve('late');
    }, conversionSeconds * 1000);
    const end = (result: 'done' | 'failed') => {
      clearTimeout(timer);
      resolve(result);
    };
    child.once('error', () => end('failed'));
    child.once('exit', (code) => end(code === 0 ? 'done' : 'failed'));
  });
}
