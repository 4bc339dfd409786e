// What a village supervisor reads and sends by the code of a slip, without an account. Wrong codes are
// counted by address; what is sent is looked through, sealed, and is the county's from its first moment.

import type { pictureBySlip, readSlip, reportBySlip } from '#contract/publicity-slip.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { addWorkdays } from '#domain/casework/calendar.ts';
import { stepClockOf } from '#domain/casework/case-rules.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type FileType, isPicture } from '#domain/kernel/file-type.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { type ReportKind, reportState, screenReport } from '#domain/publicity/report.ts';
import * as refusals from '#domain/publicity/report-refusals.ts';
import { sensitiveTitles } from '#domain/publicity/sensitive-kind.ts';
import type { PublicContext, UploadedFile } from '#server/http/context.ts';
import { keepAttachment } from '#server/kernel/keep-attachment.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { hashOfSlip, newObjectionNumber } from './codes.ts';
import { asPublic } from './file-objection.ts';
import { phoneOf } from './make-slip.ts';
import { addressOf, countTry, refuseTooMany, slipBucket } from './public-limits.ts';
import { refuseGuess } from './public-notice.ts';
import {
  changeReport,
  findReportBy,
  insertReports,
  listReportsBy,
  type StandingReport,
} from './report.store.ts';
import { findSlip, type HeldSlip } from './slip.store.ts';

/** Answers are read for a while after the term. */
const daysReadAfter = 60;

export async function pageOfSlip(
  context: PublicContext,
  { params }: InputOf<typeof readSlip>,
): Promise<OutputOf<typeof readSlip>> {
  const { tx, today } = context;
  const slip = await heldSlip(context, params.code);
  const lastRead = addDays(plainDate(slip.until), daysReadAfter);
  if (today > lastRead) refuse(refusals.slipOver, { phone: phoneOf(context, slip.area_code) });
  const named = (await nameAreas(tx, [slip.village], today))(slip.village);
  const reports = await listReportsBy(tx, slip);
  return {
    village: `${named.township}${named.village}`,
    until: slip.until,
    mayReport: mayReport(slip, today),
    phone: phoneOf(context, slip.area_code),
    reports: reports.map(shown),
  };
}

function shown(row: StandingReport): OutputOf<typeof readSlip>['reports'][number] {
  const standing = {
    answeredOn: row.answered_on,
    handedOn: row.handed_on,
    isDone: row.is_done,
  };
  return {
    number: row.number,
    kind: row.kind as ReportKind,
    filedOn: row.filed_on,
    dueOn: row.due_on,
    state: reportState(standing),
    hasPicture: row.picture !== null,
    answer: row.answer,
    answeredOn: row.answered_on,
  };
}

export async function reportBy(
  context: PublicContext,
  { params, body }: InputOf<typeof reportBySlip>,
): Promise<OutputOf<typeof reportBySlip>> {
  const { tx, today, now, platform } = context;
  const slip = await slipInForce(context, params.code);
  refuseSensitive('words', body.words);
  refuseSensitive('place', body.place);
  const buckets = [addressOf(context, 'object'), slipBucket(slip.supervisor)];
  await refuseTooMany(context, buckets);
  const id = context.newId(slip.county);
  const number = newObjectionNumber();
  const dueOn = dueFor(context, slip.area_code);
  await insertReports(tx, [
    {
      county: slip.county,
      id,
      area_code: slip.area_code,
      village: slip.village,
      supervisor_id: slip.supervisor,
      number,
      kind: body.kind,
      words_sealed: platform.secrets.seal('publicity_report', body.words),
      place_sealed: platform.secrets.seal('publicity_report', body.place),
      filed_on: today,
      filed_at: now,
      due_on: dueOn,
      picture: null,
      handed_to: null,
      handed_id: null,
      handed_on: null,
      handed_by_name: null,
      answer: null,
      answered_on: null,
      answered_by: null,
      answered_by_name: null,
    },
  ]);
  await countTry(context, buckets);
  context.note({ area: areaCode(slip.area_code), subject: `report:${id}` });
  return { number, dueOn };
}

export async function pictureBy(
  context: PublicContext & { readonly file?: UploadedFile | undefined },
  { params }: InputOf<typeof pictureBySlip>,
): Promise<OutputOf<typeof pictureBySlip>> {
  const { tx, today, file } = context;
  const slip = await slipInForce(context, params.code);
  const buckets = [slipBucket(slip.supervisor)];
  await refuseTooMany(context, buckets);
  const { number } = params;
  const report = (await findReportBy(tx, { ...slip, number })) ?? refuse(refusals.noSuchReport);
  if (report.picture !== null || report.filed_on !== today) {
    refuse(refusals.reportHasPicture, { number });
  }
  const { county, area_code: area, id } = report;
  const place = { county, area, household: null, subject: `report:${id}` };
  const kept = await keepAttachment({ ...asPublic(context), file }, place, {
    kind: 'picture',
    showsPerson: true,
  });
  if (!isPicture(kept.file_type as FileType)) {
    refuse(refusals.reportNamesNoPicture, { name: kept.file_name });
  }
  await changeReport(tx, report, { picture: kept.id });
  await countTry(context, buckets);
  context.note({ area: areaCode(area), subject: `report:${id}` });
  return { number };
}

async function slipInForce(context: PublicContext, code: string): Promise<HeldSlip> {
  const slip = await heldSlip(context, code);
  if (!mayReport(slip, context.today)) {
    refuse(refusals.slipOver, { phone: phoneOf(context, slip.area_code) });
  }
  return slip;
}

async function heldSlip(context: PublicContext, code: string): Promise<HeldSlip> {
  const { tx, platform } = context;
  await refuseTooMany(context, [addressOf(context, 'guess')], 'asked');
  const slip = await findSlip(tx, hashOfSlip(platform.secrets, code));
  return slip ?? refuseGuess(context, refusals.unknownSlip);
}

function mayReport({ from, until }: HeldSlip, today: string): boolean {
  return from <= today && today <= until;
}

/** Working days as for any step, where the rules name them; else no clock runs. */
function dueFor({ platform, today }: PublicContext, county: string): PlainDate | null {
  const pack = platform.packs.inForce(areaCode(county), today);
  const { workdays, calendar } = pack === undefined ? {} : stepClockOf(pack);
  return workdays === undefined || workdays === null || calendar === undefined
    ? null
    : addWorkdays(today, workdays, calendar);
}

const fieldTitles: Readonly<Record<'words' | 'place', Bilingual>> = {
  words: { zh: '什么情况', en: 'What happened' },
  place: { zh: '在哪里', en: 'Where' },
};

function refuseSensitive(field: 'words' | 'place', text: string): void {
  const findings = screenReport(text);
  const [first] = findings;
  if (first === undefined) return;
  const { at, kind, shown: found } = first;
  const words = { field: fieldTitles[field], at, kind: sensitiveTitles[kind], found };
  refuse(deny(refusals.reportSensitive, words), { path: `body.${field}` }, findings);
}
