// Where things of the map are: places by name with the middle of their own outline, works where their books say.
import { middleOfOutline } from '#domain/insight/layers/outline-spots.ts';
import { areaCode, villageDigits } from '#domain/kernel/area-code.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { listBoundaries } from '#server/registry/area-own.store.ts';

/** In the order of the codes. The middle of a township is where its name stands; only villages have a spot of their own. */
export async function spotsOfPlaces(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  codes: readonly string[],
) {
  const names = new Map(
    (await listAreas(tx, codes.map(areaCode), today)).map((one) => [String(one.code), one.name]),
  );
  const villages = codes.filter((code) => code.length >= villageDigits);
  const outlines = new Map(
    (await listBoundaries(tx, villages)).map(({ code, geometry }) => [
      code,
      middleOfOutline(geometry),
    ]),
  );
  return codes.map((code) => ({
    code,
    name: shortNameOf(names.get(code) ?? code),
    at: outlines.get(code) ?? null,
  }));
}

interface Positioned {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export function spotOfWorks({ longitude, latitude }: Positioned) {
  return longitude === null || latitude === null ? null : { longitude, latitude };
}
