// Credit of households: rated by the grades of the rules against what they plan, and why others ask for none.
import { z } from 'zod';
import type {
  CreditSummary,
  explainSilence,
  getCreditSummary,
  getHouseholdCredit,
  gradeHousehold,
  HouseholdCredit,
  listCredit,
  sumListedCredit,
} from '#contract/funds-credit.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { reasonUnknown } from '#domain/funds/loans/loan-refusals.ts';
import { numberIn } from '#domain/funds/loans/terms.ts';
import { countyNeeded, dayAhead } from '#domain/funds/order-refusals.ts';
import { type AreaCode, areaCode, levelBelow, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import {
  type CreditQuestion,
  countCodes,
  findSaid,
  insertGrade,
  insertSilence,
  listCreditRows,
  sumCredit,
  sumCreditRows,
} from './credit.store.ts';
import { loanRulesAt } from './loan-rules.ts';
import { bankOf } from './my-bank.ts';

const gradeList = 'loanGrade';
const reasonList = 'loanSilence';
const Keys = z.tuple([z.string()]);

function packHere({ platform, today }: Context, area: AreaCode) {
  return loanRulesAt(platform, area, today)?.pack;
}

function codesHere(context: Context, area: AreaCode, list: string) {
  const rows = packHere(context, area)?.rows.lists ?? [];
  const codes = rows.find(({ row }) => row.id === list)?.row.codes ?? [];
  return codes.map(({ code, title }) => ({ code, title }));
}

export async function creditSummary(
  context: Context,
  _: InputOf<typeof getCreditSummary>,
): Promise<CreditSummary> {
  const { tx, area, today } = context;
  if (area.length < 6) refuse(countyNeeded);
  const isBank = (await bankOf(context)) !== undefined;
  const below = levelBelow(levelOf(area));
  const isVillage = area.length >= 12 || below === undefined;
  const children = isVillage ? [] : await listAreaChildren(tx, area, today);
  const length = children[0]?.code.length ?? area.length;
  const sums = await sumCredit(tx, spanOf(area), length);
  const codes = await countCodes(tx, spanOf(area));
  const nameOf = await namesOf(context, [area]);
  const pack = packHere(context, area);
  const total = (
    part: 'registered' | 'rated' | 'effective' | 'limits' | 'never_asked' | 'unexplained',
  ) => sums.reduce((sum, one) => sum + one[part], 0);
  const share = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);
  const planned = (name: string) => (pack === undefined ? null : numberIn(pack, name));
  const titleOf = (list: string, code: string): Bilingual =>
    pack === undefined ? { zh: code, en: code } : codeTitle(pack, list, code);
  const counted = (kind: 'grade' | 'reason', list: string) =>
    codes
      .filter((one) => one.kind === kind)
      .map(({ code, households }) => ({ code, title: titleOf(list, code), households }));
  const byPlace = new Map(sums.map((one) => [one.place, one]));
  return {
    area: { code: area, name: nameOf(area) },
    on: today,
    registered: total('registered'),
    rated: total('rated'),
    effective: total('effective'),
    limits: total('limits'),
    coverage: {
      actual: share(total('rated'), total('registered')),
      planned: planned('ratingCoverage'),
    },
    effectiveRate: {
      actual: share(total('effective'), total('rated')),
      planned: planned('effectiveCredit'),
    },
    grades: counted('grade', gradeList),
    neverAsked: isBank ? null : total('never_asked'),
    unexplained: isBank ? null : total('unexplained'),
    silences: isBank ? [] : counted('reason', reasonList),
    places: children.map(({ code, name }) => {
      const { registered = 0, rated = 0, effective = 0 } = byPlace.get(code) ?? {};
      return { area: { code, name }, registered, rated, effective };
    }),
  };
}

/** The total is asked for by itself: it reads all of a county, a page of the list does not. */
export async function creditTotal(
  context: Context,
  { query }: InputOf<typeof sumListedCredit>,
): Promise<OutputOf<typeof sumListedCredit>> {
  return sumCreditRows(context.tx, await questionOf(context, query));
}

/** Of one county at most; a bank that asks has to be one. */
async function questionOf(
  context: Context,
  { show, grade, reason }: InputOf<typeof sumListedCredit>['query'],
): Promise<CreditQuestion> {
  if (context.area.length < 6) refuse(countyNeeded);
  await bankOf(context);
  return { span: spanOf(context.area), show, grade, reason };
}

export async function creditOfArea(
  context: Context,
  { query }: InputOf<typeof listCredit>,
): Promise<OutputOf<typeof listCredit>> {
  const { tx, area } = context;
  const asked = await questionOf(context, query);
  const [after] = readCursor(query.cursor, Keys) ?? [];
  const rows = await listCreditRows(tx, { ...asked, after, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, (row) => [row.household_no]);
  const nameOf = await namesOf(
    context,
    page.items.map((row) => row.area_code),
  );
  const pack = packHere(context, area);
  const titleOf = (list: string, code: string | null) =>
    code === null
      ? null
      : pack === undefined
        ? { zh: code, en: code }
        : codeTitle(pack, list, code);
  return {
    items: page.items.map((row) => ({
      household: row.id,
      householdNo: row.household_no,
      headName: row.head_name,
      area: { code: row.area_code, name: nameOf(row.area_code) },
      grade: row.grade,
      gradeTitle: titleOf(gradeList, row.grade),
      limit: row.limit_fen,
      gradedOn: row.graded_on,
      reasonTitle: titleOf(reasonList, row.reason),
    })),
    next: page.next,
  };
}

export async function creditOf(
  context: Context,
  { params }: InputOf<typeof getHouseholdCredit>,
): Promise<HouseholdCredit> {
  return creditView(context, params.id);
}

async function creditView(context: Context, id: string): Promise<HouseholdCredit> {
  const household = await getHousehold(context.tx, id);
  const area = areaCode(household.area);
  const said = await findSaid(context.tx, household);
  const grades = codesHere(context, area, gradeList);
  const reasons = codesHere(context, area, reasonList);
  const titleIn = (codes: typeof grades, code: string) =>
    codes.find((one) => one.code === code)?.title ?? { zh: code, en: code };
  return {
    household: household.id,
    grade:
      said?.grade == null
        ? null
        : {
            code: said.grade,
            title: titleIn(grades, said.grade),
            limit: said.limit_fen ?? 0,
            on: said.graded_on ?? context.today,
            by: said.graded_by ?? '',
          },
    silence:
      said?.reason == null
        ? null
        : {
            code: said.reason,
            title: titleIn(reasons, said.reason),
            on: said.said_on ?? context.today,
          },
    grades,
    reasons,
    mayAct: context.may('funds.ask'),
  };
}

async function saidOf(
  context: Context,
  asked: { readonly id: string; readonly on: string; readonly list: string; readonly code: string },
) {
  const { tx, actor, now, newId, today } = context;
  const household = await getHousehold(tx, asked.id);
  const area = areaCode(household.area);
  const on = plainDate(asked.on);
  if (on > today) refuse(dayAhead, { on, today });
  const codes = codesHere(context, area, asked.list);
  if (codes.every(({ code }) => code !== asked.code)) {
    const choices = {
      zh: codes.map(({ title }) => title.zh).join('、'),
      en: codes.map(({ title }) => title.en).join(', '),
    };
    refuse(deny(reasonUnknown, { reason: asked.code, choices }));
  }
  context.note({ area, subject: `household:${household.id}`, facts: { code: asked.code } });
  return {
    county: household.county,
    id: newId(household.county),
    household_id: household.id,
    area_code: area,
    account: actor.account,
    account_name: actor.displayName,
    recorded_at: now,
  };
}

export async function grade(
  context: Context,
  { params, body }: InputOf<typeof gradeHousehold>,
): Promise<HouseholdCredit> {
  const asked = { id: params.id, on: body.on, list: gradeList, code: body.grade };
  const said = await saidOf(context, asked);
  await insertGrade(context.tx, {
    ...said,
    grade: body.grade,
    limit_fen: body.limit,
    graded_on: body.on,
    words: body.words,
  });
  return creditView(context, params.id);
}

export async function explain(
  context: Context,
  { params, body }: InputOf<typeof explainSilence>,
): Promise<HouseholdCredit> {
  const asked = { id: params.id, on: body.on, list: reasonList, code: body.reason };
  const said = await saidOf(context, asked);
  await insertSilence(context.tx, {
    ...said,
    reason: body.reason,
    said_on: body.on,
    words: body.words,
  });
  return creditView(context, params.id);
}
