// How far apart two places are. From outlines a county loaded, in a straight line; where there are none,
// from the path of the codes: a rough figure that is only good for saying nearer and farther, and is
// shown as such.
import { type AreaCode, atLevel } from '#domain/kernel/area-code.ts';
import type { Position } from '#domain/registry/area-position.ts';

export interface Distance {
  readonly km: number;
  /** False where it was read off the codes. */
  readonly measured: boolean;
}

const earthRadiusKm = 6371;

/** Kilometres assumed where no outline is known, by the lowest level two places share. */
const byPath = { village: 2, township: 12, county: 40, beyond: 120 } as const;

export type PositionOf = (code: string) => Position | undefined;

export function distanceBetween(
  one: AreaCode,
  other: AreaCode,
  positionOf: PositionOf = () => undefined,
): Distance {
  const here = positionOf(one);
  const there = positionOf(other);
  if (here !== undefined && there !== undefined) {
    return { km: Math.max(1, kilometres(here, there)), measured: true };
  }
  return { km: kmByPath(one, other), measured: false };
}

function kmByPath(one: AreaCode, other: AreaCode): number {
  const shares = (level: 'village' | 'township' | 'county') =>
    atLevel(one, level) !== undefined && atLevel(one, level) === atLevel(other, level);
  if (shares('village')) return byPath.village;
  if (shares('township')) return byPath.township;
  return shares('county') ? byPath.county : byPath.beyond;
}

export function kilometres(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees / 180) * Math.PI;
  const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const shrink = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(north + shrink * east)));
}
