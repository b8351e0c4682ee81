import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block, Cell, Row, SourceDocument, SourceNote, Table } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { checkHtmlDepth } from './check-html.ts';
import { cleanText, isDecomposed } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { convertLegacyLines, detectLegacy } from './legacy-text.ts';
import { VerticalMerges } from './vertical-merges.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ignored = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'del',
  's',
  'strike',
]);
const blockTags = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'center',
  'address',
  'figure',
  'figcaption',
  'form',
  'fieldset',
  'body',
  'html',
  'hr',
]);

/** Reads a web page or a page saved by an office program: what is shown, as paragraphs and tables. */
export function readHtml(bytes: Uint8Array, named: string): SourceDocument | DocumentRefusal {
  const refusal = checkHtmlDepth(bytes);
  if (refusal) return refusal;
  const decoded = decodeText(bytes);
  if (!decoded) return { kind: 'wrong_type', named, actual: 'unknown' };
  const notes = new Map<SourceNote['kind'], number>();
  if (decoded.isLegacy) notes.set('legacy_font', 1);
  const legacy = detectLegacy(decoded.text.replace(/<[^>]*>/g, ' '));
  const reader = new PageReader((text) => {
    const converted = legacy ? convertLegacyLines([text], legacy) : { lines: [text], count: 0 };
    if (converted.count > 0) notes.set('legacy_font', (notes.get('legacy_font') ?? 0) + 1);
    if (isDecomposed(text)) notes.set('decomposed_text', (notes.get('decomposed_text') ?? 0) + 1);
    return cleanText(converted.lines[0] ?? '');
  });
  reader.read(parse(decoded.text), 0);
  reader.endParagraph();
  if (reader.blocks.length === 0) return { kind: 'no_text' };
  return {
    format: 'html',
    blocks: reader.blocks,
    notes: [...notes].map(([kind, count]) => ({ kind, count })),
  };
}

class PageReader {
  readonly blocks: Block[] = [];
  private readonly mend: (text: string) => string;
  private readonly takeTable: (table: Element) => void;
  private text = '';
  private level = 0;
  private paragraphs = 0;
  private tables = 0;
  private look = { italic: true, bold: true };

  /** A table met on the way is read at once, unless `takeTable` keeps it for later. */
  constructor(mend: (text: string) => string, takeTable?: (table: Element) => void) {
    this.mend = mend;
    this.takeTable = takeTable ?? ((table) => this.addTable(table));
  }

  read(node: Node, level: number, look = { italic: false, bold: false }): void {
    if (node.nodeName === '#text') {
      const value = (node as DefaultTreeAdapterTypes.TextNode).value.replace(/[ \t\r\n\f]+/g, ' ');
      if (value.trim() !== '')
        this.look = { italic: this.look.italic && look.italic, bold: this.look.bold && look.bold };
      this.text += value;
      return;
    }
    if (!('childNodes' in node) || isHiddenNode(node)) return;
    const tag = node.nodeName;
    if (tag === 'br') this.endParagraph();
    if (tag === 'table') {
      this.endParagraph();
      this.takeTable(node as Element);
      return;
    }
    const isBlock = blockTags.has(tag);
    if (isBlock) this.endParagraph();
    const inner = {
      italic: look.italic || tag === 'i' || tag === 'em',
      bold: look.bold || /^(b|strong|h[1-6])$/.test(tag),
    };
    const deeper = tag === 'ul' || tag === 'ol' ? level + 1 : level;
    if (tag === 'li') this.text = markerOf(node as Element);
    this.level = Math.max(0, deeper - 1);
    for (const each of node.childNodes) this.read(each, deeper, inner);
    if (isBlock) this.endParagraph();
  }

  endParagraph(): void {
    const text = this.mend(this.text.replace(/ +/g, ' '));
    if (text !== '' && !/^[-+]$/.test(text)) {
      this.paragraphs += 1;
      const emphasis = {
        ...(this.look.italic ? { isItalic: true } : {}),
        ...(this.look.bold ? { isBold: true } : {}),
      };
      this.blocks.push({
        kind: 'paragraph',
        text,
        level: this.level,
        ...emphasis,
        place: { paragraph: this.paragraphs },
      });
    }
    this.text = '';
    this.look = { italic: true, bold: true };
  }

  private addTable(element: Element): void {
    this.tables += 1;
    const number = this.tables;
    const merges = new VerticalMerges();
    const pending = new Map<number, { rows: number; span: number }>();
    const nested: Element[] = [];
    const table: Table = { kind: 'table', rows: [], place: { table: number } };
    for (const tr of rowsOf(element)) {
      const place = { table: number, row: table.rows.length + 1 };
      const cells: Cell[] = [];
      let column = 1;
      const takeMerged = () => {
        for (let above = pending.get(column); above; above = pending.get(column)) {
          if (above.rows <= 1) pending.delete(column);
          else pending.set(column, { ...above, rows: above.rows - 1 });
          cells.push(
            merges.settle({ text: '', span: above.span, place: { ...place, column } }, column, 'continue'),
          );
          column += above.span;
        }
      };
      const own = tr.childNodes.filter(
        (node): node is Element => node.nodeName === 'td' || node.nodeName === 'th',
      );
      for (const cell of own.filter((each) => !isHiddenNode(each))) {
        takeMerged();
        const span = spanOf(cell, 'colspan', 200);
        const rows = spanOf(cell, 'rowspan', 5000);
        const read = { text: this.cellText(cell, nested), span, place: { ...place, column } };
        cells.push(merges.settle(read, column, rows > 1 ? 'restart' : undefined));
        if (rows > 1) pending.set(column, { rows: rows - 1, span });
        column += span;
      }
      takeMerged();
      const isHeading =
        tr.parentNode?.nodeName === 'thead' ||
        (own.length > 0 && own.every((each) => each.nodeName === 'th'));
      const row: Row = { ...(isHeading ? { isHeading: true } : {}), cells, place };
      if (cells.length > 0) table.rows.push(row);
    }
    if (table.rows.length > 0) this.blocks.push(table);
    for (const each of nested) this.addTable(each);
  }

  /** Reads a cell as a page of its own: its paragraphs become lines, its tables wait their turn. */
  private cellText(cell: Element, nested: Element[]): string {
    const inner = new PageReader(this.mend, (table) => nested.push(table));
    for (const each of cell.childNodes) inner.read(each, 0);
    inner.endParagraph();
    return inner.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node): Element[] => {
    if (node.nodeName === 'tr') return [node as Element];
    return ['thead', 'tbody', 'tfoot'].includes(node.nodeName) ? rowsOf(node as Element) : [];
  });
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return value >= 1 ? Math.min(value, most) : 1;
}

function isHiddenNode(node: Node): boolean {
  if (ignored.has(node.nodeName)) return true;
  if (!('attrs' in node)) return false;
  return (
    attributeOf(node, 'hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributeOf(node, 'style') ?? '')
  );
}

/** Numbers of ordered lists are written out as a browser shows them; other items get a dash. */
function markerOf(item: Element): string {
  const list = item.parentNode;
  if (list?.nodeName !== 'ol') return '- ';
  const items = (list as Element).childNodes.filter((node) => node.nodeName === 'li');
  const start = Number.parseInt(attributeOf(list as Element, 'start') ?? '1', 10) || 1;
  return `${start + items.indexOf(item)}. `;
}
