// The county hears what village supervisors report: lists it by its clock, opens it, hands it on as a
// problem or an order in its own words, and answers. What is handed on carries nothing of the report.
import { z } from 'zod';
import type {
  answerReport,
  handReportOn,
  listReports,
  openReport,
  Report,
  ReportRow,
} from '#contract/publicity-reports.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ReportKind, reportLateDays, reportState } from '#domain/publicity/report.ts';
import * as refusals from '#domain/publicity/report-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { issue } from '#server/monitoring/issue-order.ts';
import { register } from '#server/monitoring/register-problem.ts';
import { nameAreas, type PlaceNames } from '#server/registry/area-names.ts';
import { findSupervisor } from '#server/workforce/supervisor.store.ts';
import {
  changeReport,
  countReports,
  findReport,
  listReportRows,
  lockReport,
  orderKeyOf,
  type ReportRecord,
  type StandingReport,
} from './report.store.ts';

const Keys = z.tuple([z.string(), z.string()]);
const endOfDays = plainDate('9999-12-31');

export async function reportsIn(
  context: Context,
  { query }: InputOf<typeof listReports>,
): Promise<OutputOf<typeof listReports>> {
  const { tx, area, today } = context;
  const span = spanOf(area);
  const rows = await listReportRows(tx, {
    span,
    isAnswered: query.show === 'answered',
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [
    orderKeyOf(row, (from) => daysBetween(plainDate(from), endOfDays)),
    row.id,
  ]);
  const villages = page.items.map(({ village }) => village);
  const named = await nameAreas(tx, villages, today);
  const items = page.items.map((row) => rowView(row, named(row.village), today));
  return { items, next: page.next, ...(await countReports(tx, span, today)) };
}

function rowView(row: StandingReport, place: PlaceNames, today: string): ReportRow {
  const { due_on: dueOn, answered_on: answeredOn } = row;
  const past = (due: string) => daysBetween(plainDate(due), plainDate(today));
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as ReportKind,
    villageCode: row.village,
    township: place.township,
    village: place.village,
    filedOn: row.filed_on,
    dueOn,
    lateDays: reportLateDays({ dueOn, answeredOn }, past),
    state: reportState({ answeredOn, handedOn: row.handed_on, isDone: row.is_done }),
    hasPicture: row.picture !== null,
    handedTo: row.handed_to === 'problem' || row.handed_to === 'order' ? row.handed_to : null,
    handedId: row.handed_id,
    answeredOn,
  };
}

export async function openOneReport(
  context: Context,
  { params }: InputOf<typeof openReport>,
): Promise<Report> {
  return reportView(context, params.id);
}

async function reportView(context: Context, id: string): Promise<Report> {
  const { tx, today, platform } = context;
  const row = (await findReport(tx, id)) ?? refuse(refusals.noSuchReport);
  const named = await nameAreas(tx, [row.village], today);
  const supervisor = await findSupervisor(tx, row.supervisor_id);
  note(context, row);
  return {
    ...rowView(row, named(row.village), today),
    words: platform.secrets.open('publicity_report', row.words_sealed),
    place: platform.secrets.open('publicity_report', row.place_sealed),
    supervisor: supervisor?.name ?? '',
    picture: row.picture,
    handedBy: row.handed_by_name,
    handedOn: row.handed_on,
    answer: row.answer,
    answeredBy: row.answered_by_name,
  };
}

/** The audit line is the county's, whatever the report became. */
function note(context: Context, row: ReportRecord, facts: Readonly<Record<string, unknown>> = {}) {
  context.note({ area: areaCode(row.area_code), subject: `report:${row.id}`, facts });
}

export async function handOn(
  context: Context,
  { params, body }: InputOf<typeof handReportOn>,
): Promise<Report> {
  const { tx, today, actor } = context;
  const row = await openForActs(context, params.id);
  if (row.handed_on !== null) {
    refuse(refusals.reportHanded, { number: row.number, on: row.handed_on });
  }
  const made = await makeOf(context, row, body);
  await changeReport(tx, row, {
    handed_to: body.to,
    handed_id: made.id,
    handed_on: today,
    handed_by_name: actor.displayName,
  });
  const view = await reportView(context, row.id);
  note(context, row, { to: body.to, number: made.number });
  return view;
}

function makeOf(
  context: Context,
  row: ReportRecord,
  { to, title, words, level, dueOn }: InputOf<typeof handReportOn>['body'],
): Promise<{ readonly id: string; readonly number: number }> {
  const village = areaCode(row.village);
  if (to === 'problem') {
    const body = { area: row.village, title, words, source: 'person' as const };
    return register({ ...context, area: village }, { params: undefined, query: undefined, body });
  }
  const area = areaCode(row.area_code);
  const place = atLevel(village, level) ?? village;
  const body = {
    area,
    title,
    words,
    basis: '',
    dueOn: dueOn ?? row.due_on ?? context.today,
    areas: [place],
    units: [],
  };
  return issue({ ...context, area }, { params: undefined, query: undefined, body });
}

export async function answerOneReport(
  context: Context,
  { params, body }: InputOf<typeof answerReport>,
): Promise<Report> {
  const { tx, today, actor } = context;
  const row = await openForActs(context, params.id);
  await changeReport(tx, row, {
    answer: body.answer,
    answered_on: today,
    answered_by: actor.account,
    answered_by_name: actor.displayName,
  });
  return reportView(context, row.id);
}

async function openForActs({ tx }: Context, id: string): Promise<ReportRecord> {
  const row = (await lockReport(tx, id)) ?? refuse(refusals.noSuchReport);
  if (row.answered_on !== null) {
    refuse(refusals.reportAnswered, { number: row.number, on: row.answered_on });
  }
  return row;
}
