import type { SourceDocument } from '#core/reading/blocks.ts';
import { isLayout } from '#core/reading/plan-lines.ts';
import { tidyText } from '#core/vietnamese.ts';

const SECRECY_MARKS = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const;

/** The stamp alone on its line, boxed or spaced out as stamps are. */
const STAMP = /^[\s[({*_|]*(TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)[\s\])}*_|.]*$/u;
const LABELLED = /^(?:độ|mức độ|dấu(?: chỉ)?(?: độ)?)\s+mật\s*:\s*(tuyệt mật|tối mật|mật)\s*[.;]?$/iu;
const SPACED = /^(?:\p{Lu}\s+)+\p{Lu}$/u;

/**
 * Marks of state secrecy in a document, highest first (Luật Bảo vệ bí mật nhà nước): stamps that stand alone
 * on a line, or the named degree of secrecy. The word inside a sentence or in a cell of a list is none:
 * an office writes about secret papers without being one.
 */
export function findSecrecy({ blocks }: Pick<SourceDocument, 'blocks'>): string[] {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.text.split('\n');
    return isLayout(block)
      ? block.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n')))
      : [];
  });
  const found = new Set(lines.map(markOf).filter((mark) => mark !== undefined));
  return SECRECY_MARKS.filter((mark) => found.has(mark));
}

function markOf(line: string): string | undefined {
  const text = tidyText(line);
  const closed = SPACED.test(text) ? text.replace(/\s/gu, '') : text;
  const mark = STAMP.exec(closed)?.[1] ?? LABELLED.exec(text)?.[1]?.toUpperCase();
  return mark?.replace(/^(TUYỆT|TỐI)\s*MẬT$/u, '$1 MẬT');
}
