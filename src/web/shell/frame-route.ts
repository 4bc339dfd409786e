// The frame of every page for somebody signed in, as the parent of their routes.
import { createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { meOptions } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { call } from '#web/client/call.ts';
import { text } from './address-query.ts';
import { homeOf } from './entries.ts';
import { root } from './outer-routes.ts';

/**
 * The frame: only for somebody signed in. `area` stays in every address below it. What it looks like is given
 * by the entry, the desk’s or the light one.
 */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: (search): { area?: string } => ({ area: text(search.area) }),
  search: { middlewares: [retainSearchParams(['area'])] },
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meOptions).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return undefined;
      throw error;
    });
    const ready = me !== undefined && me.stage === 'full' && !me.mustChangePassword;
    if (!ready) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { me };
  },
});

export const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async ({ context: { me } }) => {
    const own = me.role === 'household' ? await onlyHousehold() : undefined;
    if (own !== undefined) {
      throw redirect({ to: '/households/$id', params: { id: own }, replace: true });
    }
    throw redirect({ to: homeOf(me.permissions, me.role), replace: true });
  },
});

/** Whoever has one household lands on its page, not on a list of one. */
async function onlyHousehold(): Promise<string | undefined> {
  const { items } = await call('GET /api/registry/households', { query: { limit: 2 } });
  return items.length === 1 ? items[0]?.id : undefined;
}
