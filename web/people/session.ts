import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '#core/people/member.ts';
import { api } from '#web/api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: api.findMe,
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
    queryClient.setQueryData(meQuery.queryKey, me);
  };
}
