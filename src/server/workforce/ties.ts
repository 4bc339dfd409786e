// Ties of units to households as people read, enter and end them.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type * as doors from '#contract/workforce-ties.ts';
import type { TieRow, Ties, UnitPage } from '#contract/workforce-ties.ts';
import { type AreaCode, areaCode, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { noSuchUnit } from '#domain/workforce/helper-refusals.ts';
import { isTieWay, ledSentence, tieWayTitles } from '#domain/workforce/tie.ts';
import * as refusals from '#domain/workforce/tie-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countyOrBelow, digitsBelow } from './coverage.ts';
import { registeredBelow } from './registered.ts';
import { rulesHere } from './rules-here.ts';
import * as store from './tie.store.ts';
import { enterLines } from './tie-lines.ts';
import { findUnit, type UnitRecord } from './unit.store.ts';
import { unitViews } from './units.ts';

const Keys = z.tuple([z.string(), z.string()]);

export async function tiesOf(context: Context, _: InputOf<typeof doors.getTies>): Promise<Ties> {
  const { tx, today, may } = context;
  const area = countyOrBelow(context.area);
  const span = spanOf(area);
  const digits = digitsBelow(area);
  const led = ledBy(await store.sumLed(tx, { span, digits }));
  const { households, ties } = led;
  const below = await registeredBelow(context, area);
  const registered = [...below.values()].reduce((sum, one) => sum + one, 0);
  const children = await listAreaChildren(tx, area, today);
  const names = new Map<string, string>(children.map(({ code, name }) => [code, name]));
  return {
    registered,
    households,
    ties,
    units: led.units.length,
    sentence: ledSentence({ households, ties, registered }),
    ways: waysOf(led.ways),
    byArea: led.places.map(({ key: code, ...counts }) => ({
      code,
      name: names.get(code) ?? code,
      households: counts.households,
      ties: counts.ties,
      registered: below.get(code) ?? 0,
    })),
    mayManage: may('workforce.manage'),
  };
}

/** Sums of ties by what they are of; places in the order of their codes. */
function ledBy(sums: readonly store.LedSum[]) {
  const of = (by: store.LedSum['by']) => sums.filter((one) => one.by === by);
  const places = of('place').toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const total = (what: 'households' | 'ties') => places.reduce((sum, one) => sum + one[what], 0);
  return {
    households: total('households'),
    ties: total('ties'),
    places,
    ways: of('way'),
    units: of('unit'),
  };
}

function waysOf(rows: readonly store.LedSum[]): Ties['ways'] {
  return rows.flatMap(({ key: way, households, ties, yearly }) =>
    isTieWay(way) ? [{ way, title: tieWayTitles[way], ties, households, yearlyFen: yearly }] : [],
  );
}

/** Where the reader's area lies: a unit of the county shows a township its own villages. */
async function unitIn(
  context: Context,
  id: string,
): Promise<{ readonly unit: UnitRecord; readonly area: AreaCode }> {
  const county = countyOfId(id);
  const unit = await findUnit(context.tx, { county, id });
  if (unit === undefined || unit.to_on !== null) return refuse(noSuchUnit, { unit: id });
  const own = areaCode(String(county));
  const { area } = context.actor;
  return { unit, area: area.startsWith(own) ? area : own };
}

export async function unitPage(
  context: Context,
  { params }: InputOf<typeof doors.getUnit>,
): Promise<UnitPage> {
  const { tx, today, may } = context;
  const { unit, area } = await unitIn(context, params.id);
  const asked = { span: spanOf(area), unit: unit.id };
  const { households, ties, places, ways } = ledBy(
    await store.sumLed(tx, { ...asked, digits: villageDigits }),
  );
  const placeOf = await nameAreas(
    tx,
    places.map(({ key }) => key),
    today,
  );
  const [view] = await unitViews(context, [unit], new Map([[unit.id, households]]));
  const gain = await store.gainOfLed(tx, asked);
  return {
    unit: view ?? refuse(noSuchUnit, { unit: unit.id }),
    area,
    households,
    ties,
    persons: await store.countLedPersons(tx, asked),
    ways: waysOf(ways),
    byVillage: places.map((one) => {
      const { township, village } = placeOf(one.key);
      const { key: code, households: led, ties: times } = one;
      return { code, township, name: village, households: led, ties: times };
    }),
    gain: gain === undefined ? null : gainView(gain, methodHere(context, area)),
    mayManage: may('workforce.manage'),
  };
}

function gainView(gain: store.LedGain, method: Bilingual): NonNullable<UnitPage['gain']> {
  const { year, households, before, now } = gain;
  return { year, households, beforeFen: before, nowFen: now, gainFen: now - before, method };
}

/** The pack's own method where it states one: a gain without it is no figure. */
function methodHere(context: Context, area: AreaCode): Bilingual {
  const { pack } = rulesHere(context, area);
  const stated = pack?.rows.indicators
    .flatMap(({ row }) => row.indicators)
    .find(({ id }) => id === 'joinedGain');
  return stated?.measure ?? ownMethod;
}

const ownMethod: Bilingual = {
  zh: '带动户当年与上年人均纯收入之差：两年收入都有登记的户，收入合计除以人口合计',
  en: 'Income per head of households led against the year before: households known in both years, their incomes summed, divided by their members',
};

export async function tieRows(
  context: Context,
  { params, query }: InputOf<typeof doors.listTies>,
): Promise<OutputOf<typeof doors.listTies>> {
  const { unit, area } = await unitIn(context, params.id);
  const rows = await store.listTieRows(context.tx, {
    county: unit.county,
    span: spanOf(query.area === undefined ? area : areaCode(query.area)),
    unit: unit.id,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.area_code, row.id]);
  return { items: await tieViews(context, page.items), next: page.next };
}

async function tieViews(
  { tx, today }: Context,
  rows: readonly store.TieListed[],
): Promise<TieRow[]> {
  const placeOf = await nameAreas(
    tx,
    rows.map(({ area_code }) => area_code),
    today,
  );
  return rows.flatMap((row) => {
    const { township, village } = placeOf(row.area_code);
    const { way } = row;
    return isTieWay(way)
      ? [
          {
            id: row.id,
            household: row.household_id,
            householdNo: row.household_no,
            headName: row.head_name,
            township,
            village,
            way,
            yearlyFen: row.yearly_fen,
            terms: row.terms,
            from: row.from_on,
          },
        ]
      : [];
  });
}

export async function enterOne(
  context: Context,
  { params, body }: InputOf<typeof doors.enterTie>,
): Promise<OutputOf<typeof doors.enterTie>> {
  const { unit, area } = await unitIn(context, params.id);
  const { householdNo, way, yearlyFen, terms, from } = body;
  const yearly = yearlyFen === undefined ? '' : (yearlyFen / 100).toFixed(2);
  const line = { row: 1, unit: unit.id, householdNo, way, yearly, terms, from };
  const { entered, refused } = await enterLines(context, area, [line], [unit]);
  const why = refused[0]?.why ?? [];
  const said = (language: keyof Bilingual) => why.map((one) => one[language]).join(' ');
  if (why.length > 0) {
    refuse(deny(refusals.tieRefused, { why: { zh: said('zh'), en: said('en') } }));
  }
  const [tie] = entered;
  const id = tie?.id ?? refuse(refusals.noSuchTie);
  context.note({ area: areaCode(tie?.area_code ?? ''), subject: `tie:${id}`, facts: { way } });
  return { id };
}

export async function endOne(
  context: Context,
  { params, body }: InputOf<typeof doors.endTie>,
): Promise<OutputOf<typeof doors.endTie>> {
  const { tx, today } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const tie = (await store.findTie(tx, key)) ?? refuse(refusals.noSuchTie);
  if (tie.to_on !== null) refuse(refusals.tieEnded, { on: tie.to_on });
  if (body.on < tie.from_on || body.on > today) {
    refuse(refusals.tieTurnedRound, { to: body.on, from: tie.from_on });
  }
  await store.endTieRow(tx, tie, body);
  context.note({
    area: areaCode(tie.area_code),
    subject: `tie:${tie.id}`,
    facts: { way: tie.way },
  });
  return { id: tie.id };
}
