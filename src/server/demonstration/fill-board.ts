// The planning board of the demonstration county: every village planned for a year, the lighter burdens first,
// and some units placed on the heaviest. Invented, and the name of whoever placed them says so; once, in an
// older installation too.
import { everything } from '#domain/access/scope.ts';
import { type AreaCode, areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { insertPlacement } from '#server/insight/board/placement.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listCounts } from '#server/registry/count.store.ts';
import { listUnitRows } from '#server/workforce/unit.store.ts';

export const boardMark = 'demonstration.board';

/** Shares of the villages that are planned for this year and the three after it. */
const paces = [0.15, 0.4, 0.7, 1] as const;
const unitsPlaced = 10;
const placer = '县指挥部（虚构）';

/** How many villages were planned now; 0 when that was done before. */
export async function fillBoard(
  platform: Pick<Platform, 'db' | 'clock' | 'newId'>,
  county: AreaCode,
): Promise<number> {
  const [today, now] = [platform.clock.today(), platform.clock.now()];
  return inScope(platform.db, everything, async (tx) => {
    if ((await findSetting(tx, boardMark)) !== undefined) return 0;
    const span = spanOf(county);
    const codes = (await listAreasInSpan(tx, span, today))
      .map(({ code }) => code)
      .filter((code) => code.length === 12);
    const counts = await listCounts(tx, codes.map(areaCode), ['stage']);
    const poor = new Map<string, number>();
    for (const { area, key, households } of counts) {
      const isPoor = key !== 'SURVEYED' && key !== 'EXIT_ANNOUNCED';
      if (isPoor) poor.set(area, (poor.get(area) ?? 0) + households);
    }
    const villages = [...poor]
      .sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1))
      .map(([code]) => code);
    const number = countyNumberOf(county) ?? 0;
    const put = (kind: 'village' | 'unit', subject: string, village: string, year: number | null) =>
      insertPlacement(tx, {
        county: number,
        id: platform.newId(number),
        area_code: village,
        kind,
        subject,
        year,
        account: makeId({ county: number, milliseconds: 0, random: new Uint8Array(10) }),
        account_name: placer,
        placed_at: now,
      });
    for (const [at, village] of villages.entries()) {
      const share = (at + 1) / villages.length;
      const later = paces.findIndex((pace) => share <= pace + 1e-9);
      await put('village', village, village, yearOf(today) + Math.max(0, later));
    }
    const heaviest = villages.toReversed();
    const units = await listUnitRows(tx, { span, kind: undefined });
    for (const [at, unit] of units.slice(0, unitsPlaced).entries()) {
      const village = heaviest[at];
      if (village !== undefined) await put('unit', unit.id, village, null);
    }
    await saveSetting(tx, boardMark, villages.length);
    return villages.length;
  });
}
