import type { Crosswalk, CrosswalkChange } from '#core/criteria/crosswalk.ts';
import { request } from '#web/request.ts';

const segment = encodeURIComponent;

/** Calls of the pages about a replaced criteria set. */
export const crosswalkApi = {
  list: () =>
    request<Pick<Crosswalk, 'id' | 'status' | 'createdAt' | 'isCurrent'>[]>('GET', '/api/crosswalks'),
  find: (id: string) => request<Crosswalk>('GET', `/api/crosswalks/${segment(id)}`),
  change: (id: string, input: CrosswalkChange) =>
    request<Crosswalk>('PUT', `/api/crosswalks/${segment(id)}`, input),
  apply: (id: string, version: number) =>
    request<Crosswalk>('POST', `/api/crosswalks/${segment(id)}/apply`, { version }),
};
