// Where the exit of every village and county of an area stands: the incidence with its two numbers against
// the limit in force, and the case that is open or was the last.
import type { AreaExits, ExitRow, listAreaExits } from '#contract/casework-areas.ts';
import type { InputOf } from '#contract/route.ts';
import { mayEnter } from '#domain/access/actor.ts';
import { colourOn } from '#domain/casework/case-clock.ts';
import { checklistOf, type Limit, withinLimit } from '#domain/casework/checks/checklist.ts';
import { compareExits, type ExitStanding } from '#domain/casework/exit-order.ts';
import { incidenceOf } from '#domain/casework/incidence.ts';
import { type AreaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { endTitle, untitled } from '#server/casework/case-row-view.ts';
import { findRules } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import {
  type AreaRow,
  findArea,
  listAreaChildren,
  listAreas,
} from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { listLatestIndicators } from '#server/registry/indicator.store.ts';
import { listCasesOfAreas } from './area-case.store.ts';
import { poorPersonsOf } from './area-register.ts';

type Level = ExitRow['level'];

export async function exitsOfAreas(
  context: Context,
  _input: InputOf<typeof listAreaExits>,
): Promise<AreaExits> {
  const { tx, actor, area, platform, today } = context;
  // Of a wider area only what is one's own: what one may not see would read as not entered.
  const areas = (await placesOf(context)).filter(
    ({ level, code }) => isExiting(level) && (actor.areas.length < 2 || mayEnter(actor, code)),
  );
  const codes = areas.map(({ code }) => code);
  const pack = platform.packs.inForce(area, today) ?? firstPack(context, codes);
  const [village, county] = (['village', 'county'] as const).map((level) => shareOf(pack, level));
  const counted = new Map([
    ['village', village],
    ['county', county],
  ]);
  const limit = village?.limit ?? county?.limit ?? null;
  const populations = await populationsOf(context, [village, county]);
  const poor = await poorPersonsOf(context, codes);
  const cases = await casesByArea(context, codes);
  const nameOf = await nameAreas(tx, codes, today);
  return {
    limit: limit?.below ?? limit?.most ?? null,
    limitVerified: (village ?? county)?.verified ?? false,
    items: inOrder(
      areas.map(({ code, name, level }): ExitRow => {
        const people = poor.get(code) ?? 0;
        const rural = populations.get(code) ?? null;
        const incidence = incidenceOf(people, rural);
        const bound = counted.get(level)?.limit ?? null;
        return {
          area: code,
          name: shortNameOf(name),
          township: level === 'village' ? nameOf(code).township : '',
          level: level as Level,
          poorPersons: people,
          ruralPopulation: rural,
          incidence,
          holds: incidence === null || bound === null ? null : withinLimit(bound, incidence),
          case: cases.get(code) ?? null,
        };
      }),
    ),
  };
}

/** A county stands above its own villages; otherwise who waits too long comes first. */
function inOrder(rows: readonly ExitRow[]): ExitRow[] {
  const isBelow = rows.some(({ level }) => level === 'village');
  const rankOf = ({ level }: ExitRow) => (isBelow && level === 'county' ? 0 : 1);
  return [...rows].sort(
    (one, other) => rankOf(one) - rankOf(other) || compareExits(standingOf(one), standingOf(other)),
  );
}

function standingOf({ incidence, case: last }: ExitRow): ExitStanding {
  return {
    incidence,
    case:
      last === null
        ? null
        : {
            isOpen: last.step !== null,
            isLate: last.isLate,
            hasLeft: last.hasLeft,
            on: plainDate(last.on),
          },
  };
}

function isExiting(level: string): level is Level {
  return level === 'village' || level === 'county';
}

/** Of a city or province its counties, of a county itself and its villages; no province is scanned. */
async function placesOf({ tx, area, today }: Context): Promise<readonly AreaRow[]> {
  const children = (code: AreaCode) => listAreaChildren(tx, code, today);
  const below = async (code: AreaCode) => {
    const all: AreaRow[] = [];
    for (const child of await children(code)) all.push(...(await children(child.code)));
    return all;
  };
  switch (levelOf(area)) {
    case 'province':
      return below(area);
    case 'city':
      return children(area);
    case 'county': {
      const itself = await findArea(tx, area, today);
      return [...(itself === undefined ? [] : [itself]), ...(await below(area))];
    }
    case 'township':
      return children(area);
    default:
      return listAreas(tx, [area.slice(0, 12)], today);
  }
}

function firstPack({ platform, today }: Context, codes: readonly AreaCode[]) {
  const [first] = codes;
  return first === undefined ? undefined : platform.packs.inForce(first, today);
}

interface Share {
  readonly set: string;
  readonly population: string;
  readonly limit: Limit | null;
  readonly verified: boolean;
}

/** The share of the pack that the register counts and that is to lie below a limit. */
function shareOf(pack: ResolvedPack | undefined, level: Level): Share | undefined {
  for (const { row } of pack?.rows.indicators ?? []) {
    if (pack === undefined || row.subject !== level) continue;
    const counted = row.indicators.find(
      (one) => one.countedFrom === 'register' && one.below !== undefined,
    );
    const population = row.indicators.find(
      (one) => one.countedFrom === undefined && one.unit === 'person',
    );
    if (counted === undefined || population === undefined) continue;
    const [item] = checklistOf(pack, { checks: { items: [counted.id], evidence: [] } }, level);
    return {
      set: row.id,
      population: population.id,
      limit: item?.limit ?? null,
      verified: counted.verified === true,
    };
  }
  return undefined;
}

async function populationsOf(
  { tx, area, today }: Context,
  shares: readonly (Share | undefined)[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const share of shares) {
    if (share === undefined) continue;
    const rows = await listLatestIndicators(tx, { span: spanOf(area), set: share.set, on: today });
    for (const { area_code: code, indicator_id: id, value } of rows) {
      if (id === share.population && value !== null) found.set(code, value);
    }
  }
  return found;
}

/** The open one of each area, or else the latest. */
async function casesByArea(
  context: Context,
  codes: readonly AreaCode[],
): Promise<ReadonlyMap<string, NonNullable<ExitRow['case']>>> {
  const rows = await listCasesOfAreas(context.tx, codes);
  const ordered = [...rows].sort(
    (left, right) => Number(right.step !== null) - Number(left.step !== null),
  );
  const found = new Map<string, NonNullable<ExitRow['case']>>();
  for (const row of ordered) {
    if (found.has(row.area_code)) continue;
    const rules = findRules(context, row)?.rules;
    const step = rules?.steps.find(({ id }) => id === row.step)?.title;
    const dueOn = row.due_on === null ? null : plainDate(row.due_on);
    found.set(row.area_code, {
      id: row.id,
      step: row.step === null ? null : (step ?? untitled(row.step)),
      end: row.end_id === null ? null : endTitle(rules, row.end_id),
      hasLeft: row.end_id !== null && row.end_id === rules?.intendedEnd,
      on: row.ended_on ?? row.step_since,
      isLate: row.step !== null && colourOn(dueOn, context.today) === 'overdue',
    });
  }
  return found;
}
