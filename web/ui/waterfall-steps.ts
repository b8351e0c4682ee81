export type Step = { key: string; label: string; change: number; isStrong?: boolean | undefined };

/**
 * Where each bar of a waterfall begins and ends, and where the axis is cut: the whole point below
 * the lowest value, less a tenth of the range, so that the smallest sum still has a body.
 */
export function waterfallSteps(
  start: number,
  end: number,
  steps: readonly Step[],
): { floor: number; bars: (Step & { from: number; to: number })[] } {
  let sum = start;
  const bars = steps.map((step) => {
    const from = sum;
    sum += step.change;
    return { ...step, from, to: sum };
  });
  const values = [start, end, ...bars.map((bar) => bar.to)];
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  const floor = Math.max(0, Math.floor((lowest - range * 0.15) / 100) * 100);
  return { floor, bars };
}

/** A label in at most three lines of about `width` characters, broken between words. */
export function wrapLabel(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}
