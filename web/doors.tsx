import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem, api } from './api.ts';
import { paths } from './paths.ts';
import { InvitePage } from './people/invite-page.tsx';
import { ownAddress } from './people/return-address.ts';
import { meQuery } from './people/session.ts';
import { SetupPage } from './people/setup-page.tsx';
import { SignInPage } from './people/sign-in-page.tsx';
import { followChanges } from './shell/live-changes.ts';

/** A search parameter as a word; an empty one is no parameter. */
export const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

// The doors come with the first file: a newcomer waits for one round trip, not for two.
const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search: Record<string, unknown>): { return?: string | undefined } => ({
    return: ownAddress(search.return),
  }),
  component: SignInPage,
});
const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  component: SetupPage,
});
const invite = createRoute({
  getParentRoute: () => root,
  path: paths.invite,
  component: InvitePage,
});

/** Everything behind the door: who is not signed in is sent to sign in, and back again afterwards. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const problem = await context.queryClient.ensureQueryData(meQuery).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (problem === undefined) {
      followChanges(context.queryClient);
      return;
    }
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem;
    const { needsSetup } = await api.findSetup();
    if (needsSetup) throw redirect({ to: paths.setup });
    throw redirect({ to: paths.signIn, search: location.href === '/' ? {} : { return: location.href } });
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});

export const doors = [signIn, setup, invite] as const;
