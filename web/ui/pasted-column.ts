/** A pasted spreadsheet column as cell texts; undefined when what was pasted is a single value. */
export function readPastedColumn(text: string): string[] | undefined {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n');
  return lines.length > 1 ? lines.map((line) => (line.split('\t')[0] ?? '').trim()) : undefined;
}
