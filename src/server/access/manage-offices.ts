// Offices of accounts of one's area: which the rules know, who holds which, given and ended. Nothing is
// deleted: what was signed in an office must find it again.
import type {
  endOffice as endShape,
  giveOffice as giveShape,
  listOffices as listShape,
  listOfficesOfAccount as ofShape,
  Tenures,
} from '#contract/access-offices.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { isInForce, overlap } from '#domain/access/office.ts';
import {
  noSuchOffice,
  noSuchTenure,
  officeElsewhere,
  officeEndsTooEarly,
  officeHeldAlready,
} from '#domain/access/office-refusals.ts';
import { areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from './area-name.store.ts';
import { getChangeableAccount, getManagedAccount } from './managed-account.ts';
import { endOffice, findOffice, insertOffice, listOfficesOf } from './office.store.ts';

type Known = OutputOf<typeof listShape>['items'];

/** Offices the pack in force asks for in its steps and signatures. */
export async function listOffices(context: Context): Promise<OutputOf<typeof listShape>> {
  return { items: knownIn(context, context.area) };
}

export async function officesOfAccount(
  context: Context,
  { params }: InputOf<typeof ofShape>,
): Promise<Tenures> {
  return viewOffices(context, (await getManagedAccount(context, params.id)).id);
}

export async function giveOffice(
  context: Context,
  { params, body }: InputOf<typeof giveShape>,
): Promise<Tenures> {
  const account = await getChangeableAccount(context, params.id);
  const area = areaCode(body.area);
  const { office } = body;
  if (!account.areas.some((own) => isWithin(area, own))) refuse(officeElsewhere, { area });
  if (!knownIn(context, area).some((one) => one.office === office)) {
    refuse(noSuchOffice, { area, office });
  }
  const from = plainDate(body.from ?? context.today);
  const until = body.until === undefined ? null : plainDate(body.until);
  if (until !== null && until < from) refuse(officeEndsTooEarly, { from, until });
  const before = (await listOfficesOf(context.tx, account.id)).find(
    (one) => one.office === office && one.area === area && overlap(one, { from, until }),
  );
  if (before !== undefined) refuse(officeHeldAlready, { office, from: before.from });
  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  await insertOffice(context.tx, { county, id, account: account.id, area, office, from, until });
  context.note({ facts: { office, area } });
  return viewOffices(context, account.id);
}

export async function closeOffice(
  context: Context,
  { params, body }: InputOf<typeof endShape>,
): Promise<Tenures> {
  const held = (await findOffice(context.tx, params.tenure)) ?? refuse(noSuchTenure);
  if (held.account !== params.id) refuse(noSuchTenure);
  const account = await getChangeableAccount(context, params.id);
  const until = plainDate(body.until ?? context.today);
  if (until < held.from) refuse(officeEndsTooEarly, { from: held.from, until });
  await endOffice(context.tx, held.id, until);
  context.note({ facts: { office: held.office, area: held.area } });
  return viewOffices(context, account.id);
}

async function viewOffices(context: Context, account: string): Promise<Tenures> {
  const { tx, today, language } = context;
  const rows = await listOfficesOf(tx, account);
  const named = await nameAreas(tx, [...new Set(rows.map(({ area }) => area))], {
    today,
    language,
  });
  const nameOf = new Map(named.map(({ code, name }) => [code, name]));
  return {
    items: rows.map((row) => ({
      id: row.id,
      office: row.office,
      title: titleOf(context, row),
      area: row.area,
      areaName: nameOf.get(row.area) ?? row.area,
      from: row.from,
      until: row.until,
      inForce: isInForce(row, today),
    })),
  };
}

function titleOf(context: Context, { area, office }: { area: string; office: string }): Bilingual {
  const known = knownIn(context, area).find((one) => one.office === office);
  return known?.title ?? { zh: office, en: office };
}

function knownIn({ platform, today }: Context, area: string): Known {
  const pack = platform.packs.inForce(areaCode(area), today);
  const list = pack?.rows.lists.find(({ row }) => row.id === 'actor')?.row;
  return (list?.codes ?? [])
    .filter(({ code }) => code !== 'HOUSEHOLD')
    .map(({ code, title }) => ({ office: code, title }));
}
