// A helper as the screens show one: words for codes, the quota of the rank, what is due.
import type { HandoverRow, HelpedRow, Helper, HelperRow } from '#contract/workforce.ts';
import { helperKinds } from '#contract/workforce.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { isAway } from '#domain/workforce/cover.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { type HandoverView, listHandoverRows } from './handover.store.ts';
import { type HelperView, listKin } from './helper-roll.store.ts';
import { type HelpedRecord, listHelped } from './pairing.store.ts';
import {
  forceTitle,
  namedRule,
  peopleTitle,
  quotaFor,
  type RulesHere,
  rankTitle,
  rulesHere,
} from './rules-here.ts';

export async function namesOf(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  codes: readonly string[],
): Promise<(code: string) => string> {
  const rows = await listAreas(tx, [...new Set(codes)], today);
  const names = new Map<string, string>(rows.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

export function helperRow(
  { today }: Pick<Context, 'today'>,
  row: HelperView,
  { rules, nameOf }: { readonly rules: RulesHere; readonly nameOf: (code: string) => string },
): HelperRow {
  const { away_from, away_to } = row;
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    title: row.title,
    kind: helperKinds.find((kind) => kind === row.kind) ?? 'cadre',
    rank: row.rank,
    rankTitle: rankTitle(rules, row.rank),
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    areaCode: row.area_code,
    areaName: nameOf(row.area_code),
    households: row.households,
    quota: quotaFor(rules, row.rank),
    awayFrom: away_from,
    awayTo: away_to,
    standIn: row.stand_in_name,
    isAway: isAway(
      {
        awayFrom: away_from === null ? null : plainDate(away_from),
        awayTo: away_to === null ? null : plainDate(away_to),
      },
      today,
    ),
  };
}

export async function helperView(context: Context, row: HelperView): Promise<Helper> {
  const { tx, today, actor } = context;
  const rules = rulesHere(context, areaCode(row.area_code));
  const helped = await listHelped(tx, row, today);
  const placeOf = await nameAreas(
    tx,
    helped.map((one) => one.area_code),
    today,
  );
  const home = row.home_village;
  const nameOf = await namesOf(context, [row.area_code, ...(home === null ? [] : [home])]);
  const offers = await listHandoverRows(tx, { to: row.id });
  const kin = await listKin(tx, row.county, { helpers: [row.id] });
  return {
    ...helperRow(context, row, { rules, nameOf }),
    force: row.force,
    forceTitle: forceTitle(rules, row.force),
    languages: row.languages.map((code) => ({
      code,
      title: peopleTitle(rules, code) ?? { zh: code, en: code },
    })),
    homeVillage: home === null ? null : { code: home, name: nameOf(home) },
    account: row.username,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    kin: kin.map((one) => ({ household: one.household_id, headName: one.head_name })),
    helped: helped.map((one) => helpedRow(one, today, placeOf(one.area_code))),
    offers: offers.map((one) => handoverRow(one, mayAnswer(context, row))),
    rule: namedRule(rules.quota),
    visitRule: namedRule(rules.visits),
    mayManage: context.may('workforce.manage') && actor.households === null && row.left_on === null,
  };
}

/** One's own offers, and those of helpers posted in one's area, who may have no account. */
export function mayAnswer(
  { actor, may }: Pick<Context, 'actor' | 'may'>,
  to: { readonly account: string | null } | undefined,
): boolean {
  return to !== undefined && (to.account === actor.account || may('workforce.manage'));
}

function helpedRow(
  row: HelpedRecord,
  today: string,
  place: { readonly township: string; readonly village: string },
): HelpedRow {
  return {
    pairing: row.id,
    household: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    members: row.members,
    areaCode: row.area_code,
    ...place,
    from: row.from_on,
    lastVisitOn: row.last_visit_on,
    dueOn: row.due_on,
    lateDays: lateDays(row.due_on, today),
    forName: row.for_another ? row.helper_name : null,
    offeredTo: row.offered_to,
  };
}

export function lateDays(dueOn: string | null, today: string): number {
  if (dueOn === null) return 0;
  return Math.max(0, daysBetween(plainDate(dueOn), plainDate(today)));
}

export function handoverRow(row: HandoverView, answerable: boolean): HandoverRow {
  return {
    id: row.id,
    household: row.household_id,
    headName: row.head_name,
    areaCode: row.area_code,
    fromName: row.from_name,
    toName: row.to_name,
    reason: row.reason,
    offeredOn: row.offered_on,
    offeredBy: row.offered_by_name,
    mayAnswer: answerable,
  };
}
