// How much speaks for two households being one, in bits: what its persons agree in, each person once, and
// what the households share. A number of identity outweighs everything; a telephone is lent to neighbours.
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { agreementsOf, type NameFrequencies, weightOf } from './name-likeness.ts';

export interface CandidatePerson {
  readonly id: string;
  readonly name: string;
  readonly birthDate: PlainDate | undefined;
  /** Twelve digits of the village. */
  readonly village: string;
}

/** Of identity: the same, two different ones, or not known of both. */
export type Numbers = 'same' | 'different' | 'unknown';

export interface Candidate {
  readonly one: CandidatePerson;
  readonly other: CandidatePerson;
  readonly numbers: Numbers;
}

export type SharedKind = 'phone' | 'account' | 'address';

export interface PersonReason {
  readonly kind: 'person';
  readonly one: string;
  readonly other: string;
  readonly name: string;
  readonly birth: string;
  readonly numbers: Numbers;
  readonly weight: number;
}

export interface SharedReason {
  readonly kind: SharedKind;
  readonly weight: number;
}

export type Reason = PersonReason | SharedReason;

/** Pairs below this are not shown to anybody. */
export const leastStrength = 20;

const numberWeight = 40;
/** One of fifty numbers is written wrongly: two different ones speak against, and are no proof. */
const differentNumbersWeight = -5.6;
const sharedWeights: Readonly<Record<SharedKind, number>> = { phone: 8, account: 20, address: 5 };

export function sharedReason(kind: SharedKind): SharedReason {
  return { kind, weight: sharedWeights[kind] };
}

/** Undefined where neither the number nor the name agrees, or less than nothing speaks for it. */
export function personReason(
  { one, other, numbers }: Candidate,
  frequencies: NameFrequencies,
): PersonReason | undefined {
  const place = { place: '' };
  const agreed = agreementsOf({ ...one, ...place }, { ...other, ...place });
  const pair = {
    kind: 'person' as const,
    one: one.id,
    other: other.id,
    birth: agreed.birth,
    numbers,
  };
  if (numbers === 'same') return { ...pair, name: 'number', weight: numberWeight };
  if (agreed.name === 'other') return undefined;
  const weight = weightOf(
    { ...agreed, place: placeAgreement(one.village, other.village) },
    one.name,
    frequencies,
  );
  const all =
    Math.round((weight + (numbers === 'different' ? differentNumbersWeight : 0)) * 10) / 10;
  return all > 0 ? { ...pair, name: agreed.name, weight: all } : undefined;
}

function placeAgreement(one: string, other: string): 'village' | 'township' | 'other' {
  if (one === other) return 'village';
  return one.slice(0, 9) === other.slice(0, 9) ? 'township' : 'other';
}

/** The strongest reasons first, each person once on either side. */
export function weighPair(reasons: readonly Reason[]): {
  readonly strength: number;
  readonly reasons: readonly Reason[];
} {
  const taken = new Set<string>();
  const kept: Reason[] = [];
  for (const reason of [...reasons].sort((left, right) => right.weight - left.weight)) {
    if (reason.kind === 'person') {
      if (taken.has(reason.one) || taken.has(reason.other)) continue;
      taken.add(reason.one).add(reason.other);
    }
    kept.push(reason);
  }
  const strength = kept.reduce((sum, { weight }) => sum + weight, 0);
  return { strength: Math.round(strength * 10) / 10, reasons: kept };
}
