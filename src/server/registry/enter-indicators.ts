// Entering cells of one set: all are read first, and one that cannot be read stops all of them. A cell that
// says what is known already changes nothing. Only whoever owns the set enters it: a datum is typed once.
import type { assignIndicators, enterIndicators } from '#contract/registry-indicators.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type AreaCode, areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  type CellProblem,
  enteredOf,
  type IndicatorRule,
  type IndicatorSetRule,
  type IndicatorValue,
  readCell,
} from '#domain/registry/indicator.ts';
import * as refusals from '#domain/registry/indicator-refusals.ts';
import { findAccount } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import {
  type IndicatorRecord,
  insertIndicators,
  listIndicatorOwners,
  saveIndicatorOwner,
} from './indicator.store.ts';
import { cellsOf, mayEnter, maySteer, placesOf, setsHere } from './indicators.ts';

export interface TypedCells {
  readonly set: string;
  readonly asOf: string;
  readonly evidence: string;
  readonly cells: readonly {
    readonly area: string;
    readonly indicator: string;
    readonly text: string;
  }[];
}

export async function enter(
  context: Context,
  { body }: InputOf<typeof enterIndicators>,
): Promise<OutputOf<typeof enterIndicators>> {
  return enterCells(context, body);
}

export async function enterCells(
  context: Context,
  typed: TypedCells,
): Promise<OutputOf<typeof enterIndicators>> {
  const { tx, area, today, actor, now } = context;
  const county = countyNumberOf(area);
  const set = await openSet(context, typed.set);
  if (county === undefined) return refuse(refusals.noSuchIndicatorSet, { set: typed.set });
  if (typed.asOf > today) refuse(refusals.indicatorInFuture, { asOf: typed.asOf, today });
  const read = await readAll(context, set, typed);
  const before = await cellsOf(context, set);

  const changed = read.filter(({ place, rule, value }) => {
    const held = before.get(`${place} ${rule.id}`);
    if (value === null) return held !== undefined && held.value !== null;
    return !isSame(held, value, typed.asOf);
  });
  const rows: IndicatorRecord[] = changed.map(({ place, rule, value }) => ({
    county,
    id: context.newId(county),
    area_code: place,
    set_id: set.id,
    indicator_id: rule.id,
    value: value?.value ?? null,
    part: value?.part ?? null,
    whole: value?.whole ?? null,
    as_of: typed.asOf,
    evidence: typed.evidence,
    account: actor.account,
    account_name: actor.displayName,
    entered_at: now,
  }));
  await insertIndicators(tx, rows);
  context.note({ area, facts: { set: set.id, cells: rows.length } });
  return { saved: rows.length, unchanged: read.length - rows.length };
}

function isSame(
  held: IndicatorRecord | undefined,
  { value, part, whole }: IndicatorValue,
  asOf: string,
): boolean {
  if (held === undefined || held.as_of !== asOf) return false;
  return held.value === value && held.part === part && held.whole === whole;
}

async function openSet(context: Context, id: string): Promise<IndicatorSetRule> {
  const set = setsHere(context).find((one) => one.id === id);
  if (set === undefined) return refuse(refusals.noSuchIndicatorSet, { set: id });
  const owners = await listIndicatorOwners(context.tx, countyNumberOf(context.area) ?? 0);
  const owner = owners.find(({ set_id }) => set_id === id);
  if (mayEnter(context, owner)) return set;
  const name = owner === undefined ? { zh: '县里', en: 'the county' } : owner.unit;
  return refuse(deny(refusals.indicatorOfAnother, { set: set.title, owner: name }));
}

interface ReadCell {
  readonly place: AreaCode;
  readonly rule: IndicatorRule;
  readonly value: IndicatorValue | null;
}

async function readAll(
  context: Context,
  set: IndicatorSetRule,
  { cells }: TypedCells,
): Promise<readonly ReadCell[]> {
  const { villages, itself } = await placesOf(context);
  const rows = set.subject === 'county' ? [itself].flatMap((one) => one ?? []) : villages;
  const names = new Map<string, string>(rows.map(({ code, name }) => [code, name]));
  const rules = new Map(enteredOf(set).map((rule) => [rule.id, rule]));
  const wrong: {
    readonly area: string;
    readonly indicator: string;
    readonly problem: CellProblem;
  }[] = [];
  const read = cells.map(({ area, indicator, text }): ReadCell => {
    const place = areaCode(area);
    const rule = rules.get(indicator);
    if (rule === undefined || !names.has(area) || !isWithin(place, context.area)) {
      return refuse(refusals.indicatorPlaceUnknown, { place: names.get(area) ?? area, indicator });
    }
    const value = readCell(rule, text);
    if (typeof value !== 'string') return { place, rule, value };
    wrong.push({ area, indicator, problem: value });
    return { place, rule, value: null };
  });
  const [first] = wrong;
  if (first === undefined) return read;
  const words = refusals.cellProblems[first.problem];
  const typed = cells.find((one) => one.area === first.area && one.indicator === first.indicator);
  return refuse(
    deny(refusals.indicatorCellWrong, {
      place: names.get(first.area) ?? first.area,
      indicator: rules.get(first.indicator)?.title ?? first.indicator,
      text: typed?.text ?? '',
      problem: words,
      more: wrong.length - 1,
    }),
    {},
    wrong.map((one) => ({ ...one, words: refusals.cellProblems[one.problem] })),
  );
}

export async function assign(
  context: Context,
  { body }: InputOf<typeof assignIndicators>,
): Promise<OutputOf<typeof assignIndicators>> {
  const { tx, area, today } = context;
  const set = setsHere(context).find(({ id }) => id === body.set);
  const county = countyNumberOf(area);
  if (set === undefined || county === undefined || area.length !== 6) {
    return refuse(refusals.noSuchIndicatorSet, { set: body.set });
  }
  if (!maySteer(context)) {
    refuse(
      deny(refusals.indicatorOfAnother, {
        set: set.title,
        owner: { zh: '县里', en: 'the county' },
      }),
    );
  }
  const account = await findAccount(tx, body.account);
  if (account === undefined || account.role !== 'department' || !isWithin(account.area, area)) {
    return refuse(refusals.noSuchDepartment);
  }
  const unit = account.title === '' ? account.displayName : account.title;
  await saveIndicatorOwner(tx, {
    county,
    area_code: area,
    set_id: set.id,
    account: account.id,
    account_name: account.displayName,
    unit,
    since: today,
  });
  context.note({ area, facts: { set: set.id, unit } });
  return { account: account.id, name: account.displayName, unit };
}
