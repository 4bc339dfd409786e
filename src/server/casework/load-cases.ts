// Many cases at once as a batch needs them: locked in the order of their ids, with acts, households and the
// offices that bear on their places, read in a few statements whatever their number.
import { setImmediate } from 'node:timers/promises';
import type { Actor } from '#domain/access/actor.ts';
import { heldAt } from '#domain/access/office.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import type { CaseView } from '#domain/casework/permit.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { shownValue } from '#domain/registry/event.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { listHouseholds, type StoredHousehold } from '#server/registry/household.store.ts';
import type { CaseRecord } from './case.store.ts';
import { listActsOfMany, lockCases } from './case-bulk.store.ts';
import { checksFor } from './checks/standing.ts';
import { type Colleagues, colleaguesOver } from './colleagues.ts';
import { conditionsWith, findRules, presentFor } from './load-case.ts';

/** Cases looked at before others get their turn. */
export const breathAfter = 5;

export interface CasesRequest {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly today: PlainDate;
}

export interface BulkCase {
  readonly row: CaseRecord;
  readonly acts: readonly CaseAct[];
  readonly view: CaseView;
  readonly colleagues: Colleagues;
}

/** Cases that are not there, not theirs or without their rules are missing in the answer. */
export async function loadCases(
  tx: Tx,
  request: CasesRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BulkCase>> {
  const { platform, actor, today } = request;
  const rows = await lockCases(tx, ids);
  const acts = await listActsOfMany(tx, rows);
  const households = await householdsOf(tx, rows);
  const places = [
    ...new Set([
      ...[...households.values()].map(({ area }) => area),
      ...rows.map((row) => areaCode(row.area_code)),
    ]),
  ];
  const offices = await listOfficesOver(tx, places, today);
  const colleagues = colleaguesOver(tx, places, { offices, on: today });
  const rulesOf = rememberRules(platform);
  const loaded = new Map<string, BulkCase>();
  for (const [index, row] of rows.entries()) {
    if (index % breathAfter === breathAfter - 1) await setImmediate();
    const household = households.get(row.household_id ?? '');
    const named = rulesOf(row);
    const isGone = row.household_id !== null && household === undefined;
    if (isGone || named === undefined) continue;
    const { pack, rules } = named;
    const own = acts.get(row.id) ?? [];
    const state = foldCase(rules, own);
    const area = household?.area ?? areaCode(row.area_code);
    const factsNow = () =>
      factsFor(pack, {
        values: Object.fromEntries(
          Object.entries(household?.values ?? {}).map(([field, value]) => [
            field,
            shownValue(value),
          ]),
        ),
        items: household?.items ?? {},
      });
    const view: CaseView = {
      rules,
      state,
      today,
      asker: {
        account: actor.account,
        role: actor.role,
        held: heldAt(offices, { account: actor.account, area, on: today }),
      },
      // These three read something only where the open step asks for it.
      people: await colleagues(area, state),
      conditions: conditionsWith({ pack, rules, state }, factsNow),
      present: await presentFor({ tx }, row, { state, acts: own }),
      checks: await checksFor(tx, row, { pack, rules, state }),
      titleOf: (code) => codeTitle(pack, 'actor', code),
    };
    loaded.set(row.id, { row, acts: own, view, colleagues });
  }
  return loaded;
}

async function householdsOf(
  tx: Tx,
  rows: readonly CaseRecord[],
): Promise<ReadonlyMap<string, StoredHousehold>> {
  const found = new Map<string, StoredHousehold>();
  const all = rows.flatMap((row) => row.household_id ?? []);
  for (const county of new Set(all.map(countyOfId))) {
    const ids = all.filter((id) => countyOfId(id) === county);
    for (const one of await listHouseholds(tx, county, ids, 'shown')) found.set(one.id, one);
  }
  return found;
}

function rememberRules(platform: Platform) {
  const known = new Map<string, ReturnType<typeof findRules>>();
  return (row: CaseRecord) => {
    const key = `${row.pack} ${row.pack_edition} ${row.process} ${row.begun_on}`;
    if (!known.has(key)) known.set(key, findRules({ platform }, row));
    return known.get(key);
  };
}
