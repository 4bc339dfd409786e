// A report of one's own: checked as it is pasted, stored only when it is saved, published only when every
// rate in it can be checked by a reader.

import type { CheckedTable, FigureReport, getReport } from '#contract/insight-figures.ts';
import type { OutputOf } from '#contract/route.ts';
import {
  alreadyPublished,
  noSuchReport,
  unfitRates,
  unreadableRows,
} from '#domain/insight/figure-refusals.ts';
import { checkReport } from '#domain/insight/report/check-report.ts';
import { readReport } from '#domain/insight/report/read-report.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { createCsvRowsReader } from '#server/exchange/reading/csv-rows.ts';
import { readingLimits } from '#server/exchange/reading/limits.ts';
import type { Context } from '#server/http/context.ts';
import { filled, keepOutput } from '#server/kernel/count-output.ts';
import { findingView, impliedView } from './claim-view.ts';
import {
  findReport,
  insertReport,
  listReportRows,
  markPublished,
  type StoredReport,
} from './report.store.ts';

export async function checkPasted(context: Context, table: string): Promise<CheckedTable> {
  const checked = checkedTable(table);
  const { rows, problems, results } = checked;
  context.note({
    facts: { rows, problems: problems.length, results: results.length },
  });
  return checked;
}

export async function saveReportOf(
  context: Context,
  { title, table }: { readonly title: string; readonly table: string },
): Promise<{ id: string }> {
  const { actor, area, tx, now } = context;
  const id = context.newId(countyNumberOf(area) ?? 0);
  await insertReport(tx, {
    id,
    area_code: area,
    account: actor.account,
    account_name: actor.displayName,
    title,
    content: table,
    saved_at: now,
    published_at: null,
  });
  context.note({ area, subject: `report:${id}` });
  return { id };
}

export async function reportsOf({ tx }: Context): Promise<{ items: FigureReport[]; next: null }> {
  const rows = await listReportRows(tx);
  return { items: rows.map(reportView), next: null };
}

export async function reportOf({ tx }: Context, id: string): Promise<OutputOf<typeof getReport>> {
  const row = (await findReport(tx, id)) ?? refuse(noSuchReport);
  return { ...reportView(row), table: row.content, checked: checkedTable(row.content) };
}

export async function publishReportOf(
  context: Context,
  id: string,
): Promise<{ publishedAt: string }> {
  const row = (await findReport(context.tx, id)) ?? refuse(noSuchReport);
  if (row.published_at !== null) refuse(alreadyPublished);
  const { problems, unfit } = checkedTable(row.content);
  const [bad] = problems;
  if (bad !== undefined) refuse(unreadableRows, { count: problems.length, row: bad.row });
  const [rate] = unfit;
  if (rate !== undefined) {
    refuse(unfitRates, { count: unfit.length, row: rate.row, name: rate.name }, unfit);
  }
  await markPublished(context.tx, id, context.now);
  const typed = sheetOf(row.content).reduce((sum, { cells }) => sum + filled(cells), 0);
  await keepOutput(context, { kind: 'figures', area: areaCode(row.area_code), cells: 0, typed });
  context.note({ area: areaCode(row.area_code), subject: `report:${id}` });
  return { publishedAt: context.now };
}

function checkedTable(table: string): CheckedTable {
  const { rows, results, problems, unfit } = checkReport(readReport(sheetOf(table)));
  return {
    rows,
    problems: problems.map(({ row, column, says }) => ({ row, column, says })),
    unfit: unfit.map(({ row, name, missing }) => ({ row, name, missing: [...missing] })),
    results: results.map(({ rows: numbers, name, verdict, findings, implied }) => {
      const deciding = findings.find((one) => one.verdict === verdict) ?? findings[0];
      const { says, asks, arithmetic } = findingView(deciding, new Map());
      return {
        rows: [...numbers],
        name,
        verdict,
        says,
        asks,
        arithmetic,
        implied: impliedView(implied),
      };
    }),
  };
}

function reportView(row: StoredReport): FigureReport {
  return {
    id: row.id,
    title: row.title,
    areaCode: row.area_code,
    author: row.account_name,
    savedAt: row.saved_at,
    publishedAt: row.published_at,
  };
}

/** Tabs as a spreadsheet program copies them, else commas. */
function sheetOf(table: string) {
  const reader = createCsvRowsReader(table.includes('\t') ? '\t' : ',', readingLimits);
  return [...reader.read(table), ...reader.end()];
}
