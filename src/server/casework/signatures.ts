// Who vouched for whom: signatures by person, office, household and year, a signed roster with its
// households, and the same as a file. Titles are those of the rules each case began with.

import { z } from 'zod';
import type {
  exportSignatures,
  getRoster,
  listSignatures,
  SignatureRow,
} from '#contract/casework-rosters.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { noSuchRoster } from '#domain/casework/signing-refusals.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { nameAreas as nameOfAreas } from '#server/access/area-name.store.ts';
import type { Context, Download } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { countedRows } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { untitled } from './case-row-view.ts';
import { findRules } from './load-case.ts';
import {
  countSignatures,
  findRoster,
  listRosterLines,
  listSignatureRows,
  type RosterRecord,
  type SignatureRecord,
} from './roster.store.ts';

const Place = z.tuple([z.string(), z.string(), z.number()]);

export async function signatures(
  context: Context,
  { query }: InputOf<typeof listSignatures>,
): Promise<OutputOf<typeof listSignatures>> {
  const { tx, area } = context;
  const { cursor, limit, area: _area, ...filter } = query;
  const after = readCursor(cursor, Place);
  const rows = await listSignatureRows(tx, { ...filter, area, after, limit: limit + 1 });
  const page = pageFrom(rows, limit, (row) => [row.true_on, row.case_id, row.position]);
  const isCounted = after === undefined && countyNumberOf(area) !== undefined;
  const total = isCounted ? await countSignatures(tx, { ...filter, area }) : null;
  return { items: await viewRows(context, page.items), next: page.next, total };
}

export async function roster(
  context: Context,
  { params }: InputOf<typeof getRoster>,
): Promise<OutputOf<typeof getRoster>> {
  const sheet = (await findRoster(context.tx, params.id)) ?? refuse(noSuchRoster);
  const lines = await listRosterLines(context.tx, sheet.id);
  return {
    id: sheet.id,
    ...rosterTitles(context, sheet),
    areaName: await unitName(context, sheet.area_code),
    by: sheet.account_name,
    on: plainDate(sheet.signed_on),
    signed: sheet.signed,
    leftOut: sheet.left_out,
    items: await viewRows(context, lines),
  };
}

const pageRows = 1000;

export async function exportRows(
  context: Context,
  { query }: InputOf<typeof exportSignatures>,
): Promise<Download> {
  const { language, area, today } = context;
  context.note({ facts: { format: 'xlsx' } });
  return xlsxDownload({
    fileName: `${language === 'zh' ? '签字' : 'signatures'}-${area}-${today}.xlsx`,
    name: language === 'zh' ? '签字' : 'Signatures',
    headings: columns.map(({ heading }) => heading[language]),
    rows: countedRows(context, 'signatures', cellsOf(context, query)),
  });
}

async function* cellsOf(
  context: Context,
  { area: _area, ...filter }: InputOf<typeof exportSignatures>['query'],
): AsyncGenerator<string[]> {
  const { tx, area, language } = context;
  let after: readonly [string, string, number] | undefined;
  for (;;) {
    const rows = await listSignatureRows(tx, { ...filter, area, after, limit: pageRows });
    for (const row of await viewRows(context, rows)) {
      yield columns.map(({ cell }) => defused(cell(row, language)));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [last.true_on, last.case_id, last.position];
  }
}

interface Column {
  readonly heading: Bilingual;
  cell(row: SignatureRow, language: 'zh' | 'en'): string;
}

const columns: readonly Column[] = [
  { heading: { zh: '日期', en: 'Day' }, cell: ({ on }) => on },
  { heading: { zh: '签字人', en: 'Signed by' }, cell: ({ by }) => by },
  {
    heading: { zh: '职务', en: 'Office' },
    cell: ({ capacity, also }, language) =>
      [capacity, ...also].map((one) => one[language]).join(language === 'zh' ? '、' : ', '),
  },
  { heading: { zh: '户编号', en: 'Household no.' }, cell: ({ householdNo }) => householdNo },
  { heading: { zh: '户主', en: 'Head' }, cell: ({ headName }) => headName ?? '' },
  { heading: { zh: '村', en: 'Village' }, cell: ({ village }) => village },
  { heading: { zh: '办什么', en: 'Process' }, cell: ({ process }, language) => process[language] },
  { heading: { zh: '步骤', en: 'Step' }, cell: ({ step }, language) => step[language] },
];

async function viewRows(
  context: Context,
  rows: readonly SignatureRecord[],
): Promise<SignatureRow[]> {
  const { tx, today } = context;
  const codes = rows.map((row) => areaCode(row.area_code));
  const placeOf = await nameAreas(tx, [...new Set(codes)], today);
  return rows.map((row) => {
    const { pack, rules } = findRules(context, row) ?? {};
    const titleOf = (code: string) =>
      pack === undefined ? untitled(code) : codeTitle(pack, 'actor', code);
    const step = rules?.steps.find(({ id }) => id === row.step);
    return {
      case: row.case_id,
      household: row.household_id,
      householdNo: row.household_no,
      headName: row.head_name,
      village: placeOf(row.area_code).village,
      process: rules?.title ?? untitled(row.process),
      step: step?.title ?? untitled(row.step),
      capacity: titleOf(row.capacity),
      also: row.also.map(titleOf),
      by: row.is_typed ? titleOf(row.capacity).zh : row.account_name,
      on: plainDate(row.true_on),
      proof: row.proof?.by ?? null,
      roster: row.roster,
      leftOut: row.kind === 'sign' ? null : row.reason,
    };
  });
}

/** Titles of a sheet by the rules it was signed under. */
export function rosterTitles(
  context: Context,
  sheet: Pick<
    RosterRecord,
    'pack' | 'pack_edition' | 'process' | 'step' | 'capacity' | 'also' | 'signed_on'
  >,
): { process: Bilingual; step: Bilingual; capacity: Bilingual; also: Bilingual[] } {
  const { pack, rules } = findRules(context, { ...sheet, begun_on: sheet.signed_on }) ?? {};
  const titleOf = (code: string) =>
    pack === undefined ? untitled(code) : codeTitle(pack, 'actor', code);
  return {
    process: rules?.title ?? untitled(sheet.process),
    step: rules?.steps.find(({ id }) => id === sheet.step)?.title ?? untitled(sheet.step),
    capacity: titleOf(sheet.capacity),
    also: sheet.also.map(titleOf),
  };
}

export async function unitName({ tx, today, language }: Context, code: string): Promise<string> {
  const [named] = await nameOfAreas(tx, [areaCode(code)], { today, language });
  return named?.name ?? code;
}
