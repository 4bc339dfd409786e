// The auditor's look of the day at the demonstration's books, when all its money is there.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { makeId } from '#domain/kernel/id.ts';
import { inScope } from '#server/database/connect.ts';
import { lookNow } from '#server/funds/look.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';

export const lookMark = 'demonstration.look';

export async function fillLook(
  platform: Pick<Platform, 'db' | 'clock' | 'packs'>,
  { area, now }: { readonly area: string; readonly now: string },
): Promise<void> {
  const county = Number(area);
  const random = randomOf(`look ${area} ids`);
  const id = makeId({ county, milliseconds: Date.parse(now), random: random.bytes(8) });
  await inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, lookMark)) !== undefined) return;
    await lookNow({ platform, tx }, { id, county, area, now });
    await saveSetting(tx, lookMark, true);
  });
}
