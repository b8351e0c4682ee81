import { queryOptions } from '@tanstack/react-query';
import type { UnitChange, UnitChangeInput, UnitTree } from '#core/people/unit.ts';
import type { NewUnit } from '#core/people/unit-tree.ts';
import { request } from '#web/request.ts';

/** What the page of the units below asks. */
export const unitsApi = {
  findTree: () => request<UnitTree>('GET', '/api/units'),
  add: (unit: NewUnit) => request<UnitTree>('POST', '/api/units', unit),
  addLines: (text: string) => request<UnitTree>('POST', '/api/units/bulk', { text }),
  invite: (id: string, personName: string) =>
    request<{ link: string; expiresAt: string }>('POST', `/api/units/${encodeURIComponent(id)}/invitations`, {
      personName,
    }),
  listChanges: () => request<UnitChange[]>('GET', '/api/unit-changes'),
  record: (change: UnitChangeInput) => request<UnitChange[]>('POST', '/api/unit-changes', change),
};

export const unitTreeQuery = queryOptions({ queryKey: ['units'], queryFn: unitsApi.findTree });
export const unitChangesQuery = queryOptions({
  queryKey: ['units', 'changes'],
  queryFn: unitsApi.listChanges,
});
