// What the exits of the demonstration county are invented from.
import type { NameGiver } from '#domain/demonstration/name.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';

export interface ExitWorld {
  readonly tx: Tx;
  readonly platform: Platform;
  readonly pack: ResolvedPack;
  readonly county: AreaCode;
  readonly seed: string;
  readonly names: NameGiver;
  readonly today: PlainDate;
}

/** People of a village as those of its households’ cases; nobody lives here yet. */
export function placeIn({ county }: Pick<ExitWorld, 'county'>, village: AreaCode) {
  return { county: Number(county), area_code: village, id: village, head_name: null };
}
