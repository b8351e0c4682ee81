import type { Context } from 'hono';
import type { z } from 'zod';
import type { Action } from '#core/people/permissions.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import {
  type CommonRefusal,
  commonProblems,
  type Problem,
  type ProblemsOf,
  type Refusal,
} from './problems.ts';

/** What the door asks: nothing, a session, or a role that may do the action on at least some things. */
export type Permission = Action | 'public' | 'signed-in';

/** The person behind the request, from session and membership; the client is never asked. */
export type SignedInActor = Actor & { personName: string; username: string; sessionId: string };

export type Upload = { fileName: string; bytes: Uint8Array } | { text: string };

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

export type RunContext<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  /** The moment of the request, and that day in Viet Nam ("2026-11-23"). */
  now: Date;
  today: string;
  http: Context;
};

/** Inside one transaction, fenced to the actor's unit; it commits only when a value is returned. */
export type InUnitContext<Params, Query, Body> = RunContext<Params, Query, Body> & {
  tx: Tx;
  actor: SignedInActor;
};

/**
 * For work too long for one transaction, such as looking through a large file: each `inUnit` is one,
 * fenced to the actor's unit, that commits only when a value is returned.
 */
export type InStepsContext<Params, Query, Body> = RunContext<Params, Query, Body> & {
  actor: SignedInActor;
  inUnit<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

type Shape<P, Q, B, A> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: "/api/tasks/{id}". */
  path: `/${string}`;
  summary: string;
  params?: P;
  query?: Q;
  /** A schema for JSON; 'upload' for the raw bytes of one file, or JSON `{ text }` for pasted text. */
  body?: B;
  /** The body comes from a form of a page, its fields as text, instead of JSON. */
  isForm?: true;
  /** Most bytes the body may have; 1 MiB unless said. */
  bodyLimit?: number;
  /** The largest number in the body that its columns hold; that of four bytes unless said. */
  largestNumber?: number;
  /** The schema of the answer; 'nothing' for 204; 'response' when run answers with a Response of its own. */
  answer: A;
};

type BodyOf<B> = B extends 'upload' ? Upload : Parsed<B>;
type AnswerOf<A> = A extends z.ZodType ? z.input<A> : A extends 'response' ? Response : undefined;

/** A refusal on its way out of `run`: told apart from a value by its class, since values have kinds too. */
export class Refused<R extends Refusal> {
  readonly refusal: R;
  constructor(refusal: R) {
    this.refusal = refusal;
  }
}

/** Ends a run without keeping anything it wrote. */
export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return new Refused(refusal);
}

/** One route as plain data: what the application mounts, documents and lists in its snapshot. */
export type Route = Shape<z.ZodType, z.ZodType, z.ZodType | 'upload', z.ZodType | 'nothing' | 'response'> & {
  permission: Permission;
  problems: Record<string, Problem<never>>;
  /** Its run opens its own transactions: InStepsContext. */
  isInSteps?: true;
  run(context: unknown): Promise<unknown>;
};

type Result<A, R extends Refusal> = Promise<AnswerOf<A> | Refused<R | CommonRefusal>>;

/**
 * The way every route of a noun is declared. `inUnit` routes name an action of core/people/permissions
 * (or 'signed-in') and run in one transaction, `inSteps` routes the same in as many as they open;
 * `open` routes are public and bring their own.
 */
export function routesOf<R extends Refusal>(nounProblems: ProblemsOf<R>) {
  const problems = { ...commonProblems, ...nounProblems } as unknown as Record<string, Problem<never>>;
  return {
    inUnit<
      P extends z.ZodType | undefined,
      Q extends z.ZodType | undefined,
      B extends z.ZodType | 'upload' | undefined,
      const A extends z.ZodType | 'nothing' | 'response',
    >(
      route: Shape<P, Q, B, A> & {
        permission: Exclude<Permission, 'public'>;
        run(context: InUnitContext<Parsed<P>, Parsed<Q>, BodyOf<B>>): Result<A, R>;
      },
    ): Route {
      return { ...route, problems } as unknown as Route;
    },
    inSteps<
      P extends z.ZodType | undefined,
      Q extends z.ZodType | undefined,
      B extends z.ZodType | 'upload' | undefined,
      const A extends z.ZodType | 'nothing' | 'response',
    >(
      route: Shape<P, Q, B, A> & {
        permission: Exclude<Permission, 'public'>;
        run(context: InStepsContext<Parsed<P>, Parsed<Q>, BodyOf<B>>): Result<A, R>;
      },
    ): Route {
      return { ...route, isInSteps: true, problems } as unknown as Route;
    },
    open<
      P extends z.ZodType | undefined,
      Q extends z.ZodType | undefined,
      B extends z.ZodType | 'upload' | undefined,
      const A extends z.ZodType | 'nothing' | 'response',
    >(
      route: Shape<P, Q, B, A> & {
        run(context: RunContext<Parsed<P>, Parsed<Q>, BodyOf<B>>): Result<A, R>;
      },
    ): Route {
      return { ...route, permission: 'public', problems } as unknown as Route;
    },
  };
}
