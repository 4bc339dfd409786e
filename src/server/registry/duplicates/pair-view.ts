// A pair as somebody sees it: in a list, and side by side with what a merge would do or did. Values that are
// sealed stand masked; a household that is hidden is named by what was said of it when it went.
import type { z } from 'zod';
import type * as contract from '#contract/registry-duplicates.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '../area-names.ts';
import { listMoved } from './merge-rows.store.ts';
import { movedWords } from './moved-words.ts';
import {
  listHouseholdsOfPairs,
  listPairActs,
  listPersonNames,
  type PairActRow,
  type PairHouseholdRow,
  type PairRow,
} from './pair.store.ts';
import { comparisonOf } from './pair-comparison.ts';

type PairView = z.input<typeof contract.Pair>;
type Detail = z.input<typeof contract.PairDetail>;

export async function pairViews(
  context: Context,
  rows: readonly PairRow[],
): Promise<readonly PairView[]> {
  const { tx, today } = context;
  const households = await listHouseholdsOfPairs(
    tx,
    rows.flatMap(({ one_id, other_id }) => [one_id, other_id]),
  );
  const places = await nameAreas(
    tx,
    [...households.values()].map((row) => row.area_code),
    today,
  );
  const persons = rows.flatMap(({ reasons }) =>
    reasons.flatMap(({ one, other }) => [one, other].filter((id) => id !== undefined)),
  );
  const names = await listPersonNames(tx, persons);
  const gone = new Map<string, GoneSaid>();
  for (const row of rows.filter(({ state }) => state === 'merged')) {
    const act = (await listPairActs(tx, row)).findLast(({ kind }) => kind === 'merged');
    if (act !== undefined) gone.set(row.id, (act.said as { gone: GoneSaid }).gone);
  }
  return rows.map((row) => {
    const household = (id: string) => {
      const known = households.get(id);
      return known === undefined
        ? hiddenHousehold(id, gone.get(row.id))
        : householdView(known, places(known.area_code));
    };
    return {
      id: row.id,
      state: row.state,
      strength: row.strength,
      rank: rankOf(row),
      reasons: row.reasons.map((reason) => reasonView(reason, names)),
      one: household(row.one_id),
      other: household(row.other_id),
      foundOn: row.found_on,
      position: row.position,
      kept: row.kept_id,
    };
  });
}

interface GoneSaid {
  readonly id: string;
  readonly householdNo: string;
  readonly headName: string;
}

function householdView(
  row: PairHouseholdRow,
  place: { readonly township: string; readonly village: string },
): PairView['one'] {
  return {
    id: row.id,
    householdNo: row.household_no,
    headName: row.head_name,
    areaCode: row.area_code,
    ...place,
    stage: row.stage as PairView['one']['stage'],
    members: row.members,
  };
}

function hiddenHousehold(id: string, said: GoneSaid | undefined): PairView['one'] {
  const { householdNo, headName } = said ?? { householdNo: '', headName: '' };
  const nowhere = { areaCode: '', township: '', village: '' };
  return { id, householdNo, headName, ...nowhere, stage: 'SURVEYED', members: 0 };
}

/** Strong: as good as a number. Between them stands what a person should look at. */
function rankOf({ strength, reasons }: PairRow): PairView['rank'] {
  if (reasons.some(({ name }) => name === 'number') || strength >= 48) return 'certain';
  return strength >= 28 ? 'strong' : 'likely';
}

function reasonView(
  reason: PairRow['reasons'][number],
  names: ReadonlyMap<string, string>,
): PairView['reasons'][number] {
  const { kind, one = '', other = '', weight } = reason;
  if (kind !== 'person') return { kind, weight } as PairView['reasons'][number];
  return {
    kind,
    weight,
    one: names.get(one) ?? '',
    other: names.get(other) ?? '',
    name: reason.name,
    birth: reason.birth,
    numbers: reason.numbers,
  } as PairView['reasons'][number];
}

export async function pairDetail(context: Context, row: PairRow, keep?: string): Promise<Detail> {
  const { tx, actor } = context;
  const [pair] = await pairViews(context, [row]);
  if (pair === undefined) throw new Error(`pair ${row.id} has no view`);
  const acts = await listPairActs(tx, row);
  const mayMerge = context.may('registry.merge');
  return {
    pair,
    comparison: row.state === 'merged' ? null : await comparisonOf(context, row, { keep, acts }),
    merged: row.state === 'merged' ? await mergedOf(context, row, acts) : null,
    acts: acts.map(({ position, kind, account_name, recorded_at, true_on, reason }) => ({
      position,
      kind: kind as Detail['acts'][number]['kind'],
      accountName: account_name,
      recordedAt: recorded_at,
      trueOn: true_on,
      reason,
    })),
    may: {
      decide: mayMerge && row.state === 'open',
      confirm: mayMerge && row.state === 'proposed' && row.proposed_by !== actor.account,
      return: mayMerge && row.state === 'proposed',
      reopen: mayMerge && row.state === 'different',
      undo: mayMerge && row.state === 'merged',
    },
  };
}

async function mergedOf(
  { tx }: Context,
  row: PairRow,
  acts: readonly PairActRow[],
): Promise<Detail['merged']> {
  const said = acts.findLast(({ kind }) => kind === 'merged')?.said as
    | { gone: GoneSaid }
    | undefined;
  if (said === undefined || row.merge_id === null) return null;
  const moved = await listMoved(tx, { county: row.county, id: row.merge_id });
  return {
    gone: said.gone,
    moved: [...movedWords(moved)],
  };
}
