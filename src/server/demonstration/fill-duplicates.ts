// The demonstration county searched for duplicates, so that pairs stand there to be looked at: invented people
// who are alike by chance. Done once, in an older installation too.
import { everything } from '#domain/access/scope.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { findDuplicates } from '#server/registry/duplicates/search-duplicates.ts';

export const duplicatesMark = 'demonstration.duplicates';

/** How many pairs were found now; 0 when that was done before. */
export async function fillDuplicates(
  platform: Pick<Platform, 'db' | 'clock' | 'newId'>,
  county: AreaCode,
): Promise<number> {
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, duplicatesMark)) !== undefined) return 0;
    const by = { area: county, account: null, name: '首次查找（演示）' };
    const { added } = await findDuplicates(tx, platform, by);
    await saveSetting(tx, duplicatesMark, added);
    return added;
  });
}
