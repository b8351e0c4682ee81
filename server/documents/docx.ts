import type { Block, Cell, Paragraph, Row, SourceDocument, Table } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { readNumbering } from './docx-numbering.ts';
import { type DocxParagraph, type DocxState, readDocxParagraph } from './docx-paragraph.ts';
import { readStyles } from './docx-styles.ts';
import { VerticalMerges } from './vertical-merges.ts';
import { child, elements, flagOf, parseXml, settingOf, type XmlElement } from './xml-tree.ts';

/**
 * Reads the parts of a .docx (ECMA-376) as Word shows them, all changes accepted: paragraphs with their
 * automatic numbers, tables with their merged cells. Tables inside cells and text boxes follow as blocks
 * of their own, so that nothing is lost and no cell swallows a table.
 */
export function readDocx(parts: Map<string, Uint8Array>): SourceDocument | DocumentRefusal {
  const rootOf = (name: string) => {
    const part = parts.get(name);
    return part && parseXml(part);
  };
  const body = child(rootOf('word/document.xml'), 'body');
  if (!body) return { kind: 'damaged' };
  const styles = readStyles(rootOf('word/styles.xml'));
  const numbering = readNumbering(rootOf('word/numbering.xml'), styles.isVietnamese);
  const reader = new BodyReader({ styles, numbering, counts: new Map(), fields: [] });
  reader.readBody(body);
  if (reader.blocks.length === 0) return { kind: 'no_text' };
  const notes = [...reader.state.counts].map(([kind, count]) => ({ kind, count }));
  return { format: 'docx', blocks: reader.blocks, notes };
}

class BodyReader {
  readonly blocks: Block[] = [];
  readonly state: DocxState;
  private paragraphs = 0;
  private tables = 0;
  private held = '';

  constructor(state: DocxState) {
    this.state = state;
  }

  readBody(parent: XmlElement): void {
    for (const element of flowOf(parent, this.state)) {
      if (element.name === 'p') this.addParagraph(element);
      else if (element.name === 'tbl') this.addTable(element);
    }
  }

  private addParagraph(element: XmlElement): void {
    const read = readDocxParagraph(element, this.state);
    this.paragraphs += 1;
    const text = `${this.held}${numbered(read)}`;
    this.held = read.isMergedWithNext ? text : '';
    if (this.held === '') {
      const place = { paragraph: this.paragraphs };
      for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
        this.blocks.push({ kind: 'paragraph', text: line, level: read.level, ...emphasis(read), place });
      }
    }
    for (const box of read.boxed) this.readBody(box);
  }

  private addTable(element: XmlElement): void {
    this.tables += 1;
    const number = this.tables;
    const nested: XmlElement[] = [];
    const merges = new VerticalMerges();
    const table: Table = { kind: 'table', rows: [], place: { table: number } };
    for (const tr of flowOf(element, this.state)) {
      if (tr.name !== 'tr') continue;
      const properties = child(tr, 'trPr');
      if (child(properties, 'del')) {
        this.state.counts.set('tracked_deletion', (this.state.counts.get('tracked_deletion') ?? 0) + 1);
        continue;
      }
      table.rows.push(this.readRow(tr, { table: number, row: table.rows.length + 1 }, merges, nested));
    }
    if (table.rows.length > 0) this.blocks.push(table);
    for (const each of nested) {
      if (each.name === 'tbl') this.addTable(each);
      else this.readBody(each);
    }
  }

  private readRow(
    tr: XmlElement,
    place: { table: number; row: number },
    merges: VerticalMerges,
    nested: XmlElement[],
  ): Row {
    const properties = child(tr, 'trPr');
    const cells: Cell[] = [];
    let column = 1;
    const before = Number(settingOf(properties, 'gridBefore') ?? 0);
    if (before > 0) {
      cells.push({ text: '', span: before, place: { ...place, column } });
      column += before;
    }
    for (const tc of flowOf(tr, this.state)) {
      if (tc.name !== 'tc') continue;
      const cellProperties = child(tc, 'tcPr');
      const span = Number(settingOf(cellProperties, 'gridSpan') ?? 1);
      const text = child(cellProperties, 'cellDel') ? '' : this.cellText(tc, nested);
      const last = cells.at(-1);
      if (mergeOf(cellProperties, 'hMerge') === 'continue' && last) {
        last.span += span;
        last.text = [last.text, text].filter(Boolean).join('\n');
      } else {
        const cell = { text, span, place: { ...place, column } };
        cells.push(merges.settle(cell, column, mergeOf(cellProperties, 'vMerge')));
      }
      column += span;
    }
    return { ...(flagOf(properties, 'tblHeader') ? { isHeading: true } : {}), cells, place };
  }

  private cellText(tc: XmlElement, nested: XmlElement[]): string {
    const lines: string[] = [];
    let held = '';
    for (const element of flowOf(tc, this.state)) {
      if (element.name === 'tbl') nested.push(element);
      if (element.name !== 'p') continue;
      const read = readDocxParagraph(element, this.state);
      nested.push(...read.boxed);
      const text = `${held}${numbered(read)}`;
      held = read.isMergedWithNext ? text : '';
      if (held === '' && text !== '') lines.push(text);
    }
    return [...lines, held].filter(Boolean).join('\n');
  }
}

/** The blocks, rows or cells of a parent in order, with content controls and change marks opened. */
function flowOf(parent: XmlElement, state: DocxState): XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === 'sdt') return flowOf(child(element, 'sdtContent') ?? element, state);
    if (['ins', 'moveTo', 'customXml', 'smartTag'].includes(element.name)) return flowOf(element, state);
    if (element.name === 'AlternateContent') {
      return flowOf(child(element, 'Choice') ?? child(element, 'Fallback') ?? element, state);
    }
    return [element];
  });
}

/** A cell whose only content is an automatic number ("STT" columns) reads as that number. */
function numbered({ number, text }: DocxParagraph): string {
  if (number === '') return text;
  if (text === '') return /^[-+*]$/.test(number) ? '' : number;
  return `${number} ${text}`;
}

function mergeOf(
  properties: XmlElement | undefined,
  name: 'vMerge' | 'hMerge',
): 'restart' | 'continue' | undefined {
  const merge = child(properties, name);
  if (!merge) return undefined;
  return merge.attributes.val === 'restart' ? 'restart' : 'continue';
}

function emphasis({ isItalic, isBold }: DocxParagraph): Pick<Paragraph, 'isItalic' | 'isBold'> {
  return { ...(isItalic ? { isItalic: true } : {}), ...(isBold ? { isBold: true } : {}) };
}
