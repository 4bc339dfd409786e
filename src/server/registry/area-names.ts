// Township and village of a household by its area code, for rows that name them; read once per page.
import { areaCode, atLevel, levelOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import type { Tx } from '#server/database/connect.ts';
import { listAreas } from './area.store.ts';

export interface PlaceNames {
  readonly township: string;
  readonly village: string;
  /** Of the code itself, where it is a county's; empty below. */
  readonly county: string;
}

/** A code that is not in force any more shows as itself. */
export async function nameAreas(
  tx: Tx,
  codes: readonly string[],
  today: PlainDate,
): Promise<(code: string) => PlaceNames> {
  const wanted = new Set(
    codes.flatMap((code) => {
      const area = areaCode(code);
      const parts = [atLevel(area, 'township'), atLevel(area, 'village')];
      return levelOf(area) === 'county' ? [area] : parts.flatMap((each) => each ?? []);
    }),
  );
  const rows = await listAreas(tx, [...wanted], today);
  const names = new Map<string, string>(rows.map((row) => [row.code, row.name]));
  return (code) => {
    const area = areaCode(code);
    const named = (level: 'township' | 'village') => {
      const ancestor = atLevel(area, level);
      return ancestor === undefined ? '' : (names.get(ancestor) ?? ancestor);
    };
    return {
      township: named('township'),
      village: shortNameOf(named('village')),
      county: levelOf(area) === 'county' ? (names.get(area) ?? area) : '',
    };
  };
}
