// Mutual-aid associations of villages: which villages have one, and what each lends.
import type { Associations, enterAssociation, listAssociations } from '#contract/funds-credit.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { villageNeeded } from '#domain/funds/loans/fund-refusals.ts';
import { countyNeeded } from '#domain/funds/order-refusals.ts';
import {
  areaCode,
  atLevel,
  countyNumberOf,
  levelBelow,
  levelOf,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { listAssociationRows, listVillages, saveAssociation } from './association.store.ts';
import { bankOf } from './my-bank.ts';

export async function associationsOf(
  context: Context,
  _: InputOf<typeof listAssociations>,
): Promise<Associations> {
  const { tx, area, today, may } = context;
  if (area.length < 6) refuse(countyNeeded);
  await bankOf(context);
  const rows = await listAssociationRows(tx, spanOf(area));
  const villages = await listVillages(tx, spanOf(area));
  const below = levelBelow(levelOf(area));
  const children =
    area.length >= 12 || below === undefined ? [] : await listAreaChildren(tx, area, today);
  const nameOf = await namesOf(
    context,
    rows.map((row) => row.area_code),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      village: { code: row.area_code, name: nameOf(row.area_code) },
      name: row.name,
      foundedOn: row.founded_on,
      document: row.document,
      members: row.members,
      capital: row.capital_fen,
      owed: row.owed,
    })),
    villages: villages.length,
    covered: villages.filter(({ covered }) => covered).length,
    places: children.map(({ code, name }) => {
      const own = villages.filter(({ village }) => village.startsWith(code));
      const covered = own.filter((one) => one.covered).length;
      return { area: { code, name }, villages: own.length, covered };
    }),
    mayEnter: may('funds.ask'),
  };
}

export async function enter(
  context: Context,
  { body }: InputOf<typeof enterAssociation>,
): Promise<OutputOf<typeof enterAssociation>> {
  const { tx, actor, now, newId } = context;
  const area = areaCode(body.area);
  const village = area.length === 12 ? atLevel(area, 'village') : undefined;
  const county = countyNumberOf(area);
  if (village === undefined || county === undefined) return refuse(villageNeeded);
  const id = await saveAssociation(tx, {
    county,
    id: newId(county),
    area_code: village,
    name: body.name,
    founded_on: plainDate(body.foundedOn),
    document: body.document,
    members: body.members,
    capital_fen: body.capital,
    account_name: actor.displayName,
    entered_at: now,
  });
  context.note({ area, subject: `association:${id}` });
  return { id };
}
