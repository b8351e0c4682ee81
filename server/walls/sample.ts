import type { Role } from '#core/people/roles.ts';
import type { Known } from './model-unit.ts';
import type { Relation } from './world.ts';

/** What is sent with a request; `params` fill the places in the path. */
export type Asked = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  bytes?: string;
};

/**
 * How a route is asked about what a unit has; of several ways the first is the one the role is let in by. `shows` names whose rows of which tables the answer holds on
 * purpose, though they belong to another unit, `writes` whose rows it changes. `refused` says why even those who may are refused here.
 */
export type Sample = {
  ask?(of: Known, role: Role): Asked | readonly Asked[];
  shows?: Partial<Record<Relation, readonly string[]>>;
  writes?: Partial<Record<Relation, readonly string[]>>;
  refused?: string;
};
export type Samples = Readonly<Record<string, Sample>>;

/** A route that is asked with the given values in its path and nothing else. */
export const at = (
  paramsOf: (of: Known) => Record<string, string>,
  more: Omit<Sample, 'ask'> = {},
): Sample => ({
  ask: (of) => ({ params: paramsOf(of) }),
  ...more,
});

/** The same of one thing after another. */
export const atEach = (paramsOf: (of: Known) => readonly Record<string, string>[]): Sample => ({
  ask: (of) => paramsOf(of).map((params) => ({ params })),
});

/** A route that is sent a body, with values in its path where it has places for them. */
export const send = (
  jsonOf: (of: Known, role: Role) => unknown,
  paramsOf: (of: Known, role: Role) => Record<string, string> = () => ({}),
  more: Omit<Sample, 'ask'> = {},
): Sample => ({
  ask: (of, role) => ({ params: paramsOf(of, role), json: jsonOf(of, role) }),
  ...more,
});
