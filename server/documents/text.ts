import type { Block, Paragraph, SourceDocument, SourceNote } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { cleanText, isDecomposed } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { convertLegacyLines, detectLegacy } from './legacy-text.ts';
import { readSeparatedTable, separatorOf } from './separated-lines.ts';
import { joinOpenMarks, stripMarks } from './text-marks.ts';

/** Reads a plain text or Markdown file in any of the tables Vietnamese was written with. */
export function readTextFile(
  bytes: Uint8Array,
  format: 'txt' | 'md',
  named: string,
): SourceDocument | DocumentRefusal {
  const decoded = decodeText(bytes);
  if (!decoded) return { kind: 'wrong_type', named, actual: 'unknown' };
  const document = readText(decoded.text, format);
  if (!('blocks' in document) || !decoded.isLegacy) return document;
  return { ...document, notes: [{ kind: 'legacy_font', count: document.blocks.length }, ...document.notes] };
}

/**
 * Reads text, from a file or pasted. Every line is a paragraph; lines cut by tabs or bars into three or
 * more columns are tables; list markers stay, marks of emphasis and headings go.
 */
export function readText(text: string, format: 'txt' | 'md' = 'txt'): SourceDocument | DocumentRefusal {
  const source = text
    .replace(/^\ufeff/, '')
    .replaceAll('\f', '')
    .replaceAll('\v', ' ')
    .split(/\r\n|\r|\n/);
  const notes: SourceNote[] = [];
  const table = detectLegacy(source.join('\n'));
  const converted = table ? convertLegacyLines(source, table) : { lines: source, count: 0 };
  if (converted.count > 0) notes.push({ kind: 'legacy_font', count: converted.count });
  const decomposed = converted.lines.filter(isDecomposed).length;
  if (decomposed > 0) notes.push({ kind: 'decomposed_text', count: decomposed });
  const { lines, italic } = joinOpenMarks(converted.lines.map((line) => line.normalize('NFC')));
  const blocks = blocksOf(lines, italic, format);
  return blocks.length === 0 ? { kind: 'no_text' } : { format, blocks, notes };
}

function blocksOf(texts: string[], italic: Set<number>, format: 'txt' | 'md'): Block[] {
  const lines = texts.map((text, index) => ({ text, number: index + 1 }));
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as (typeof lines)[number];
    if (line.text.trim() === '') {
      at += 1;
    } else if (separatorOf(line.text)) {
      tables += 1;
      const { table, end } = readSeparatedTable(lines, at, tables);
      blocks.push(table);
      at = end;
    } else {
      const paragraph = paragraphOf(line.text, format);
      if (paragraph) {
        paragraphs += 1;
        if (italic.has(at)) paragraph.isItalic = true;
        blocks.push({ ...paragraph, place: { paragraph: paragraphs, line: line.number } });
      }
      at += 1;
    }
  }
  return blocks;
}

function paragraphOf(line: string, format: 'txt' | 'md'): Omit<Paragraph, 'place'> | undefined {
  if (format === 'md' && /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return undefined;
  const heading = /^\s{0,3}#{1,6}\s+/.exec(line)?.[0];
  const quoted = format === 'md' ? line.replace(/^\s{0,3}(>\s?)+/, '') : line;
  const marked = stripMarks(heading ? line.slice(heading.length) : quoted);
  const text = cleanText(marked.text);
  if (text === '') return undefined;
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
  return {
    kind: 'paragraph',
    text,
    level: Math.floor(indent / 2),
    ...(marked.isItalic ? { isItalic: true } : {}),
    ...(marked.isBold || heading ? { isBold: true } : {}),
  };
}
