import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import type { HistorySearch } from './history-search.ts';

const PAGE = 50;
const OF_A_RECORD = 30;

/** The history the address asks for, page by page, the latest first. */
export const historyQuery = ({ person, ...search }: HistorySearch) =>
  infiniteQueryOptions({
    queryKey: ['history', 'pages', { person, ...search }],
    queryFn: ({ pageParam }) => api.listEvents({ ...search, actor: person, before: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length === PAGE ? last.at(-1)?.id : undefined),
  });

/** What happened to one thing lately. */
export const recordHistoryQuery = (subject: string) =>
  queryOptions({
    queryKey: ['history', 'record', subject],
    queryFn: () => api.listEvents({ subject, limit: OF_A_RECORD }),
  });
