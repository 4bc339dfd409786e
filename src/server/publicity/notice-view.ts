// A notice as lists and its own page show it.

import { z } from 'zod';
import type {
  getNotice,
  listNotices,
  Notice,
  NoticeContent,
  NoticeRow,
} from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { termWords } from '#domain/casework/case-clock.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { leastLastDay } from '#domain/casework/case-state.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { noticeTopics } from '#domain/publicity/money-notice.ts';
import {
  daysLeft,
  type EvidenceKind,
  missingEvidence,
  stateOn,
} from '#domain/publicity/notice-state.ts';
import { noSuchNotice } from '#domain/publicity/refusals.ts';
import { endTitle } from '#server/casework/case-row-view.ts';
import { findRules } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { hashOfContent } from './codes.ts';
import {
  findNotice,
  findReplacement,
  type ListedNotice,
  listEvidence,
  listItemStandings,
  listNoticeRows,
  type NoticeRecord,
} from './notice.store.ts';
import { listObjectionRows } from './objection.store.ts';
import { objectionRow } from './objection-view.ts';
import { areaNames } from './public-household.ts';
import { whoPosts } from './who-posts.ts';

const PlaceKeys = z.tuple([z.string(), z.string()]);

export async function noticesOf(
  context: Context,
  { query }: InputOf<typeof listNotices>,
): Promise<OutputOf<typeof listNotices>> {
  const { tx, today, area } = context;
  const { state, limit } = query;
  const rows = await listNoticeRows(tx, {
    span: spanOf(area),
    state,
    today,
    after: readCursor(query.cursor, PlaceKeys),
    limit: limit + 1,
  });
  const page = pageFrom(rows, limit, (row) => [row.last_day, row.id]);
  const nameOf = await areaNames(
    tx,
    page.items.map(({ area_code }) => area_code),
    today,
  );
  return {
    items: page.items.map((row) => rowOf(context, row, nameOf(row.area_code))),
    next: page.next,
  };
}

function rowOf({ today }: Context, row: ListedNotice, area: string): NoticeRow {
  const days = {
    firstDay: plainDate(row.first_day),
    lastDay: plainDate(row.last_day),
    isWithdrawn: row.withdrawn_on !== null,
  };
  return {
    id: row.id,
    areaCode: row.area_code,
    area,
    kind: row.kind === 'announcement' ? 'announcement' : 'notice',
    title: { zh: row.title_zh, en: row.title_en },
    cases: row.cases,
    isOfAreas: row.is_of_areas,
    topic: noticeTopics.find((one) => one === row.topic) ?? null,
    firstDay: row.first_day,
    lastDay: row.last_day,
    state: stateOn(days, today),
    daysLeft: days.isWithdrawn ? 0 : daysLeft(days, today),
    missing: [...missingEvidence(days, row.evidence as readonly EvidenceKind[], today)],
    objections: { open: row.open_objections, all: row.all_objections },
    postedBy: row.posted_by_name,
  };
}

export async function noticeOf(
  context: Context,
  { params }: InputOf<typeof getNotice>,
): Promise<Notice> {
  const { tx, today } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const notice = (await findNotice(tx, key)) ?? refuse(noSuchNotice);
  const items = await listItemStandings(tx, key);
  const evidence = await listEvidence(tx, key);
  const objections = await listObjectionRows(tx, key);
  const replacedBy = (await findReplacement(tx, key)) ?? null;
  const nameOf = await areaNames(tx, [notice.area_code], today);
  const open = objections.filter(({ verdict }) => verdict === null).length;
  const rules = findRules(context, { ...notice, begun_on: notice.first_day })?.rules;
  const step = rules?.steps.find(({ id }) => id === notice.step);
  const names = await areaNames(
    tx,
    items.filter(({ household_id }) => household_id === null).map((one) => one.area_code),
    today,
  );
  const posts = await whoPosts(context, [items[0]?.area_code ?? notice.area_code]);
  const isOfMoney = notice.topic !== null;
  const mayAct =
    notice.withdrawn_on === null &&
    (isOfMoney
      ? context.may('publicity.post')
      : posts(items[0]?.area_code ?? notice.area_code, step?.actors ?? []));
  return {
    ...rowOf(
      context,
      {
        ...notice,
        is_of_areas: items.some(({ household_id }) => household_id === null),
        evidence: evidence.map(({ kind }) => kind),
        open_objections: open,
        all_objections: objections.length,
      },
      nameOf(notice.area_code),
    ),
    code: notice.code,
    content: JSON.parse(notice.content) as NoticeContent,
    hash: notice.content_hash.toString('hex'),
    isIntact: hashOfContent(notice.content).equals(notice.content_hash),
    process: notice.process,
    step: notice.step,
    replaces: notice.replaces,
    replacedBy,
    withdrawn: withdrawalOf(notice),
    items: items.map((item) => ({
      line: item.number,
      case: item.case_id,
      household: item.household_id,
      headName: item.household_id === null ? names(item.area_code) : item.head_name,
      step: rules?.steps.find(({ id }) => id === item.case_step)?.title ?? null,
      end: item.end_id === null ? null : endTitle(rules, item.end_id),
    })),
    evidence: evidence.map((one) => ({
      id: one.id,
      kind: one.kind === 'last' ? 'last' : 'first',
      on: one.taken_on,
      note: one.note,
      attachment: one.attachment,
      by: one.entered_by_name,
    })),
    objectionList: objections.map((one) => objectionRow(one, today)),
    leastLastDay:
      rules === undefined || step === undefined ? today : leastLastDay(step, today, rules.calendar),
    term: termHere(notice, step),
    mayCorrect: mayAct && !isOfMoney,
    mayTakeDown: mayAct && isOfMoney,
    mayEnter: mayAct,
  };
}

/** What the rules ask; of money, what stands on the paper itself. */
function termHere(notice: NoticeRecord, step: StepRule | undefined): Bilingual {
  const { term } = JSON.parse(notice.content) as NoticeContent;
  return notice.topic !== null && term !== undefined ? term : termWords(step ?? { days: null });
}

function withdrawalOf({ withdrawn_on, withdrawn_by_name, withdrawn_reason }: NoticeRecord) {
  if (withdrawn_on === null) return null;
  return { on: withdrawn_on, by: withdrawn_by_name ?? '', reason: withdrawn_reason ?? '' };
}
