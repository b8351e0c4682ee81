import type jsep from 'jsep';

/** Half a unit in the last place of a double, as a share of its value, with room to spare. */
const EPSILON = 2 ** -51;

/** How far the value last worked out may lie from the true one. Beside the value, because a pair would have to be allocated. */
let doubt = 0;

/** A value of one row; a truth is 1 or 0; NaN where doubles cannot tell. Sets `doubt`. */
type Work = (row: number) => number;
export type Columns = Readonly<Record<string, Float64Array>>;

const TRUTHS = new Set(['<', '<=', '>', '>=', '==', '!=', '&&', '||', '!']);

/** Whether an expression says yes or no rather than how much. */
function isTruth(node: jsep.Expression): boolean {
  if (node.type === 'ConditionalExpression') return isTruth(node.consequent as jsep.Expression);
  return TRUTHS.has(String(node.operator));
}

/**
 * A formula that was read, as plain work on doubles that knows its own error; undefined for what has
 * none, and where a truth stands for a number or the other way round.
 */
export function quickWork(
  node: jsep.Expression,
  columns: Columns,
  { maxPoints, wanted }: { maxPoints: number; wanted: 'truth' | 'number' },
): Work | undefined {
  if (isTruth(node) !== (wanted === 'truth')) return undefined;
  const partAs = (child: unknown, as: 'truth' | 'number') =>
    quickWork(child as jsep.Expression, columns, { maxPoints, wanted: as });
  const part = (child: unknown) => partAs(child, 'number');
  switch (node.type) {
    case 'Literal':
      return constant(Number(node.value));
    case 'Identifier': {
      if (node.name === 'max') return constant(maxPoints / 100);
      const column = columns[String(node.name)];
      return column && ((row) => known(column[row]!));
    }
    case 'UnaryExpression': {
      const value = partAs(node.argument, wanted);
      if (!value) return undefined;
      if (node.operator === '!') return (row) => 1 - value(row);
      return node.operator === '-' ? (row) => -value(row) : value;
    }
    case 'BinaryExpression': {
      const operator = String(node.operator);
      const of = operator === '&&' || operator === '||' ? 'truth' : 'number';
      const left = partAs(node.left, of);
      const right = partAs(node.right, of);
      return left && right && BINARY[operator]?.(left, right);
    }
    case 'ConditionalExpression': {
      const test = partAs(node.test, 'truth');
      const [yes, no] = [partAs(node.consequent, wanted), partAs(node.alternate, wanted)];
      return test && yes && no && ((row) => chosen(test(row), yes, no, row));
    }
    default: {
      const name = String((node.callee as jsep.Identifier).name);
      const args = (node.arguments as unknown[]).map(part);
      const [first, ...rest] = args;
      const pick = PICKS[name];
      if (!pick || !first || args.some((each) => !each)) return undefined;
      return rest.reduce<Work>((one, other) => pick(one, other!), first);
    }
  }
}

/** The same in hundredths, rounded half up; NaN where the error may reach across a half. */
export function quickHundredths(points: Work): Work {
  return (row) => {
    const hundredths = points(row) * 100;
    const error = doubt * 100 + (doubt === 0 && Number.isInteger(hundredths) ? 0 : sizeOf(hundredths));
    const rounded = Math.floor(hundredths + 0.5);
    const toHalf = Math.abs(hundredths - rounded + 0.5);
    return error === 0 || (toHalf > error && 1 - toHalf > error) ? rounded : Number.NaN;
  };
}

const sizeOf = (value: number) => Math.abs(value) * EPSILON;

function known(value: number): number {
  doubt = Number.isInteger(value) ? 0 : sizeOf(value);
  return value;
}

function constant(value: number): Work {
  return () => known(value);
}

/** Whole numbers stay exact; anything else may be off by its last place more. */
function worked(value: number, error: number): number {
  doubt = error === 0 && Number.isSafeInteger(value) ? 0 : error + sizeOf(value);
  return value;
}

function chosen(test: number, yes: Work, no: Work, row: number): number {
  if (test === 1) return yes(row);
  return test === 0 ? no(row) : Number.NaN;
}

type Join = (left: Work, right: Work) => Work;

function joined(work: (a: number, b: number, errorOfA: number, errorOfB: number) => number): Join {
  return (left, right) => (row) => {
    const a = left(row);
    const errorOfA = doubt;
    const b = right(row);
    return work(a, b, errorOfA, doubt);
  };
}

/** A comparison is only answered where the errors cannot turn it round. */
function compared(test: (a: number, b: number) => boolean): Join {
  return joined((a, b, errorOfA, errorOfB) => {
    const error = errorOfA + errorOfB;
    doubt = 0;
    const isSure = error === 0 ? !Number.isNaN(a) && !Number.isNaN(b) : Math.abs(a - b) > error;
    if (!isSure) return Number.NaN;
    return test(a, b) ? 1 : 0;
  });
}

const BINARY: Readonly<Record<string, Join>> = {
  '+': joined((a, b, ea, eb) => worked(a + b, ea + eb)),
  '-': joined((a, b, ea, eb) => worked(a - b, ea + eb)),
  '*': joined((a, b, ea, eb) => worked(a * b, Math.abs(a) * eb + Math.abs(b) * ea + ea * eb)),
  '/': joined((a, b, ea, eb) => {
    const least = Math.abs(b) - eb;
    if (!(least > 0)) return Number.NaN;
    const value = a / b;
    return worked(value, (ea + Math.abs(value) * eb) / least);
  }),
  '<': compared((a, b) => a < b),
  '<=': compared((a, b) => a <= b),
  '>': compared((a, b) => a > b),
  '>=': compared((a, b) => a >= b),
  '==': compared((a, b) => a === b),
  '!=': compared((a, b) => a !== b),
  '&&': (left, right) => (row) => {
    const first = left(row);
    return first === 1 ? right(row) : first;
  },
  '||': (left, right) => (row) => {
    const first = left(row);
    return first === 0 ? right(row) : first;
  },
};

/** Of two values, with the larger of both errors: whichever is picked, it is not further off. */
const picked = (pick: (a: number, b: number) => number): Join =>
  joined((a, b, ea, eb) => {
    doubt = Math.max(ea, eb);
    return pick(a, b);
  });

const PICKS: Readonly<Record<string, Join>> = { min: picked(Math.min), max: picked(Math.max) };
