// Published figures of all packs: read from disk, reconciled, as `figures check` does.
import { publishedOf } from '#domain/insight/reconcile/published-of-pack.ts';
import { reconcile } from '#domain/insight/reconcile/reconcile.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import { readFigurePacks } from '#server/insight/read-figure-packs.ts';
import { shippedPacks } from '#server/policy/read-pack-folders.ts';
import { type Line, ms, repeated } from './measure.ts';

export async function measureFigures(): Promise<readonly Line[]> {
  let claims = 0;
  const time = await repeated(
    async () => {
      const { packs } = await readFigurePacks(shippedPacks);
      claims = 0;
      for (const id of packs.keys()) {
        const found = chainOf(packs, id);
        if (found.ok) claims += reconcile(publishedOf(found.chain)).length;
      }
    },
    { runs: 9, warmUp: 1 },
  );
  return [
    {
      what: 'figures check of all packs',
      goal: '≤ 1000 ms',
      measured: ms(time.medianMs),
      comparison: `${claims} claims`,
      met: time.medianMs <= 1000,
    },
  ];
}
