import type { ColumnType } from 'kysely';

/** jsonb: read as a value, written as its JSON text (a bare array would become a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
/** timestamptz as an ISO string in UTC; date columns are "2026-09-30". Never a Date: see open.ts. */
export type Moment = string;
export type MomentWithDefault = ColumnType<Moment, Moment | undefined, Moment>;
