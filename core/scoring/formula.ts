import { Decimal } from 'decimal.js';
import jsep from 'jsep';
import type { Hundredths } from '#core/points.ts';

/** Forty digits: far more than any ward counts, and halves are still halves. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
type Value = Decimal | boolean;

const MOST_NODES = 200;
const CALLS: Readonly<Record<string, { least: number; most: number; work: (args: Decimal[]) => Decimal }>> = {
  min: { least: 1, most: 20, work: (args) => Exact.min(...args) },
  max: { least: 1, most: 20, work: (args) => Exact.max(...args) },
  abs: { least: 1, most: 1, work: ([x]) => x!.abs() },
  floor: { least: 1, most: 1, work: ([x]) => x!.floor() },
  ceil: { least: 1, most: 1, work: ([x]) => x!.ceil() },
  round: {
    least: 1,
    most: 2,
    work: ([x, places = new Exact(0)]) =>
      x!.toDecimalPlaces(Math.min(20, Math.max(0, places.toNumber())), Decimal.ROUND_HALF_UP),
  },
};
const ARITHMETIC: Readonly<Record<string, (one: Decimal, other: Decimal) => Value>> = {
  '+': (one, other) => one.plus(other),
  '-': (one, other) => one.minus(other),
  '*': (one, other) => one.times(other),
  '/': (one, other) => one.div(other),
  '<': (one, other) => one.lt(other),
  '<=': (one, other) => one.lte(other),
  '>': (one, other) => one.gt(other),
  '>=': (one, other) => one.gte(other),
  '==': (one, other) => one.eq(other),
  '!=': (one, other) => !one.eq(other),
};
const LOGIC = new Set(['&&', '||']);

export type Formula = { expression: jsep.Expression; names: ReadonlySet<string> };
/** Why a text is no formula: what stands where it may not, or what the reader of expressions said. */
export type FormulaFault = {
  fault: 'unreadable' | 'not_allowed' | 'unknown_name' | 'too_long';
  what: string;
};

/**
 * Reads a formula of a rule: numbers with a decimal point, names of quantities and `max` (the leaf's
 * maximum in points), + − * /, comparisons, && || !, "condition ? this : that", and min max abs
 * floor ceil round. Nothing else is understood, so nothing else can be run.
 */
export function readFormula(text: string, known: ReadonlySet<string>): Formula | FormulaFault {
  let expression: jsep.Expression;
  try {
    expression = jsep(text);
  } catch (error) {
    return { fault: 'unreadable', what: error instanceof Error ? error.message : '' };
  }
  const names = new Set<string>();
  const fault = checkNode(expression, { known, names, nodes: { count: 0 } });
  return fault ?? { expression, names };
}

type Checking = { known: ReadonlySet<string>; names: Set<string>; nodes: { count: number } };

function checkNode(node: jsep.Expression, checking: Checking): FormulaFault | undefined {
  checking.nodes.count += 1;
  if (checking.nodes.count > MOST_NODES) return { fault: 'too_long', what: String(MOST_NODES) };
  const check = (...children: unknown[]) => {
    for (const child of children) {
      const fault = checkNode(child as jsep.Expression, checking);
      if (fault) return fault;
    }
    return undefined;
  };
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' ? undefined : { fault: 'not_allowed', what: String(node.raw) };
    case 'Identifier': {
      const name = String(node.name);
      checking.names.add(name);
      return checking.known.has(name) || name === 'max' ? undefined : { fault: 'unknown_name', what: name };
    }
    case 'UnaryExpression':
      return ['-', '+', '!'].includes(String(node.operator))
        ? check(node.argument)
        : { fault: 'not_allowed', what: String(node.operator) };
    case 'BinaryExpression':
      return String(node.operator) in ARITHMETIC || LOGIC.has(String(node.operator))
        ? check(node.left, node.right)
        : { fault: 'not_allowed', what: String(node.operator) };
    case 'ConditionalExpression':
      return check(node.test, node.consequent, node.alternate);
    case 'CallExpression': {
      const name = String((node.callee as jsep.Identifier).name);
      const args = node.arguments as jsep.Expression[];
      const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
      if (!call || args.length < call.least || args.length > call.most)
        return { fault: 'not_allowed', what: `${name}(…)` };
      return check(...args);
    }
    default:
      return { fault: 'not_allowed', what: node.type };
  }
}

/**
 * The value of a formula that was read, a number or a truth. `valueByName` gives quantities as decimal
 * text. Undefined where it has no value: something divided by zero, a name without a value, a truth
 * used as a number.
 */
export function workOut(
  { expression }: Formula,
  valueByName: Readonly<Record<string, string>>,
  maxPoints: Hundredths,
): Value | undefined {
  const values = { ...valueByName, max: new Exact(maxPoints).div(100).toString() };
  const value = worthOf(expression, values);
  return typeof value === 'object' && !value.isFinite() ? undefined : value;
}

function worthOf(node: jsep.Expression, values: Readonly<Record<string, string>>): Value | undefined {
  const numberOf = (child: unknown) => {
    const value = worthOf(child as jsep.Expression, values);
    return typeof value === 'object' && value.isFinite() ? value : undefined;
  };
  const truthOf = (child: unknown) => {
    const value = worthOf(child as jsep.Expression, values);
    return typeof value === 'boolean' ? value : undefined;
  };
  switch (node.type) {
    case 'Literal':
      return new Exact(String(node.raw));
    case 'Identifier': {
      const value = values[String(node.name)];
      return value === undefined ? undefined : new Exact(value);
    }
    case 'UnaryExpression': {
      if (node.operator === '!') {
        const truth = truthOf(node.argument);
        return truth === undefined ? undefined : !truth;
      }
      const number = numberOf(node.argument);
      return node.operator === '-' ? number?.neg() : number;
    }
    case 'BinaryExpression': {
      const operator = String(node.operator);
      if (LOGIC.has(operator)) {
        const left = truthOf(node.left);
        if (left === undefined) return undefined;
        return operator === '&&' ? left && truthOf(node.right) : left || truthOf(node.right);
      }
      const left = numberOf(node.left);
      const right = numberOf(node.right);
      return left && right && ARITHMETIC[operator]!(left, right);
    }
    case 'ConditionalExpression': {
      const test = truthOf(node.test);
      if (test === undefined) return undefined;
      return worthOf((test ? node.consequent : node.alternate) as jsep.Expression, values);
    }
    default: {
      const args = (node.arguments as jsep.Expression[]).map(numberOf);
      if (args.some((each) => each === undefined)) return undefined;
      return CALLS[String((node.callee as jsep.Identifier).name)]!.work(args as Decimal[]);
    }
  }
}
