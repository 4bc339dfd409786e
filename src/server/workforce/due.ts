// What is due, to whom, and which units are late.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  closeFinding,
  countDue,
  listDoubted,
  listDue,
  listFindings,
  listInterviews,
  recordInterview,
} from '#contract/workforce-visits.ts';
import { findingKinds } from '#contract/workforce-visits.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { noSuchUnit } from '#domain/workforce/helper-refusals.ts';
import { interviewInFuture, noSuchFinding } from '#domain/workforce/visit-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countKeptDue } from './cover-count.store.ts';
import { countyOrBelow, isKept } from './coverage.ts';
import { countDueByUnit, insertInterview, listDueRows, listInterviewRows } from './due.store.ts';
import { lateDays } from './helper-view.ts';
import { namedRule, rulesHere } from './rules-here.ts';
import { findUnit } from './unit.store.ts';
import { closeFindingRow, listDoubtedRows, listOpenFindings } from './visit.store.ts';

const DayKeys = z.tuple([z.string(), z.string()]);

export async function dueOf(
  context: Context,
  { query }: InputOf<typeof listDue>,
): Promise<OutputOf<typeof listDue>> {
  const { tx, today } = context;
  const area = countyOrBelow(context.area);
  const rows = await listDueRows(tx, {
    county: Number(area.slice(0, 6)),
    span: spanOf(area),
    state: query.state,
    unit: query.unit,
    today,
    after: readCursor(query.cursor, DayKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.due_on, row.id]);
  const placeOf = await nameAreas(
    tx,
    page.items.map((row) => row.area_code),
    today,
  );
  return {
    items: page.items.map((row) => ({
      pairing: row.id,
      household: row.household_id,
      householdNo: row.household_no,
      headName: row.head_name,
      members: row.members,
      areaCode: row.area_code,
      ...placeOf(row.area_code),
      helper: row.helper_id,
      helperName: row.helper_name,
      unit: row.unit_name,
      lastVisitOn: row.last_visit_on,
      dueOn: row.due_on,
      lateDays: lateDays(row.due_on, today),
    })),
    next: page.next,
  };
}

export async function dueCounts(context: Context): Promise<OutputOf<typeof countDue>> {
  const { tx, today, actor } = context;
  const area = countyOrBelow(context.area);
  const count = isKept(context, area) ? countKeptDue : countDueByUnit;
  const rows = await count(tx, { span: spanOf(area), today });
  const sum = (key: 'households' | 'overdue' | 'today' | 'soon') =>
    rows.reduce((total, row) => total + row[key], 0);
  const late = rows.filter(
    (row) => row.id !== '' && (row.overdue > 0 || row.never_on_site === row.households),
  );
  return {
    rule: namedRule(rulesHere(context, area).visits),
    households: sum('households'),
    overdue: sum('overdue'),
    today: sum('today'),
    soon: sum('soon'),
    units:
      actor.households === null
        ? late.slice(0, 200).map((row) => ({
            id: row.id,
            name: row.name ?? '',
            households: row.households,
            overdue: row.overdue,
            neverOnSite: row.never_on_site,
            lastInterviewOn: row.last_interview_on,
          }))
        : [],
  };
}

export async function doubtedOf(
  context: Context,
  { query }: InputOf<typeof listDoubted>,
): Promise<OutputOf<typeof listDoubted>> {
  const rows = await listDoubtedRows(context.tx, {
    span: spanOf(context.area),
    after: readCursor(query.cursor, DayKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.visited_on, row.id]);
  return {
    items: page.items.map((row) => ({
      id: row.id,
      household: row.household_id,
      headName: row.head_name,
      areaCode: row.area_code,
      by: row.helper_name,
      on: row.visited_on,
      doubts: row.doubts as Bilingual[],
    })),
    next: page.next,
  };
}

export async function findingsOf(
  context: Context,
  { query }: InputOf<typeof listFindings>,
): Promise<OutputOf<typeof listFindings>> {
  const rows = await listOpenFindings(context.tx, {
    span: spanOf(context.area),
    kind: query.kind,
    after: readCursor(query.cursor, DayKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.found_on, row.id]);
  return {
    items: page.items.map((row) => ({
      id: row.id,
      household: row.household_id,
      headName: row.head_name,
      areaCode: row.area_code,
      kind: findingKinds.find((kind) => kind === row.kind) ?? 'problem',
      words: row.words,
      on: row.found_on,
      by: row.found_by_name,
      takenBy: row.taken_by,
    })),
    next: page.next,
  };
}

export async function settleFinding(
  context: Context,
  { params }: InputOf<typeof closeFinding>,
): Promise<undefined> {
  const { tx, today } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const row = (await closeFindingRow(tx, key, today)) ?? refuse(noSuchFinding);
  context.note({ area: areaCode(row.area_code), subject: `household:${row.household_id}` });
  return undefined;
}

export async function interview(
  context: Context,
  { body }: InputOf<typeof recordInterview>,
): Promise<OutputOf<typeof recordInterview>> {
  const { tx, today, actor } = context;
  if (body.on > today) refuse(interviewInFuture, { on: body.on });
  const county = countyOfId(body.unit);
  const unit = await findUnit(tx, { county, id: body.unit });
  if (unit === undefined) return refuse(noSuchUnit, { unit: body.unit });
  const id = context.newId(county);
  await insertInterview(tx, {
    county,
    id,
    area_code: unit.area_code,
    unit_id: unit.id,
    unit_name: unit.name,
    held_on: body.on,
    held_by_name: actor.displayName,
    reason: body.reason,
    outcome: body.outcome,
    mend_by: body.mendBy,
    account: actor.account,
  });
  context.note({ area: areaCode(unit.area_code), facts: { unit: unit.id, interview: id } });
  return { id };
}

export async function interviewsOf({
  tx,
  area,
}: Context): Promise<OutputOf<typeof listInterviews>> {
  const rows = await listInterviewRows(tx, spanOf(area));
  return {
    items: rows.map((row) => ({
      id: row.id,
      unit: row.unit_name,
      on: row.held_on,
      by: row.held_by_name,
      reason: row.reason,
      outcome: row.outcome,
      mendBy: row.mend_by,
    })),
  };
}
