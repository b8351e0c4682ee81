/** At most so many works at once; the others wait for their turn, in the order they came. */
export function takeTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running === atOnce) await new Promise<void>((turn) => waiting.push(turn));
    else running += 1;
    // Handed on, not counted down and up again, so that nobody slips in between.
    return work().finally(() => {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    });
  };
}
