// Units that help: offices, firms, co-operatives, mutual funds, partners by the links the pack names.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { enterUnit, listUnits, Unit } from '#contract/workforce-organisation.ts';
import { countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { unitKnown } from '#domain/workforce/organisation-refusals.ts';
import { moreThanRegistered } from '#domain/workforce/tie-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import { registeredBelow } from './registered.ts';
import { rulesHere } from './rules-here.ts';
import { countLedByUnits } from './tie.store.ts';
import { insertUnit, listUnitRows, sumUnits, type UnitRecord } from './unit.store.ts';

export async function unitsOf(
  context: Context,
  { query }: InputOf<typeof listUnits>,
): Promise<OutputOf<typeof listUnits>> {
  const { tx } = context;
  const span = spanOf(countyOrBelow(context.area));
  const rows = await listUnitRows(tx, { span, kind: query.kind });
  const led = await countLedByUnits(tx, span);
  const ofUnit = new Map(
    led.flatMap(({ by, key, households }): [string, number][] =>
      by === 'unit' ? [[key, households]] : [],
    ),
  );
  return {
    items: await unitViews(context, rows, ofUnit),
    sums: (await sumUnits(tx, span)).map((one) => ({
      kind: one.kind as Unit['kind'],
      count: one.count,
      capitalFen: one.capital,
      members: one.members,
      joinedHouseholds: one.joined,
      led: led.find(({ by, key }) => by === 'kind' && key === one.kind)?.households ?? 0,
    })),
    links: [...linksOf(context)],
    mayManage: context.may('workforce.manage'),
  };
}

/** With the households each leads, as they were counted from the ties the reader sees. */
export async function unitViews(
  context: Context,
  rows: readonly UnitRecord[],
  led: ReadonlyMap<string, number>,
): Promise<Unit[]> {
  const { tx, today } = context;
  const places = await listAreas(tx, [...new Set(rows.map(({ area_code }) => area_code))], today);
  const links = linksOf(context);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as Unit['kind'],
    link: links.find(({ id }) => id === row.link)?.title ?? null,
    capitalFen: row.capital_fen === null ? null : Number(row.capital_fen),
    members: row.members,
    joinedHouseholds: row.joined_households,
    led: led.get(row.id) ?? 0,
    place: places.find(({ code }) => code === row.area_code)?.name ?? row.area_code,
  }));
}

/** The links of partners, where the pack names them: upper level, ministries, firms, society, able people. */
function linksOf(context: Context) {
  const { pack } = rulesHere(context, context.area);
  const rows = pack?.rows.organisation.find(({ row }) => row.id === 'fiveLinks')?.row.rows ?? [];
  return rows.map(({ id, title }) => ({ id, title }));
}

export async function enterUnitOf(
  context: Context,
  { body }: InputOf<typeof enterUnit>,
): Promise<OutputOf<typeof enterUnit>> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const county = countyNumberOf(area) ?? 0;
  const stated = body.joinedHouseholds ?? 0;
  if (stated > 0) {
    const below = await registeredBelow(context, area);
    const registered = [...below.values()].reduce((sum, one) => sum + one, 0);
    if (stated > registered) refuse(moreThanRegistered, { stated, registered });
  }

  const id = context.newId(county);
  const isNew = await insertUnit(tx, {
    county,
    id,
    area_code: area,
    name: body.name,
    kind: body.kind,
    link: body.link ?? null,
    capital_fen: body.capitalFen ?? null,
    members: body.members ?? null,
    joined_households: body.joinedHouseholds ?? null,
    note: '',
    from_on: today,
    to_on: null,
  });
  if (!isNew) refuse(unitKnown, { name: body.name });
  context.note({ area, subject: `unit:${id}`, facts: { kind: body.kind } });
  return { id };
}
