import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** What the server refused stays refused; only an unreachable server is worth asking again. */
function isWorthRetrying(failures: number, problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.kind === 'no_network' && failures < 2;
}

/**
 * The cache of everything read from the server. `onSessionEnd` is called when any call but the
 * question who is signed in is refused for want of a session.
 */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const noticeEnd = (problem: unknown) => {
    if (problem instanceof ApiProblem && problem.status === 401 && problem.kind === 'not_signed_in')
      onSessionEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (problem, query) => {
        if (query.queryKey[0] !== 'me') noticeEnd(problem);
      },
    }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 30_000 },
      mutations: { retry: false },
    },
  });
}
