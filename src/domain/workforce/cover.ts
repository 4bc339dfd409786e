// Whether somebody answers for a household on a day: an open pairing whose helper is there, or whose
// stand-in is. It is never stored; the database says the same in `pairing.store.ts`, and a test holds
// the two together.
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface PairingState {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly awayFrom: PlainDate | null;
  readonly awayTo: PlainDate | null;
  readonly standIn: string | null;
}

export type Cover = 'covered' | 'standIn' | 'away' | 'none';

export function coverOn(pairings: readonly PairingState[], day: PlainDate): Cover {
  const open = pairings.find(({ from, to }) => from <= day && to === null);
  if (open === undefined) return 'none';
  if (!isAway(open, day)) return 'covered';
  return open.standIn === null ? 'away' : 'standIn';
}

export function isAway(
  { awayFrom, awayTo }: Pick<PairingState, 'awayFrom' | 'awayTo'>,
  day: PlainDate,
): boolean {
  return awayFrom !== null && awayFrom <= day && (awayTo === null || awayTo >= day);
}
