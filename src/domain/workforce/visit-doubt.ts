// What speaks against a visit: the same helper at two ends of the county within minutes. It is kept with
// the visit as a sentence; a person looks at it, nothing is taken back by a machine.
import { areaCode } from '#domain/kernel/area-code.ts';
import { type Bilingual, fill } from '#domain/kernel/refusal.ts';
import type { Position } from '#domain/registry/area-position.ts';
import { distanceBetween, kilometres, type PositionOf } from './distance.ts';

export interface VisitMoment {
  readonly id: string;
  readonly area: string;
  readonly headName: string;
  /** Minutes after midnight; null where no time was given. */
  readonly minute: number | null;
  readonly position: Position | null;
}

/** Nobody drives faster on the roads between villages. */
const fastestKmh = 80;

/** A guess from codes must not accuse anybody of a short walk. */
const certainKm = 10;

const tooFar: Bilingual = {
  zh: '{earlier}（{from}户）和{later}（{to}户）相隔 {minutes} 分钟，两地约 {km} 公里，赶不过去。请核对时间。',
  en: 'At {earlier} with {from} and at {later} with {to}: {minutes} minutes for about {km} kilometres. Nobody gets there in that time: check the hours.',
};

/** Sentences about a new visit beside the helper's others of the same day. */
export function doubtsOf(
  visit: VisitMoment,
  others: readonly VisitMoment[],
  positionOf: PositionOf = () => undefined,
): readonly Bilingual[] {
  return others.flatMap((other) => {
    if (other.id === visit.id || visit.minute === null || other.minute === null) return [];
    const km = apart(visit, other, positionOf);
    const minutes = Math.abs(visit.minute - other.minute);
    if (km < certainKm || km <= (minutes / 60) * fastestKmh) return [];
    const [first, second] = visit.minute < other.minute ? [visit, other] : [other, visit];
    const facts = {
      earlier: clockOf(first.minute ?? 0),
      later: clockOf(second.minute ?? 0),
      from: first.headName,
      to: second.headName,
      minutes,
      km: Math.round(km),
    };
    return [{ zh: fill(tooFar.zh, facts), en: fill(tooFar.en, facts) }];
  });
}

function apart(one: VisitMoment, other: VisitMoment, positionOf: PositionOf): number {
  if (one.position !== null && other.position !== null) {
    return kilometres(one.position, other.position);
  }
  return distanceBetween(areaCode(one.area), areaCode(other.area), positionOf).km;
}

export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Kept to a hundredth of a degree, about a kilometre: where, not which door. */
export function coarse({ longitude, latitude }: Position): Position {
  const cut = (degrees: number) => Math.round(degrees * 100) / 100;
  return { longitude: cut(longitude), latitude: cut(latitude) };
}
