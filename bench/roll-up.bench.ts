import { arrangeTree, BY_CODE } from '#core/criteria/tree.ts';
import { prepareTree, rollUp } from '#core/scoring/roll-up.ts';
import { median, millisecondsOf } from './timing.ts';

const UNITS = 3321;
const RUNS = 15;

type Measure = { what: string; value: number; unit: string; ratio?: number; bar?: string; met?: boolean };

/** 9 fields, 48 criteria, 73 components: the shape of the ward annex of Hà Nội's set. */
function annexCodes(): string[] {
  const componentsByField = [
    [2, 0, 2, 3, 0, 0, 0, 0, 4],
    [2, 2, 0, 4],
    [0, 0, 0, 2, 0, 2, 4],
    [2, 0, 2, 3],
    [3, 2, 0, 0, 0, 2, 0, 0, 5],
    [5, 2, 2, 3, 3],
    [0, 3, 3, 0, 3],
    [0, 0, 3],
    [0, 0],
  ];
  return componentsByField.flatMap((criteria, field) => [
    `F${field}`,
    ...criteria.flatMap((components, criterion) => [
      `F${field}.${criterion + 1}`,
      ...Array.from(
        { length: components },
        (_each, component) => `F${field}.${criterion + 1}.${component + 1}`,
      ),
    ]),
  ]);
}

/**
 * The limit: the least work any roll-up must do on the same arrays, read every number once, add it
 * to something and write one number for it. No tree, no order.
 */
function bareLoop(points: Int32Array, into: Int32Array): void {
  let running = 0;
  for (let each = 0; each < points.length; each++) {
    running = (running + points[each]!) | 0;
    into[each] = running;
  }
}

/** Roll-up of every commune-level unit of the country (3,321) in one process, against the bare loop. */
export async function bench(): Promise<{ name: string; rows: Measure[] }> {
  const codes = annexCodes();
  const tree = prepareTree(
    arrangeTree(
      codes.map((code) => ({ code })),
      BY_CODE,
    ).parentOf,
  );
  const points = Int32Array.from(
    { length: UNITS * codes.length },
    (_each, position) => (position * 37) % 100,
  );
  const into = new Int32Array(points.length);
  const bare: number[] = [];
  const rolled: number[] = [];
  const fresh: number[] = [];
  const bareFresh: number[] = [];
  for (let run = 0; run < RUNS + 5; run++) {
    bare.push(millisecondsOf(() => bareLoop(points, into)));
    rolled.push(millisecondsOf(() => rollUp(tree, points, into)));
    fresh.push(millisecondsOf(() => rollUp(tree, points)));
    bareFresh.push(millisecondsOf(() => bareLoop(points, new Int32Array(points.length))));
  }
  const [bareTime, rolledTime, freshTime, bareFreshTime] = [bare, rolled, fresh, bareFresh].map((times) =>
    median(times.slice(5)),
  ) as [number, number, number, number];
  const size = `${UNITS.toLocaleString('en')} units × ${codes.length} rows`;
  return {
    name: 'Score roll-up',
    rows: [
      {
        what: `${size}, a new array each time`,
        value: freshTime,
        unit: 'ms',
        ratio: bareFreshTime / freshTime,
        bar: '< 60 ms, ratio ≥ 0.3',
        met: freshTime < 60 && bareFreshTime / freshTime >= 0.3,
      },
      {
        what: `${size}, into an array at hand`,
        value: rolledTime,
        unit: 'ms',
        ratio: bareTime / rolledTime,
        bar: 'ratio ≥ 0.3',
        met: bareTime / rolledTime >= 0.3,
      },
      { what: 'bare loop (the limit), a new array each time', value: bareFreshTime, unit: 'ms' },
      { what: 'bare loop (the limit), into an array at hand', value: bareTime, unit: 'ms' },
    ],
  };
}

if (import.meta.main) console.table((await bench()).rows);
