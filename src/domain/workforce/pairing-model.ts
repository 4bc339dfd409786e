// Pairing as a transport problem. Who had a household before and has room gets it back. For the others,
// helpers who set out from the same place and speak the same languages are one kind with the sum of their
// room, households of one village and people are one group, and a solver is asked for the least sum of
// distance and language over kinds and groups. Then the households of a group are shared out within the
// kinds, past their kin. Refuses nothing: who cannot be covered is left over.
import { costOf, type Fit, type FitHelper, type FitHousehold } from './pair-fit.ts';

export interface ModelHelper extends FitHelper {
  /** Households they may still take. */
  readonly room: number;
}

export interface Kin {
  readonly helper: string;
  readonly household: string;
}

export interface Kind {
  readonly helpers: readonly ModelHelper[];
  readonly room: number;
}

export interface Group {
  readonly households: readonly FitHousehold[];
}

export interface PairingModel {
  /** Given back to who had them. */
  readonly kept: readonly ModelPair[];
  readonly kinds: readonly Kind[];
  readonly groups: readonly Group[];
  /** Row by group, column by kind. */
  readonly costs: readonly Float64Array[];
  readonly isKin: (helper: string, household: string) => boolean;
}

export interface ModelRequest {
  readonly helpers: readonly ModelHelper[];
  readonly households: readonly FitHousehold[];
  readonly kin: readonly Kin[];
  /** As the explanation of the pair says it. */
  readonly fitOf: (helper: FitHelper, household: FitHousehold) => Fit;
}

export function pairingModel({ helpers, households, kin, fitOf }: ModelRequest): PairingModel {
  const related = new Set(kin.map(({ helper, household }) => `${helper} ${household}`));
  const isKin = (helper: string, household: string) => related.has(`${helper} ${household}`);
  const room = new Map(helpers.map((one) => [one.id, one.room]));
  const kept: ModelPair[] = [];
  const others = households.filter(({ id, lastHelper }) => {
    const free = lastHelper === null ? 0 : (room.get(lastHelper) ?? 0);
    if (lastHelper === null || free <= 0 || isKin(lastHelper, id)) return true;
    room.set(lastHelper, free - 1);
    kept.push({ household: id, helper: lastHelper });
    return false;
  });
  const kinds = grouped(
    helpers.map((one) => ({ ...one, room: room.get(one.id) ?? 0 })).filter((one) => one.room > 0),
    (one) => [one.home ?? one.area, ...[...one.languages].sort()].join(' '),
  ).map((alike) => ({ helpers: alike, room: alike.reduce((sum, one) => sum + one.room, 0) }));
  const groups = grouped(others, ({ area, people }) => `${area.slice(0, 12)} ${people ?? ''}`).map(
    (alike) => ({ households: alike }),
  );
  const costs = groups.map(({ households: [household] }) =>
    Float64Array.from(kinds, ({ helpers: [helper] }) =>
      helper === undefined || household === undefined
        ? 0
        : costOf({ ...fitOf(helper, household), before: false }),
    ),
  );
  return { kept, kinds, groups, costs, isKin };
}

export interface Flow {
  readonly kind: number;
  readonly group: number;
  readonly households: number;
}

export interface ModelPair {
  readonly household: string;
  readonly helper: string;
}

/**
 * From flows to pairs: the households of a village fill one helper after another, so that each helper's
 * lie together; a household of kin changes places with one that is not.
 */
export function pairsOfFlows(model: PairingModel, flows: readonly Flow[]): readonly ModelPair[] {
  const left = model.groups.map(({ households }) => [...households]);
  const byKind = new Map<number, Flow[]>();
  for (const flow of flows) byKind.set(flow.kind, [...(byKind.get(flow.kind) ?? []), flow]);
  const pairs: ModelPair[] = [];
  for (const [at, own] of byKind) {
    const queue = own
      .sort((one, other) => one.group - other.group)
      .flatMap(({ group, households }) => left[group]?.splice(0, households) ?? []);
    for (const helper of model.kinds[at]?.helpers ?? []) {
      for (const household of queue.splice(0, helper.room)) {
        pairs.push({ household: household.id, helper: helper.id });
      }
    }
  }
  return withoutKin(pairs, model, new Map(placesOf(model)));
}

/** Of those in the same village and of the same people, two may be exchanged without any loss. */
function withoutKin(
  pairs: readonly ModelPair[],
  { isKin }: PairingModel,
  groupOf: ReadonlyMap<string, number>,
): readonly ModelPair[] {
  const result = [...pairs];
  const unfit = (pair: ModelPair) => isKin(pair.helper, pair.household);
  for (const [at, pair] of result.entries()) {
    if (!unfit(pair)) continue;
    const group = groupOf.get(pair.household);
    const other = result.findIndex(
      (one) =>
        one.helper !== pair.helper &&
        groupOf.get(one.household) === group &&
        !isKin(one.helper, pair.household) &&
        !isKin(pair.helper, one.household),
    );
    const found = result[other];
    if (found === undefined) continue;
    result[at] = { household: found.household, helper: pair.helper };
    result[other] = { household: pair.household, helper: found.helper };
  }
  return result.filter((pair) => !unfit(pair));
}

function placesOf({ groups }: PairingModel): readonly (readonly [string, number])[] {
  return groups.flatMap(({ households }, at) =>
    households.map(({ id }): readonly [string, number] => [id, at]),
  );
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [item]);
    else before.push(item);
  }
  return [...groups.values()];
}
