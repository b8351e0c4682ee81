import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '#core/people/member.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { findUnitOfPage, workIn } from '#web/request.ts';

/** Loads the application from its beginning, so that all it held of another unit is gone. */
export function beginAnew(): void {
  window.location.assign(paths.dashboard);
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await api.findMe();
    const before = findUnitOfPage();
    // Another window of this session has switched: nothing of the unit before may stay on the screen.
    if (before !== undefined && before !== me.unit.id) beginAnew();
    workIn(me.unit.id);
    return me;
  },
  retry: false,
  staleTime: 300_000,
});

/** Who is signed in. Only for pages inside the shell, where someone always is. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Puts who has just signed in where every page looks, and forgets what the person before had read. */
export function useEnter(): (me: Me) => void {
  const queryClient = useQueryClient();
  return (me) => {
    queryClient.clear();
    workIn(me.unit.id);
    queryClient.setQueryData(meQuery.queryKey, me);
  };
}
