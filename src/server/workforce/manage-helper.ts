// Entering and changing helpers, and whose kin they may not help.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { addHelper, changeHelper, Helper, setKin } from '#contract/workforce.ts';
import { type AreaCode, areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import {
  accountTaken,
  changedMeanwhile,
  noSuchAccount,
  noSuchUnit,
  unknownLanguage,
  unknownRank,
} from '#domain/workforce/helper-refusals.ts';
import { countyNeeded } from '#domain/workforce/pairing-refusals.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import {
  findHelperOfAccount,
  type HelperChange,
  insertHelpers,
  replaceKin,
  showHouseholds,
  updateHelper,
} from './helper-roll.store.ts';
import { helperView } from './helper-view.ts';
import { getHelperView, openHelper } from './load-helper.ts';
import { renameInPairings } from './pairing.store.ts';
import { rulesHere } from './rules-here.ts';
import { findUnit } from './unit.store.ts';

export async function enterHelper(
  context: Context,
  { body }: InputOf<typeof addHelper>,
): Promise<OutputOf<typeof addHelper>> {
  const { tx, today } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(countyNeeded);
  await refuseUnknown(context, area, { county, ...body });
  const account = await accountOf(context, body.account);
  const id = context.newId(county);
  await insertHelpers(tx, [
    {
      county,
      id,
      area_code: area,
      name: body.name,
      name_key: nameKeyOf(body.name),
      kind: body.kind,
      rank: body.rank,
      title: body.title,
      unit_id: body.unit,
      force: body.force,
      languages: body.languages,
      home_village: body.homeVillage,
      account,
      joined_on: today,
    },
  ]);
  if (account !== null) await showHouseholds(tx, county, [id], today);
  context.note({ area, subject: `helper:${id}`, facts: { rank: body.rank } });
  return { id };
}

export async function editHelper(
  context: Context,
  { params, body }: InputOf<typeof changeHelper>,
): Promise<Helper> {
  const { tx, today } = context;
  const before = await openHelper(context, params.id);
  if (before.version !== body.version) refuse(changedMeanwhile);
  const { county, id } = before;
  const area = areaCode(body.area ?? before.area_code);
  await refuseUnknown(context, area, { county, ...body });
  const change: HelperChange = {
    ...(body.name === undefined ? {} : { name: body.name, name_key: nameKeyOf(body.name) }),
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.kind === undefined ? {} : { kind: body.kind }),
    ...(body.rank === undefined ? {} : { rank: body.rank }),
    ...(body.unit === undefined ? {} : { unit_id: body.unit }),
    ...(body.area === undefined ? {} : { area_code: area }),
    ...(body.force === undefined ? {} : { force: body.force }),
    ...(body.languages === undefined ? {} : { languages: body.languages }),
    ...(body.homeVillage === undefined ? {} : { home_village: body.homeVillage }),
    ...(body.account === undefined ? {} : { account: await accountOf(context, body.account, id) }),
  };
  await updateHelper(tx, before, change);
  const shown = { ...before, ...change };
  await renameInPairings(tx, before, {
    name: shown.name,
    rank: shown.rank,
    unit: shown.unit_id,
  });
  if (body.account !== undefined) await showHouseholds(tx, county, [id], today);
  context.note({ area, subject: `helper:${id}`, facts: { fields: Object.keys(change) } });
  return helperView(context, await getHelperView(context, id));
}

export async function nameKin(
  context: Context,
  { params, body }: InputOf<typeof setKin>,
): Promise<Helper> {
  const { tx } = context;
  const helper = await openHelper(context, params.id);
  const households = [];
  for (const id of new Set(body.households)) {
    const { area } = await getHousehold(tx, id);
    households.push({ id, area });
  }
  await replaceKin(tx, helper, households);
  context.note({
    area: areaCode(helper.area_code),
    subject: `helper:${helper.id}`,
    facts: { kin: households.length },
  });
  return helperView(context, await getHelperView(context, helper.id));
}

interface Named {
  readonly county: number;
  readonly rank?: string | undefined;
  readonly unit?: string | null | undefined;
  readonly languages?: readonly string[] | undefined;
}

/** Codes are those of the pack in force; a unit is one that stands here. */
async function refuseUnknown(
  context: Context,
  area: AreaCode,
  { county, rank, unit, languages }: Named,
): Promise<void> {
  const { quota, pack } = rulesHere(context, area);
  const ranks = quota?.ranks ?? [];
  if (rank !== undefined && quota !== undefined && ranks.every((one) => one.rank !== rank)) {
    refuse(unknownRank, { rank, ranks: ranks.map((one) => one.rank).join(', ') });
  }
  if (unit !== undefined && unit !== null) {
    if ((await findUnit(context.tx, { county, id: unit })) === undefined)
      refuse(noSuchUnit, { unit });
  }
  const peoples = pack?.rows.lists.find(({ row }) => row.id === 'ethnicity')?.row.codes;
  const strange = languages?.find((one) => peoples?.every(({ code }) => code !== one) === true);
  if (strange !== undefined) refuse(unknownLanguage, { language: strange });
}

async function accountOf(
  { tx }: Context,
  username: string | null,
  own?: string,
): Promise<string | null> {
  if (username === null || username === '') return null;
  const account = await findAccountByUsername(tx, username);
  if (account?.role !== 'helper') return refuse(noSuchAccount, { username });
  const holder = await findHelperOfAccount(tx, account.id);
  if (holder !== undefined && holder.id !== own) {
    refuse(accountTaken, { username, helper: holder.name });
  }
  return account.id;
}
