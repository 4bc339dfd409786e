// An office an account holds in an area for some time: village secretary, county office, head of the
// statistics bureau. Steps of cases ask for offices. Who holds one acts in it and nobody else does; where
// nobody holds it, whoever has the role for it and no office of their own may act.
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export interface Office {
  readonly account: string;
  readonly area: AreaCode;
  readonly office: string;
  readonly from: PlainDate;
  /** The last day; null while it goes on. */
  readonly until: PlainDate | null;
}

export function isInForce({ from, until }: Pick<Office, 'from' | 'until'>, on: PlainDate): boolean {
  return from <= on && (until === null || on <= until);
}

/** Two times that have a day in common. */
export function overlap(
  left: Pick<Office, 'from' | 'until'>,
  right: Pick<Office, 'from' | 'until'>,
): boolean {
  const endsBefore = (one: typeof left, other: typeof left) =>
    one.until !== null && one.until < other.from;
  return !endsBefore(left, right) && !endsBefore(right, left);
}

/** Offices as they bear on one place and day: which one account holds, and which anybody holds. */
export interface Held {
  readonly own: readonly string[];
  readonly all: ReadonlySet<string>;
}

export const noOffices: Held = { own: [], all: new Set() };

export function heldAt(
  offices: readonly Office[],
  { account, area, on }: { account: string; area: AreaCode; on: PlainDate },
): Held {
  const bearing = offices.filter((one) => isWithin(area, one.area) && isInForce(one, on));
  return {
    own: bearing.filter((one) => one.account === account).map(({ office }) => office),
    all: new Set(bearing.map(({ office }) => office)),
  };
}
