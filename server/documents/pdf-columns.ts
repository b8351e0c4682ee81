import type { Measure, TextLine } from './pdf-lines.ts';

/**
 * The lines from `at` on that stand in two columns (issuer and motto, recipients and signature), left and
 * right, when lines stand side by side there. A line that reaches across or is centred on the page ends them.
 */
export function twoColumnsAt(
  lines: TextLine[],
  at: number,
  measure: Measure,
): [TextLine[], TextLine[]] | undefined {
  const beside = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    if (index <= at || index > at + 2 || !before) return false;
    return Math.abs(line.y - before.y) < 4 && line.x > before.right;
  });
  const first = lines[at] as TextLine;
  const pair = lines[beside];
  const partner = lines[beside - 1];
  if (!pair || !partner || first.y - pair.y > 2 * first.size) return undefined;
  let leftEnd = partner.right;
  let rightStart = pair.x;
  const sides: [TextLine[], TextLine[]] = [[], []];
  let last: TextLine | undefined;
  for (const line of lines.slice(at)) {
    const distance = last ? last.y - line.y : 0;
    if (distance > 5.5 * line.size || (distance > 1.6 * line.size && isCentredOn(line, measure))) break;
    if (line.right < rightStart && line.x < leftEnd) {
      leftEnd = Math.max(leftEnd, line.right);
      sides[0].push(line);
    } else if (line.x > leftEnd) {
      rightStart = Math.min(rightStart, line.x);
      sides[1].push(line);
    } else break;
    last = line;
  }
  return sides[0].length + sides[1].length > beside - at && sides[0].length > 0 ? sides : undefined;
}

function isCentredOn(line: TextLine, { left, right }: Measure): boolean {
  return Math.abs(line.x + line.right - left - right) < 16;
}

/** Each line of a column is a paragraph, but the rest of a list item that its width broke. */
export function sideParagraphs(lines: TextLine[]): string[] {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x));
  const texts: string[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
    const wordWidth = (firstWord + 1) * ((line.right - line.x) / Math.max(1, line.text.length));
    const isRest = last && /^[-+]\s/.test(texts.at(-1) ?? '') && !/^[-+]\s/.test(line.text);
    if (last && isRest && last.right - last.x + wordWidth > width) texts.push(`${texts.pop()} ${line.text}`);
    else texts.push(line.text);
    last = line;
  }
  return texts;
}
