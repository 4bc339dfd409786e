// Ties as a sheet that goes out and comes back: the same headings both ways.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { importTies, tieSheet } from '#contract/workforce-ties.ts';
import { countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isTieWay, tieWayTitles } from '#domain/workforce/tie.ts';
import { tieHeadingsMissing } from '#domain/workforce/tie-refusals.ts';
import { linesOfSheet, tieColumns, tieHeadings } from '#domain/workforce/tie-rows.ts';
import { uploadedRows } from '#server/exchange/uploaded-rows.ts';
import type { Context, Download } from '#server/http/context.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { countyOrBelow } from './coverage.ts';
import { listTieRows } from './tie.store.ts';
import { enterLines } from './tie-lines.ts';

const mostRows = 20_000;
const pageRows = 1000;

export async function sheetOfTies(
  context: Context,
  { query }: InputOf<typeof tieSheet>,
): Promise<Download> {
  const { language, today } = context;
  const area = countyOrBelow(context.area);
  context.note({ area, facts: { unit: query.unit ?? null } });
  const stem = language === 'zh' ? '带动户名单' : 'households-led';
  return xlsxDownload({
    fileName: `${stem}-${area}-${today}.xlsx`,
    name: language === 'zh' ? '带动户' : 'Ties',
    headings: tieColumns.map((column) => tieHeadings[column][language]),
    rows: countedRows(context, 'ties', sheetRows(context, query.unit)),
  });
}

async function* sheetRows(
  context: Context,
  unit: string | undefined,
): AsyncGenerator<(string | number)[]> {
  const { tx, today, language, area } = context;
  const asked = { county: countyNumberOf(area) ?? 0, span: spanOf(area), unit, limit: pageRows };
  let after: readonly [string, string] | undefined;
  for (;;) {
    const rows = await listTieRows(tx, { ...asked, after });
    const placeOf = await nameAreas(
      tx,
      rows.map(({ area_code }) => area_code),
      today,
    );
    for (const row of rows) {
      const { township, village } = placeOf(row.area_code);
      yield [
        defused(row.unit_name),
        row.household_no,
        defused(row.head_name ?? ''),
        township,
        village,
        isTieWay(row.way) ? tieWayTitles[row.way][language] : row.way,
        row.yearly_fen === null ? '' : row.yearly_fen / 100,
        defused(row.terms),
        row.from_on,
      ];
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [last.area_code, last.id];
  }
}

export async function importTieRows(
  context: Context,
  _: InputOf<typeof importTies>,
): Promise<OutputOf<typeof importTies>> {
  const area = countyOrBelow(context.area);
  const { missing, lines } = linesOfSheet(await uploadedRows(context, { most: mostRows }));
  if (missing.length > 0) {
    const named = (language: 'zh' | 'en') =>
      missing.map((column) => tieHeadings[column][language]).join(language === 'zh' ? '、' : ', ');
    refuse(deny(tieHeadingsMissing, { headings: { zh: named('zh'), en: named('en') } }));
  }
  const { entered, refused } = await enterLines(context, area, lines);
  context.note({ area, facts: { entered: entered.length, refused: refused.length } });
  return {
    entered: entered.length,
    refused: refused
      .slice(0, 500)
      .map(({ row, householdNo, why }) => ({ row, householdNo, why: [...why] })),
  };
}
