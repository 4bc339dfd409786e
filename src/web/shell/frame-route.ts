// The frame of every page for somebody signed in, as the parent of their routes.
import { createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { meOptions } from '#web/access/me.ts';
import { ApiError } from '#web/client/api-error.ts';
import { text } from './address-query.ts';
import { Frame } from './frame.tsx';
import { root } from './outer-routes.ts';

/** The frame: only for somebody signed in. `area` stays in every address below it. */
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
  component: Frame,
});
