// A helper in sight, or a refusal; and the same helper as the rules of pairing look at one.
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { helperLeft, noSuchHelper } from '#domain/workforce/helper-refusals.ts';
import type { FitHelper } from '#domain/workforce/pair-fit.ts';
import type { Context } from '#server/http/context.ts';
import {
  type FreeHelper,
  findHelper,
  findHelperView,
  type HelperRecord,
  type HelperView,
} from './helper-roll.store.ts';

export async function getHelperView({ tx }: Pick<Context, 'tx'>, id: string): Promise<HelperView> {
  return (await findHelperView(tx, { county: countyOfId(id), id })) ?? refuse(noSuchHelper);
}

/** Held for a change; refuses one who left. */
export async function openHelper({ tx }: Pick<Context, 'tx'>, id: string): Promise<HelperRecord> {
  const key = { county: countyOfId(id), id };
  const helper = (await findHelper(tx, key, 'locked')) ?? refuse(noSuchHelper);
  if (helper.left_on !== null) refuse(helperLeft, { helper: helper.name, on: helper.left_on });
  return helper;
}

export function asFit(
  helper: Pick<
    FreeHelper,
    | 'id'
    | 'name'
    | 'rank'
    | 'area_code'
    | 'home_village'
    | 'languages'
    | 'households'
    | 'away_from'
    | 'away_to'
  >,
): FitHelper {
  const { away_from, away_to } = helper;
  return {
    id: helper.id,
    name: helper.name,
    rank: helper.rank,
    area: helper.area_code,
    home: helper.home_village,
    languages: helper.languages,
    households: helper.households,
    awayFrom: away_from === null ? null : plainDate(away_from),
    awayTo: away_to === null ? null : plainDate(away_to),
  };
}
