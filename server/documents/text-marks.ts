/**
 * Takes the marks of Markdown out of a line of text: "*hoàn thành trong quý II*" → the words, italic
 * when the whole line was between single marks, bold when between double ones. A star that begins a
 * list item ("* ") or stands alone stays.
 */
export function stripMarks(line: string): { text: string; isItalic: boolean; isBold: boolean } {
  const trimmed = line.trim();
  const isBold = /^(\*\*|__)\S.*\S\1$/.test(trimmed) && !trimmed.slice(2, -2).includes('**');
  const inner = trimmed.replace(/^\*\*|\*\*$/g, '');
  const isItalic = !isBold && /^\*[^*\s][^*]*\*$/.test(inner);
  const text = line
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<!\*)\*(?=[^\s*])([^*]+?)\*(?!\*)/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]+?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([.*_#|()[\]\\+-])/g, '$1');
  return { text, isItalic, isBold };
}

/** Removes emphasis that opens on one line and closes on a later one of the same paragraph. */
export function joinOpenMarks(lines: string[]): { lines: string[]; italic: Set<number> } {
  const out = [...lines];
  const italic = new Set<number>();
  let open: number | undefined;
  for (const [at, line] of out.entries()) {
    const { text } = stripMarks(line);
    if (line.trim() === '') open = undefined;
    else if (open === undefined && /(^|[\s(])\*[^*\s]/.test(text) && !/\*\s*$/.test(text)) open = at;
    else if (open !== undefined && /[^*\s]\*(?!\*)/.test(text)) {
      const isWhole = /^\s*\*/.test(out[open] ?? '') && /\*\s*$/.test(line);
      out[open] = (out[open] ?? '').replace(/(^|[\s(])\*([^*\s])/, '$1$2');
      out[at] = line.replace(/([^*\s])\*(?!\*)/, '$1');
      if (isWhole) for (let each = open; each <= at; each++) italic.add(each);
      open = undefined;
    }
  }
  return { lines: out, italic };
}
