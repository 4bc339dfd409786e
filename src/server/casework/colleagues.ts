// Who works for the place of a case or above it, with the offices they hold there. It is asked only where a
// step may have to be taken over because its office has nobody left for it, and then once for all places.
import { heldAt, type Office } from '#domain/access/office.ts';
import type { CaseState } from '#domain/casework/case-state.ts';
import { type Colleague, mayLackPeople } from '#domain/casework/take-over.ts';
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { listPeopleOver } from '#server/access/office.store.ts';
import type { Tx } from '#server/database/connect.ts';

/** Whoever could take the open step of a case at that place; nobody where nobody is needed. */
export type Colleagues = (area: AreaCode, state: CaseState) => Promise<readonly Colleague[]>;

export function colleaguesOver(
  tx: Tx,
  places: readonly AreaCode[],
  { offices, on }: { readonly offices: readonly Office[]; readonly on: PlainDate },
): Colleagues {
  let asked: ReturnType<typeof listPeopleOver> | undefined;
  const known = new Map<AreaCode, readonly Colleague[]>();
  return async (area, state) => {
    if (!mayLackPeople(state)) return [];
    const before = known.get(area);
    if (before !== undefined) return before;
    asked ??= listPeopleOver(tx, places);
    const here = (await asked)
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
