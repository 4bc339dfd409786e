// A department is asked who got what, marks the rows by hand or with a sheet, and confirms the list once.
// It sees its own lists alone, and of a household no more than its row.
import { z } from 'zod';
import type {
  DeliveryList,
  getList,
  ListRow,
  listLists,
  openList,
} from '#contract/assistance-delivery.ts';
import { benefitStates } from '#contract/assistance-delivery.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  listIsEmpty,
  listTooLong,
  noSuchDepartment,
  noSuchList,
} from '#domain/assistance/benefit-refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Benefit } from '#domain/policy/pack/delivery-schemas.ts';
import { findAccountByUsername, listAccountRows } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import type { BenefitRecord } from './benefit.store.ts';
import {
  type Candidate,
  type CountedList,
  findList,
  insertBenefits,
  insertList,
  type ListRecord,
  type ListRowRecord,
  listCandidates,
  listCounted,
  listListRows,
  listRowsMost,
  type Recipients,
} from './list.store.ts';
import {
  benefitOf,
  measuresOf,
  measureTitle,
  packAt,
  refuseUnknownMeasure,
  rulesOfHelp,
} from './rules-of-help.ts';

/** Who plans sees the lists of the area; a department its own. */
function onlyOwn({ actor, may }: Context): string | undefined {
  return may('assistance.read') ? undefined : actor.account;
}

export async function open(
  context: Context,
  { body }: InputOf<typeof openList>,
): Promise<DeliveryList> {
  const { tx, now, actor } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(noSuchList);
  const pack = rulesOfHelp(context, area);
  refuseUnknownMeasure(pack, body.code);
  const row = body.benefit === null ? undefined : benefitOf(pack, body.benefit);
  const title = row?.title ?? measureTitle(pack, body.code);
  const department = await findAccountByUsername(tx, body.department);
  if (department?.role !== 'department' || countyNumberOf(department.area) !== county) {
    return refuse(noSuchDepartment, { account: body.department });
  }
  const candidates = await listCandidates(tx, {
    span: spanOf(area),
    code: body.code,
    benefit: body.benefit,
    year: body.year,
    recipients: recipientsOfRow(row, body.code),
  });
  if (candidates.length === 0) refuse(deny(listIsEmpty, { area, measure: title }));
  if (candidates.length > listRowsMost) {
    refuse(deny(listTooLong, { area, measure: title, most: listRowsMost }));
  }

  const id = context.newId(county);
  await insertList(tx, {
    county,
    id,
    area_code: area,
    title: `${body.year}年${title.zh}`,
    code: body.code,
    benefit: body.benefit,
    year: body.year,
    deliverer: department.title || department.displayName,
    account: department.id,
    state: 'open',
    made_by: actor.account,
    made_by_name: actor.displayName,
    made_at: now,
    confirmed_by: null,
    confirmed_by_name: null,
    confirmed_at: null,
  });
  const fen = body.promisedFen;
  await insertBenefits(
    tx,
    candidates.map((one) => ({
      ...rowFor(context, county, one),
      list_id: id,
      code: body.code,
      benefit: body.benefit,
      kind: row?.kind ?? 'goods',
      title: title.zh,
      year: body.year,
      promised_fen: fen ?? one.promised_fen,
    })),
  );
  context.note({ area, subject: `delivery:${id}`, facts: { rows: candidates.length } });
  return listView(context, county, id);
}

type OfList = 'list_id' | 'code' | 'benefit' | 'kind' | 'title' | 'year' | 'promised_fen';

/** What is the same in every row of a new list: promised today, to this household or member. */
function rowFor(
  { newId, now, today }: Context,
  county: number,
  one: Candidate,
): Omit<BenefitRecord, OfList> {
  return {
    county,
    id: newId(county),
    household_id: one.household_id,
    area_code: one.area_code,
    person_id: one.person_id,
    person_name: one.person_name,
    line: one.line,
    quantity: null,
    unit: null,
    promised_on: today,
    state: 'promised',
    stage: null,
    delivered_on: null,
    delivered_fen: null,
    deliverer: '',
    left_out_reason: '',
    answered_on: null,
    field: null,
    result: null,
    details: {},
    recorded_at: now,
  };
}

/** To whom a benefit goes: a person's by what it is, everything else to the household. */
function recipientsOfRow(row: Benefit | undefined, code: string): Recipients {
  if (row?.to !== 'person') return 'household';
  if (row.kind === 'training' || row.kind === 'work') return 'labourer';
  return code === 'EDUCATION' ? 'student' : 'member';
}

const ListKeys = z.tuple([z.string(), z.string()]);

export async function listsOf(
  context: Context,
  { query }: InputOf<typeof listLists>,
): Promise<OutputOf<typeof listLists>> {
  const { tx, actor, may, now } = context;
  const rows = await listCounted(tx, {
    span: spanOf(actor.area),
    account: onlyOwn(context),
    after: readCursor(query.cursor, ListKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, ({ made_at, id }) => [made_at, id]);
  const county = countyNumberOf(actor.area);
  const pack = packAt(context, actor.area);
  const isAsking = may('assistance.approve') && county !== undefined;
  const departments = isAsking
    ? await listAccountRows(tx, {
        area: areaCode(String(county)),
        role: 'department',
        state: 'open',
        now,
        limit: 100,
      })
    : [];
  return {
    items: await views(context, page.items),
    next: page.next,
    departments: departments.map(({ username, title, displayName }) => ({
      username,
      name: title || displayName,
    })),
    measures:
      isAsking && pack !== undefined
        ? measuresOf(pack).map(({ code }) => ({ code, title: measureTitle(pack, code) }))
        : [],
  };
}

async function views(context: Context, rows: readonly CountedList[]): Promise<DeliveryList[]> {
  const nameOf = await namesOf(
    context,
    rows.map(({ area_code }) => area_code),
  );
  return rows.map((row) => ({
    id: row.id,
    areaCode: row.area_code,
    areaName: nameOf(row.area_code),
    title: row.title,
    measure: measureTitle(packAt(context, row.area_code), row.code),
    year: row.year,
    deliverer: row.deliverer,
    state: row.state === 'confirmed' || row.state === 'withdrawn' ? row.state : 'open',
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    confirmedBy: row.confirmed_by_name,
    confirmedAt: row.confirmed_at,
    rows: row.rows,
    delivered: row.delivered,
    leftOut: row.left_out,
  }));
}

export async function listView(
  context: Context,
  county: number,
  id: string,
): Promise<DeliveryList> {
  const rows = await listCounted(context.tx, {
    span: spanOf(areaCode(String(county))),
    account: onlyOwn(context),
    id,
    limit: 1,
  });
  const [view] = await views(context, rows);
  return view ?? refuse(noSuchList);
}

export async function openedList(
  context: Context,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ListRecord> {
  const list = await findList(context.tx, { county: countyOfId(id), id }, lock);
  const own = onlyOwn(context);
  const isTheirs = own === undefined || list?.account === own;
  return list === undefined || !isTheirs ? refuse(noSuchList) : list;
}

const Keys = z.tuple([z.string(), z.string()]);

export async function rowsOfList(
  context: Context,
  { params, query }: InputOf<typeof getList>,
): Promise<OutputOf<typeof getList>> {
  const { tx } = context;
  const list = await openedList(context, params.id);
  const rows = await listListRows(tx, {
    county: list.county,
    list: list.id,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const { items, next } = pageFrom(rows, query.limit, (row) => [row.area_code, row.id]);
  return {
    list: await listView(context, list.county, list.id),
    items: await rowViews(context, items),
    next,
  };
}

export async function rowViews(
  { tx, today }: Context,
  rows: readonly ListRowRecord[],
): Promise<ListRow[]> {
  const placeOf = await nameAreas(
    tx,
    rows.map(({ area_code }) => area_code),
    today,
  );
  return rows.map((row) => ({
    benefit: row.id,
    householdNo: row.household_no,
    headName: row.head_name,
    personName: row.person_name,
    ...placeOf(row.area_code),
    members: row.members,
    promisedFen: row.promised_fen,
    state: benefitStates.find((state) => state === row.state) ?? 'promised',
    deliveredOn: row.delivered_on,
    deliveredFen: row.delivered_fen,
    leftOutReason: row.left_out_reason,
  }));
}
