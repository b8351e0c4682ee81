import type { SourceNote } from '#core/reading/blocks.ts';
import { cleanText, isDecomposed } from './clean-text.ts';
import type { Numbering } from './docx-numbering.ts';
import { type NumberingUse, type RunLook, readLook, readNumberingUse, type Styles } from './docx-styles.ts';
import { convertLegacyLines, detectLegacy, fromLegacy, legacyFont } from './legacy-text.ts';
import { child, elements, flagOf, settingOf, type XmlElement } from './xml-tree.ts';

/** What one reading of a document carries from paragraph to paragraph. */
export type DocxState = {
  styles: Styles;
  numbering: Numbering;
  counts: Map<SourceNote['kind'], number>;
  /** Open fields: a field's instruction is no text, its result is. */
  fields: ('instruction' | 'result')[];
};

export type DocxParagraph = {
  /** Without its number; lines of the paragraph apart by "\n". */
  text: string;
  number: string;
  level: number;
  isItalic: boolean;
  isBold: boolean;
  /** True when the paragraph's end was deleted under tracking: the next one goes on in it. */
  isMergedWithNext: boolean;
  /** Paragraphs of text boxes anchored here. */
  boxed: XmlElement[];
};

type Run = { text: string; look: RunLook };

/** Reads one `w:p`: kept insertions, dropped deletions, results of fields, symbols, its automatic number. */
export function readDocxParagraph(element: XmlElement, state: DocxState): DocxParagraph {
  const properties = child(element, 'pPr');
  const styleId = settingOf(properties, 'pStyle');
  const boxed: XmlElement[] = [];
  const runs: Run[] = [];
  collectRuns(element, styleId, state, runs, boxed);
  const text = mend(joinRuns(runs), state);
  const shown = runs.filter((run) => run.text.trim() !== '');
  const mark = child(properties, 'rPr');
  const isGone = child(mark, 'del') !== undefined && text === '';
  const { number, level } =
    isGone || flagOf(mark, 'vanish') ? unnumbered : numberOf(properties, styleId, state);
  return {
    text,
    number,
    level,
    isItalic: shown.length > 0 && shown.every(({ look }) => look.isItalic === true),
    isBold: shown.length > 0 && shown.every(({ look }) => look.isBold === true),
    isMergedWithNext: child(mark, 'del') !== undefined,
    boxed,
  };
}

const unnumbered = { number: '', level: 0 };

function numberOf(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  { styles, numbering }: DocxState,
): { number: string; level: number } {
  const direct = readNumberingUse(properties);
  const fromStyle = styles.numberingOf(styleId);
  const use: NumberingUse = { ...fromStyle, ...direct };
  if (use.numId === undefined || use.numId === '0') return unnumbered;
  const tied =
    fromStyle && direct?.level === undefined
      ? numbering.levelOfStyle(use.numId, fromStyle.styleId)
      : undefined;
  const level = tied ?? use.level ?? 0;
  return { number: numbering.next(use.numId, level), level };
}

function collectRuns(
  parent: XmlElement,
  styleId: string | undefined,
  state: DocxState,
  runs: Run[],
  boxed: XmlElement[],
): void {
  for (const element of elements(parent)) {
    if (element.name === 'r') readRun(element, styleId, state, runs, boxed);
    else if (element.name === 'del' || element.name === 'moveFrom') note(state, 'tracked_deletion');
    else if (element.name === 'AlternateContent') collectRuns(chosen(element), styleId, state, runs, boxed);
    else if (element.name === 'sdt') {
      if (flagOf(child(element, 'sdtPr'), 'showingPlcHdr')) continue;
      collectRuns(child(element, 'sdtContent') ?? element, styleId, state, runs, boxed);
    } else if (!element.name.endsWith('Pr')) {
      if (element.name === 'ins' || element.name === 'moveTo') note(state, 'tracked_insertion');
      collectRuns(element, styleId, state, runs, boxed);
    }
  }
}

function readRun(
  run: XmlElement,
  styleId: string | undefined,
  state: DocxState,
  runs: Run[],
  boxed: XmlElement[],
): void {
  const properties = child(run, 'rPr');
  const look = state.styles.lookOf(styleId, settingOf(properties, 'rStyle'), readLook(properties));
  let text = '';
  for (const part of run.children) {
    if (typeof part === 'string') continue;
    if (part.name === 'fldChar') followField(part.attributes.fldCharType, state);
    else if (part.name === 'AlternateContent')
      readRun({ ...chosen(part), name: 'r' }, styleId, state, runs, boxed);
    else if (part.name === 'footnoteReference' || part.name === 'endnoteReference') note(state, 'footnote');
    else if (part.name === 'drawing' || part.name === 'pict' || part.name === 'object')
      readDrawing(part, state, boxed);
    else if (!state.fields.includes('instruction')) text += textOf(part);
  }
  if (text === '') return;
  if (look.isHidden) note(state, 'hidden_text');
  else runs.push({ text, look });
}

/** Of the same content in two forms only one is read: the modern one, or the fallback when it is alone. */
function chosen(alternate: XmlElement): XmlElement {
  return child(alternate, 'Choice') ?? child(alternate, 'Fallback') ?? alternate;
}

function followField(type: string | undefined, { fields }: DocxState): void {
  if (type === 'begin') fields.push('instruction');
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (type === 'end') fields.pop();
}

function readDrawing(element: XmlElement, state: DocxState, boxed: XmlElement[]): void {
  const contents = textBoxes(element);
  boxed.push(...contents);
  if (contents.length === 0) note(state, 'picture');
}

function textBoxes(element: XmlElement): XmlElement[] {
  if (element.name === 'txbxContent') return [element];
  if (element.name === 'AlternateContent') return elements(chosen(element)).flatMap(textBoxes);
  return elements(element).flatMap(textBoxes);
}

function textOf(part: XmlElement): string {
  if (part.name === 't') return part.children.filter((each) => typeof each === 'string').join('');
  if (part.name === 'tab' || part.name === 'ptab') return '\t';
  if (part.name === 'br')
    return part.attributes.type === 'page' || part.attributes.type === 'column' ? '' : '\n';
  if (part.name === 'cr') return '\n';
  if (part.name === 'noBreakHyphen') return '-';
  if (part.name === 'sym') return String.fromCharCode(Number.parseInt(part.attributes.char ?? '20', 16));
  return '';
}

/** Runs of one legacy font are converted together: a letter of it may be split between two runs. */
function joinRuns(runs: Run[]): { text: string; legacyCount: number } {
  let text = '';
  let legacyCount = 0;
  for (let at = 0; at < runs.length; ) {
    const { look } = runs[at] as Run;
    let raw = '';
    while (at < runs.length && runs[at]?.look.font === look.font && runs[at]?.look.isCaps === look.isCaps) {
      raw += runs[at]?.text ?? '';
      at += 1;
    }
    const legacy = legacyFont(look.font);
    const read = legacy ? fromLegacy(raw, legacy.table) : raw;
    if (read !== raw) legacyCount += 1;
    text += legacy?.isCapital || look.isCaps ? read.toLocaleUpperCase('vi') : read;
  }
  return { text, legacyCount };
}

function mend({ text, legacyCount }: { text: string; legacyCount: number }, state: DocxState): string {
  const plain = text.replace(/[\uf020-\uf07e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000));
  const table = legacyCount === 0 ? detectLegacy(plain) : undefined;
  const converted = table ? convertLegacyLines([plain], table) : { lines: [plain], count: legacyCount };
  if (converted.count > 0) note(state, 'legacy_font', converted.count);
  const read = converted.lines[0] ?? '';
  if (isDecomposed(read)) note(state, 'decomposed_text');
  return cleanText(read);
}

function note({ counts }: DocxState, kind: SourceNote['kind'], more = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + more);
}
