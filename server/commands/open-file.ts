import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readingLimits } from '#server/documents/read-document.ts';

export type OpenedFile = { fileName: string; bytes: Uint8Array };
export type FileProblem = { kind: 'no_such_file' | 'too_large'; vi: string; en: string };

/** The bytes of a file on this machine; one that is too large is not read at all. */
export async function openFile(path: string): Promise<OpenedFile | FileProblem> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return {
      kind: 'no_such_file',
      vi: `Không tìm thấy tệp ${path}. Hãy kiểm tra đường dẫn.`,
      en: `There is no file ${path}. Check the path.`,
    };
  }
  const limit = readingLimits.size / 1024 / 1024;
  if (found.size > readingLimits.size) {
    return {
      kind: 'too_large',
      vi: `Tệp lớn hơn ${limit} MB. Hãy chỉ dùng phần kế hoạch và phụ lục.`,
      en: `The file is larger than ${limit} MB. Use only the plan and its annex.`,
    };
  }
  return { fileName: basename(path).normalize('NFC'), bytes: new Uint8Array(await readFile(path)) };
}
