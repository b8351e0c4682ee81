import { printDay } from '#core/written-day.ts';
import {
  type Dossier,
  type DossierRow,
  KIND_WORDS,
  type Proof,
  proofsByLeaf,
  STATE_WORDS,
  sayAnchor,
  sayIdentity,
  sayStanding,
} from './dossier.ts';
import { rowHeight } from './row-height.ts';
import { HEADING, TITLE, UNDER_TITLE } from './sheet-frame.ts';
import type { CellStyle, SheetCell, SheetRow, Workbook } from './workbook.ts';

const FONT_SIZE = 11;
const COLUMNS: readonly [heading: string, width: number][] = [
  ['Mã', 9],
  ['Nội dung tiêu chí', 40],
  ['Điểm tối đa', 9],
  ['Điểm', 9],
  ['Quy tắc', 32],
  ['Cách tính', 36],
  ['Kiểm chứng', 20],
  ['Minh chứng', 40],
  ['Trang, mục', 18],
  ['Tình trạng', 22],
  ['Tệp', 34],
  ['SHA-256', 34],
];
const HEADING_ROW = 4;
const BODY: CellStyle = { verticalAlign: 'top', isWrapped: true, isBordered: true, format: '@' };
const ABOVE: CellStyle = { ...BODY, isBold: true, fill: 'F3F5F9' };

/** The index of a dossier as a printable workbook: a line for each proof of each leaf, and for each leaf without one. */
export function dossierWorkbook(dossier: Dossier, pathById: ReadonlyMap<string, string>): Workbook {
  const proofs = proofsByLeaf(dossier, pathById);
  const title = `CHỈ MỤC HỒ SƠ KIỂM CHỨNG NĂM ${dossier.year}`;
  const under = `${dossier.unitName}. ${dossier.planName}. Số liệu đến ngày ${printDay(dossier.asOf)}`;
  const lines = dossier.rows.flatMap((row) => linesOf(row, proofs.get(row.id) ?? []));
  const others = (proofs.get('') ?? []).map((proof) => proofLine(undefined, proof, true));
  const rows = [
    mergedLine(title, TITLE, 14),
    mergedLine(under, UNDER_TITLE, FONT_SIZE),
    { cells: [], height: 8 },
    sized(COLUMNS.map(([value]) => ({ value, style: HEADING }))),
    ...lines,
    ...others,
  ];
  const last = COLUMNS.length;
  return {
    title,
    author: dossier.unitName,
    fontName: 'Times New Roman',
    fontSize: FONT_SIZE,
    sheets: [
      {
        name: 'Chỉ mục',
        columnWidths: COLUMNS.map(([, width]) => width),
        rows,
        merges: [1, 2].map((row) => ({ row, fromColumn: 1, toColumn: last })),
        frozenRows: HEADING_ROW,
        print: {
          orientation: 'landscape',
          headingRows: [HEADING_ROW, HEADING_ROW],
          margins: { top: 15, right: 10, bottom: 15, left: 10 },
          footer: { left: dossier.unitName, center: '', right: 'Trang &P/&N' },
        },
      },
    ],
  };
}

function linesOf(row: DossierRow, proofs: readonly Proof[]): SheetRow[] {
  if (!row.isLeaf || proofs.length === 0) return [proofLine(row, undefined, true)];
  return proofs.map((proof, position) => proofLine(row, proof, position === 0));
}

function proofLine(row: DossierRow | undefined, proof: Proof | undefined, isFirst: boolean): SheetRow {
  const style = row && !row.isLeaf ? ABOVE : BODY;
  const leaf = row?.isLeaf && isFirst ? row : undefined;
  const said = (value: string): SheetCell => ({ value: value === '' ? null : value, style });
  const points = (value: number | null | undefined): SheetCell => ({
    value: value === null || value === undefined ? null : value / 100,
    style: { ...style, align: 'right', format: '0.00' },
  });
  const { evidence } = proof ?? {};
  return sized([
    said(row?.code ?? ''),
    said(row && isFirst ? row.title : ''),
    points(isFirst ? row?.maxPoints : null),
    points(isFirst ? row?.points : null),
    said(leaf ? `${leaf.rule}${leaf.isDraft ? ' (dự thảo)' : ''}` : ''),
    said(leaf?.explanation.join(' ') ?? ''),
    said(leaf ? STATE_WORDS[leaf.state] : ''),
    said(
      evidence
        ? [KIND_WORDS[evidence.kind], evidence.title, sayIdentity(evidence), evidence.text]
            .filter(Boolean)
            .join('. ')
        : '',
    ),
    said(sayAnchor(proof?.link)),
    said(proof ? sayStanding(proof).join('; ') : ''),
    said(proof?.path ?? ''),
    said(evidence?.file?.sha256 ?? ''),
  ]);
}

function sized(cells: SheetCell[]): SheetRow {
  const measured = cells.map(({ value, style }, index) => ({
    text: typeof value === 'string' ? value : '',
    width: COLUMNS[index]?.[1] ?? 10,
    isBold: style.isBold === true,
  }));
  return { cells, height: rowHeight(measured, FONT_SIZE) };
}

function mergedLine(value: string, style: CellStyle, fontSize: number): SheetRow {
  const width = COLUMNS.reduce((sum, [, each]) => sum + each, 0);
  return {
    cells: COLUMNS.map((_, index) => ({ value: index === 0 ? value : null, style })),
    height: rowHeight([{ text: value, width, isBold: style.isBold === true }], fontSize),
  };
}
