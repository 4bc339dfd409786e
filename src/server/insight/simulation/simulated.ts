// The doors' answers: a simulation of an area, and the households behind one of its numbers.
import { z } from 'zod';
import type {
  listSimulated,
  runSimulation,
  SimulatedHousehold,
  Simulation,
} from '#contract/insight-simulation.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { type Flip, flipOf } from '#domain/insight/simulation/near-miss.ts';
import { outcomes } from '#domain/insight/simulation/outcome.ts';
import {
  type AreaCode,
  type AreaSpan,
  areaCode,
  atLevel,
  isWithin,
  parentOf,
  parseAreaCode,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { outsideArea } from '#server/http/input-refusals.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { type AskedTrial, changesIn, readTrial, type Trying } from './asked-trial.ts';
import { simulate, trialOf } from './simulate.ts';
import {
  listTrialHouseholds,
  type TrialHousehold,
  type TrialQuestion,
} from './simulation.store.ts';
import { areasOf, viewOf } from './simulation-view.ts';
import { stoppable } from './stoppable.ts';

export async function simulated(
  context: Context,
  { query }: InputOf<typeof runSimulation>,
): Promise<Simulation> {
  const { on, margin, draft } = query;
  const changes = changesIn(query.changes);
  return simulationOf(context, await readTrial(context, { on, margin, draft, changes }));
}

export async function simulationOf(context: Trying, asked: AskedTrial): Promise<Simulation> {
  const { tx, today } = context;
  const { base, variant, where, area, on } = asked;

  const trial = await stoppable(context, () => simulate(base, variant, { tx, where }));
  const areas = areasOf(trial);
  const codes = areas.flatMap(({ code }) => parseAreaCode(code) ?? []);
  const named = await listAreas(tx, [area, ...codes], today);
  const placeOf = (code: string) => {
    const row = named.find((one) => one.code === code);
    return { code, name: row?.name ?? code, level: row?.level ?? '' };
  };

  const { sheet } = trial.base.sheet;
  return {
    area: placeOf(area),
    on,
    today,
    pack: { id: base.id, version: base.version, title: { ...base.title } },
    sheet: {
      id: sheet.id,
      title: { ...sheet.title },
      verified: sheet.verified && sheet.sample !== true,
      direction: sheet.direction,
    },
    margin: where.margin,
    ...viewOf(trial),
    byArea: areas.map((one) => ({ ...placeOf(one.code), ...one })),
  };
}

const PlaceKeys = z.tuple([z.number().nullable(), z.string()]);

export async function simulatedHouseholds(
  context: Context,
  { query }: InputOf<typeof listSimulated>,
): Promise<OutputOf<typeof listSimulated>> {
  const { tx } = context;
  const { on, draft, margin, limit, group, part, cause, ethnicity, size, points } = query;
  const spans = spansIn(context, part);
  const changes = changesIn(query.changes);
  const asked = await readTrial(context, { on, draft, margin, changes });
  const after = readCursor(query.cursor, PlaceKeys);
  const { versions, sql } = trialOf(asked.base, asked.variant);

  const rows = await stoppable(context, () =>
    listTrialHouseholds(tx, sql, spans, {
      ...groupOf(group, margin),
      ...(cause === undefined ? {} : { cause }),
      ...(ethnicity === undefined ? {} : { ethnicity }),
      ...(size === undefined ? {} : { size }),
      ...(points === undefined ? {} : { points }),
      ...(after === undefined ? {} : { after: [after[0] ?? Infinity, after[1]] as const }),
      limit: limit + 1,
    }),
  );
  const page = pageFrom(rows, limit, (row) => [
    Number.isFinite(row.place) ? row.place : null,
    row.id,
  ]);
  const names = await villageNames(context, page.items);

  return {
    items: page.items.map((row) => householdView(row, versions.variant.sheet, names)),
    next: page.next,
  };
}

const positionOf = (name: (typeof outcomes)[number]) => outcomes.indexOf(name);
const listed = positionOf('listed');
const others = outcomes.map(positionOf).filter((position) => position !== listed);

/** The area, or the part of it that was named. */
function spansIn({ area, actor }: Context, part: string | undefined): readonly AreaSpan[] {
  const within = part === undefined ? area : areaCode(part);
  const own = isWithin(within, area) ? narrowTo(actor, within) : [];
  return own.length === 0 ? refuse(outsideArea, { area: within }) : own.map(spanOf);
}

function groupOf(
  group: InputOf<typeof listSimulated>['query']['group'],
  margin: number,
): Omit<TrialQuestion, 'limit'> {
  switch (group) {
    case 'enters':
      return { base: others, variant: [listed] };
    case 'leaves':
      return { base: [listed], variant: others };
    case 'all':
      return {};
    case 'near':
      return { variant: [listed, positionOf('beyond')], nearBy: margin };
    default:
      return { variant: [positionOf(group)] };
  }
}

function householdView(
  row: TrialHousehold,
  sheet: CompiledSheet,
  names: ReadonlyMap<string, string>,
): SimulatedHousehold {
  const vetoes = row.vetoes.flatMap((holds, index) => (holds === true ? [index + 1] : []));
  const isOpen = row.total === null || row.vetoes.includes(null);
  const flip = flipOf(sheet, {
    items: row.items,
    total: row.total,
    vetoes,
    undetermined: vetoes.length === 0 && isOpen,
  });
  return {
    household: row.id,
    householdNo: row.household_no,
    headName: row.head_name ?? '',
    areaCode: row.area_code,
    areaName: names.get(row.area_code) ?? row.area_code,
    members: row.members,
    cause: row.primary_cause,
    base: { outcome: outcomes[row.base] ?? '', total: row.base_total },
    variant: { outcome: outcomes[row.variant] ?? '', total: row.total },
    flip: flip === undefined ? null : flipView(flip, sheet),
  };
}

function flipView(flip: Flip, { sheet }: CompiledSheet): NonNullable<SimulatedHousehold['flip']> {
  const all = flip.kind === 'item' ? sheet.items : sheet.vetoes;
  const title = all.find(({ id }) => id === flip.id)?.title ?? { zh: flip.id, en: flip.id };
  return { ...flip, title: { ...title } };
}

/** Township and village of each household, as people say where somebody lives. */
async function villageNames(
  { tx, today }: Context,
  rows: readonly TrialHousehold[],
): Promise<ReadonlyMap<string, string>> {
  const villages = new Map(
    rows.map(({ area_code }) => [area_code, atLevel(areaCode(area_code), 'village')]),
  );
  const wanted = [...villages.values()].filter((code): code is AreaCode => code !== undefined);
  const named = await listAreas(
    tx,
    [...new Set(wanted.flatMap((code) => [code, parentOf(code) ?? code]))],
    today,
  );
  const names = new Map<string, string>(named.map((row) => [row.code, row.name]));
  return new Map(
    [...villages].map(([code, village]) => {
      const township = village === undefined ? '' : (parentOf(village) ?? '');
      return [code, `${names.get(township) ?? ''}${names.get(village ?? '') ?? ''}`];
    }),
  );
}
