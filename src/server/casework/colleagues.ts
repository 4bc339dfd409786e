// Who works for the place of a case or above it, with the offices they hold there: asked where a step may
// have to be taken over because its office has nobody left for it.
import { heldAt, type Office } from '#domain/access/office.ts';
import type { Colleague } from '#domain/casework/take-over.ts';
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { listPeopleOver } from '#server/access/office.store.ts';
import type { Tx } from '#server/database/connect.ts';

/** Reads once for many places; the answer is for one of them. */
export async function colleaguesOver(
  tx: Tx,
  places: readonly AreaCode[],
  { offices, on }: { readonly offices: readonly Office[]; readonly on: PlainDate },
): Promise<(area: AreaCode) => readonly Colleague[]> {
  const people = places.length === 0 ? [] : await listPeopleOver(tx, places);
  const known = new Map<AreaCode, readonly Colleague[]>();
  return (area) => {
    const before = known.get(area);
    if (before !== undefined) return before;
    const here = people
      .filter((one) => isWithin(area, one.area))
      .map(({ id, role }) => ({
        account: id,
        role,
        held: heldAt(offices, { account: id, area, on }),
      }));
    known.set(area, here);
    return here;
  };
}
