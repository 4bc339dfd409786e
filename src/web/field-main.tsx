// The light entry, for those who come by a phone and for a few things. An address beyond its pages brings the
// whole desk, on the spot.
import { makeFieldRouter } from './field-router.ts';
import { start } from './start.tsx';

const show = start(
  makeFieldRouter(async (soon) => {
    const { router } = await import('./router.tsx');
    if (!soon) show(router);
  }),
);
