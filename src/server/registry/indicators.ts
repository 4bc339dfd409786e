// The table of one set of indicators, beside all sets of the area with their owner and what is missing.
import type {
  downloadIndicators,
  getIndicators,
  IndicatorSet,
  listIndicatorEntries,
} from '#contract/registry-indicators.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { parseUnit, unitText } from '#domain/policy/expression-unit.ts';
import {
  cellText,
  enteredOf,
  holdsFor,
  type IndicatorSetRule,
  indicatorSetsOf,
  isJudged,
} from '#domain/registry/indicator.ts';
import { noSuchIndicatorSet } from '#domain/registry/indicator-refusals.ts';
import { listAccountRows } from '#server/access/account.store.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import {
  type AreaRow,
  findArea,
  listAreaChildren,
  listAreas,
  listAreasInSpan,
} from './area.store.ts';
import { nameAreas } from './area-names.ts';
import {
  countEntered,
  type IndicatorOwner,
  type IndicatorRecord,
  listIndicatorHistory,
  listIndicatorOwners,
  listLatestIndicators,
} from './indicator.store.ts';

type Table = OutputOf<typeof getIndicators>;

const nothing: Table = { sets: [], chosen: null, mayAssign: false, departments: [] };

export async function indicatorTable(
  context: Context,
  { query }: InputOf<typeof getIndicators>,
): Promise<Table> {
  const { area } = context;
  if (area.length < 6) return nothing;
  const sets = setsHere(context);
  const places = await placesOf(context);
  const views = await viewsOf(context, sets, places.villages.length);
  const set = sets.find(({ id }) => id === query.set);
  const view = views.find(({ id }) => id === query.set);
  const mayAssign = maySteer(context);
  return {
    sets: views,
    chosen:
      set === undefined || view === undefined
        ? null
        : await tableOf(context, { set, view, places }),
    mayAssign,
    departments: mayAssign ? await departmentsOf(context) : [],
  };
}

/** The county's office says who enters what, and enters what nobody was named for. */
export function maySteer({ may, area, actor }: Context): boolean {
  return actor.role === 'county' && may('registry.indicate') && area.length >= 6;
}

export function mayEnter(context: Context, owner: IndicatorOwner | undefined): boolean {
  if (!context.may('registry.indicate')) return false;
  return owner === undefined ? maySteer(context) : owner.account === context.actor.account;
}

export function setsHere({ platform, area, today }: Context): readonly IndicatorSetRule[] {
  const pack = platform.packs.inForce(area, today);
  const sets = pack === undefined ? [] : indicatorSetsOf(pack);
  return sets.filter((set) => set.subject === 'village' || area.length === 6);
}

interface Places {
  readonly villages: readonly AreaRow[];
  readonly itself: AreaRow | undefined;
}

export async function placesOf({ tx, area, today }: Context): Promise<Places> {
  const itself = await findArea(tx, area, today);
  if (area.length >= 12) {
    return { itself, villages: await listAreas(tx, [area.slice(0, 12)], today) };
  }
  if (area.length === 9) return { itself, villages: await listAreaChildren(tx, area, today) };
  return { itself, villages: await listAreasInSpan(tx, spanOf(area), today, ['village']) };
}

async function viewsOf(
  context: Context,
  sets: readonly IndicatorSetRule[],
  villages: number,
): Promise<readonly IndicatorSet[] & IndicatorSet[]> {
  const { tx, area, today } = context;
  const known = sets.flatMap((set) => enteredOf(set).map(({ id }) => `${set.id}.${id}`));
  const counts = await countEntered(tx, { span: spanOf(area), on: today, known });
  const owners = await listIndicatorOwners(tx, countyNumberOf(area) ?? 0);
  return sets.map((set) => {
    const owner = owners.find(({ set_id }) => set_id === set.id);
    const count = counts.find(
      (one) => one.set_id === set.id && one.is_county === (set.subject === 'county'),
    );
    return {
      id: set.id,
      title: set.title,
      subject: set.subject,
      verified: set.verified,
      note: set.note,
      owner:
        owner === undefined
          ? null
          : { account: owner.account, name: owner.account_name, unit: owner.unit },
      mayEnter: mayEnter(context, owner),
      cells: enteredOf(set).length * (set.subject === 'county' ? 1 : villages),
      entered: count?.entered ?? 0,
      lastOn: count?.last_on ?? null,
    };
  });
}

interface Chosen {
  readonly set: IndicatorSetRule;
  readonly view: IndicatorSet;
  readonly places: Places;
}

async function tableOf(
  context: Context,
  { set, view, places }: Chosen,
): Promise<NonNullable<Table['chosen']>> {
  const { tx, today } = context;
  const columns = enteredOf(set);
  const rows =
    set.subject === 'county' ? [places.itself].flatMap((one) => one ?? []) : places.villages;
  const cells = await cellsOf(context, set);
  const names = await nameAreas(
    tx,
    rows.map(({ code }) => code),
    today,
  );
  return {
    set: view,
    columns: columns.map((rule) => ({
      id: rule.id,
      title: rule.title,
      measure: rule.measure,
      unit: rule.unit,
      unitWords: unitText(parseUnit(rule.unit) ?? {}),
      isJudged: isJudged(rule),
      least: rule.least,
      most: rule.most,
      verified: rule.verified,
      note: rule.note,
    })),
    counted: set.indicators.filter(({ isCounted }) => isCounted).map(({ title }) => title),
    rows: rows.map((row) => ({
      area: row.code,
      name: row.name,
      township: levelOf(row.code) === 'village' ? names(row.code).township : '',
      cells: columns.map((rule) => {
        const held = cells.get(`${row.code} ${rule.id}`);
        if (held === undefined || held.value === null) return null;
        return {
          value: held.value,
          part: held.part,
          whole: held.whole,
          holds: holdsFor(rule, held.value),
          asOf: held.as_of,
          evidence: held.evidence,
          by: held.account_name,
        };
      }),
    })),
  };
}

/** By area and indicator. */
export async function cellsOf(
  { tx, area, today }: Context,
  { id }: IndicatorSetRule,
): Promise<ReadonlyMap<string, IndicatorRecord>> {
  const stored = await listLatestIndicators(tx, { span: spanOf(area), set: id, on: today });
  return new Map(stored.map((one) => [`${one.area_code} ${one.indicator_id}`, one]));
}

async function departmentsOf({ tx, area, now }: Context): Promise<Table['departments']> {
  const county = areaCode(area.slice(0, 6));
  const rows = await listAccountRows(tx, {
    area: county,
    role: 'department',
    state: 'open',
    now,
    limit: 200,
  });
  return rows.map(({ id, displayName, title }) => ({ account: id, name: displayName, title }));
}

export async function indicatorEntries(
  { tx, area }: Context,
  { query }: InputOf<typeof listIndicatorEntries>,
): Promise<OutputOf<typeof listIndicatorEntries>> {
  const rows = await listIndicatorHistory(tx, { ...query, area });
  return {
    items: rows.map((row) => ({
      id: row.id,
      value: row.value,
      part: row.part,
      whole: row.whole,
      asOf: row.as_of,
      evidence: row.evidence,
      by: row.account_name,
      at: row.entered_at,
    })),
  };
}

/** One set as a sheet that can be filled in and handed back. */
export async function indicatorFile(
  context: Context,
  { query }: InputOf<typeof downloadIndicators>,
): Promise<Download> {
  const { language } = context;
  const set =
    setsHere(context).find(({ id }) => id === query.set) ??
    refuse(noSuchIndicatorSet, { set: query.set });
  const places = await placesOf(context);
  const rows =
    set.subject === 'county' ? [places.itself].flatMap((one) => one ?? []) : places.villages;
  const cells = await cellsOf(context, set);
  const columns = enteredOf(set);
  const words = language === 'zh' ? { yes: '是', no: '否' } : { yes: 'yes', no: 'no' };
  return xlsxDownload({
    fileName: `${set.title[language]}.xlsx`,
    name: set.title[language].slice(0, 30),
    headings: [
      '代码',
      language === 'zh' ? '名称' : 'Place',
      ...columns.map(({ title }) => title[language]),
    ],
    rows: countedRows(
      context,
      'indicators',
      rows.map((row) => [
        row.code,
        defused(row.name),
        ...columns.map((rule) => {
          const {
            value = null,
            part = null,
            whole = null,
          } = cells.get(`${row.code} ${rule.id}`) ?? {};
          return value === null ? '' : cellText(rule, { value, part, whole }, words);
        }),
      ]),
    ),
  });
}
