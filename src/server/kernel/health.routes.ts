// Whether this installation answers, and what it is made of.
import { getHealth } from '#contract/platform.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { readSettings } from './setting.store.ts';

export const healthRoutes: readonly Served[] = [
  serve(getHealth, async ({ platform, tx }) => {
    await readSettings(tx);
    return {
      status: 'ok' as const,
      version: platform.version,
      database: platform.engine,
      packs: platform.packs.all().map(({ manifest }) => ({
        id: manifest.id,
        version: manifest.version,
      })),
      demonstration: platform.demonstration,
    };
  }),
];
