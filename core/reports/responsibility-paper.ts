import { type Letterhead, type Paper, type PaperSignature, paragraph } from './paper.ts';
import {
  cellsOf,
  RESPONSIBILITY_HEADINGS,
  RESPONSIBILITY_TITLE,
  type ResponsibilityList,
  sayCounting,
  sayTotals,
  subjectOf,
} from './responsibility-words.ts';

/** Shares of the line: number, department, task, due, finished, days, holders, explanation, decision. */
const WIDTHS = [6, 14, 22, 14, 12, 10, 17, 17, 15];

/**
 * Who was late as a paper to sign, the list section III.1 of the plan asks for. Landscape, as the decree
 * allows for a text with tables. Without late work it says so and has no table.
 */
export function responsibilityPaper(
  list: ResponsibilityList,
  head: Letterhead,
  signature: PaperSignature,
  recipients: string[],
): Paper {
  const table = {
    kind: 'table' as const,
    columns: RESPONSIBILITY_HEADINGS.map((heading, index) => ({
      heading,
      width: WIDTHS[index]!,
      align: index === 0 || index === 4 || index === 5 ? ('center' as const) : ('left' as const),
    })),
    rows: list.lines.map((line, position) => cellsOf(line, position, list.basis)),
  };
  return {
    orientation: 'landscape',
    head,
    typeName: RESPONSIBILITY_TITLE,
    subject: subjectOf(list),
    underSubject: `(${sayCounting(list)})`,
    blocks: [...(list.lines.length > 0 ? [table] : []), paragraph(`${sayTotals(list)}/.`)],
    signature,
    recipients,
  };
}
