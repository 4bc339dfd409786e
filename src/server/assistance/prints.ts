// Books on the screen and as files. Whatever leaves as a file is remembered: what, when, by whom, with the
// digest that tells later whether a sheet of paper is the one that was printed.
import { createHash } from 'node:crypto';
import type {
  areaBook,
  BookPageView,
  fetchPrint,
  householdBooks,
  Print,
  printAll,
  printAreaBook,
  printHouseholdBook,
  schedulePrints,
} from '#contract/assistance-books.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type BookPage, cellsOf, householdPapers } from '#domain/assistance/book.ts';
import { bookTooWide, noSuchPrint, nothingToPrint } from '#domain/assistance/plan-refusals.ts';
import { areaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { keepOutput } from '#server/kernel/count-output.ts';
import { defused, xlsxDownload } from '#server/kernel/xlsx-download.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { countBookHouseholds } from './book.store.ts';
import { bookWord, isBookWord } from './book-words.ts';
import { areaPage, pagesOf, papersOf } from './books.ts';
import {
  findPrint,
  insertPrint,
  listPrintsIn,
  listPrintsOf,
  type PrintRecord,
  readPrintFile,
} from './print.store.ts';
import { type PrintInput, printKind } from './print-job.ts';
import { setBook } from './set-book.ts';

export async function booksOf(
  context: Context,
  { params }: InputOf<typeof householdBooks>,
): Promise<OutputOf<typeof householdBooks>> {
  const household = await getHousehold(context.tx, params.id);
  const pages = await pagesOf(context, household.county, {
    ids: [household.id],
    papers: householdPapers,
  });
  const prints = await listPrintsOf(context.tx, household);
  return { pages: pages.map(pageView), prints: prints.map(printView) };
}

export async function printHousehold(
  context: Context,
  { params, query }: InputOf<typeof printHouseholdBook>,
): Promise<Download> {
  const household = await getHousehold(context.tx, params.id);
  const pages = await pagesOf(context, household.county, {
    ids: [household.id],
    papers: papersOf(params.paper),
  });
  const title = pages.length === 1 ? pages[0]?.title : String(household.values.headName ?? '');
  return fileOf(context, {
    pages,
    query,
    title: `${title ?? ''} ${String(household.values.householdNo ?? '')}`.trim(),
    print: { household: household.id, area: household.area, paper: params.paper, households: 1 },
  });
}

export async function bookOfArea(
  context: Context,
  _: InputOf<typeof areaBook>,
): Promise<OutputOf<typeof areaBook>> {
  const { tx, area } = context;
  const page = await areaPage(context, area);
  const span = spanOf(area);
  return {
    page: pageView(page),
    prints: (await listPrintsIn(tx, span, { but: 'schedule' })).map(printView),
    households: await countBookHouseholds(tx, span),
  };
}

export async function printArea(
  context: Context,
  { query }: InputOf<typeof printAreaBook>,
): Promise<Download> {
  const { area } = context;
  const page = await areaPage(context, area);
  const households = await countBookHouseholds(context.tx, spanOf(area));
  return fileOf(context, {
    pages: [page],
    query,
    title: page.title,
    print: { household: null, area, paper: page.paper, households },
  });
}

interface Filed {
  readonly pages: readonly BookPage[];
  readonly query: { readonly format: 'pdf' | 'xlsx'; readonly size: 'a4' | 'a3' };
  readonly title: string;
  readonly print: {
    readonly household: string | null;
    readonly area: string;
    readonly paper: string;
    readonly households: number;
  };
}

export async function fileOf(
  context: Context,
  { pages, query, title, print }: Filed,
): Promise<Download> {
  const { tx, now, actor } = context;
  const county = countyNumberOf(areaCode(print.area)) ?? refuse(bookTooWide, { area: print.area });
  const made =
    query.format === 'pdf'
      ? await setBook({
          pages,
          size: query.size,
          language: context.language,
          foot: footOf(context),
        })
      : { pdf: Buffer.from(JSON.stringify(pages)), pages: pages.length };
  const id = context.newId(county);
  await insertPrint(tx, {
    county,
    id,
    household_id: print.household,
    area_code: print.area,
    paper: print.paper,
    format: query.format === 'pdf' ? query.size : query.format,
    pages: made.pages,
    households: print.households,
    digest: createHash('sha256').update(made.pdf).digest(),
    account: actor.account,
    account_name: actor.displayName,
    printed_at: now,
    job: null,
  });
  await keepOutput(context, {
    kind: 'books',
    area: areaCode(print.area),
    cells: pages.reduce((sum, page) => sum + cellsOf(page), 0),
  });
  context.note({
    area: areaCode(print.area),
    subject: print.household === null ? `print:${id}` : `household:${print.household}`,
    facts: { print: id, paper: print.paper },
  });
  return query.format === 'pdf'
    ? {
        fileName: `${title}.pdf`,
        contentType: 'application/pdf',
        body: chunksOf(made.pdf),
      }
    : sheetOf(title, pages);
}

/** Every table below one another, each with its heading, as a spreadsheet has them. */
function sheetOf(title: string, pages: readonly BookPage[]): Download {
  const rows = pages.flatMap((page) => [
    [page.title, page.place, page.number],
    ...page.parts.flatMap((part) =>
      part.kind === 'facts'
        ? [[part.heading], ...part.facts.map((pair) => [...pair])]
        : [
            [part.heading],
            part.columns.map((column) => column.title),
            ...part.rows.map((row) => [...row]),
          ],
    ),
    [],
  ]);
  const [head = [], ...rest] = rows;
  return xlsxDownload({
    fileName: `${title}.xlsx`,
    name: '1',
    headings: head,
    rows: rest.map((row) => row.map(defused)),
  });
}

async function* chunksOf(file: Buffer): AsyncIterable<Uint8Array> {
  yield file;
}

export function footOf({
  today,
  platform,
  language,
}: Pick<Context, 'today' | 'platform' | 'language'>): string {
  const word = bookWord(language);
  const invented = platform.demonstration ? ` · ${word('invented')}` : '';
  return `${word('printed')} ${today}${invented}`;
}

export async function startPrinting(
  context: Context,
  { body }: InputOf<typeof printAll>,
): Promise<OutputOf<typeof printAll>> {
  const { tx, now, today, actor, scope, platform, language } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area);
  const level = levelOf(area);
  if (county === undefined || (level !== 'township' && level !== 'village')) {
    return refuse(bookTooWide, { area });
  }
  const households = await countBookHouseholds(tx, spanOf(area));
  if (households === 0) refuse(nothingToPrint, { area });
  const print = context.newId(county);
  const input: PrintInput = {
    print,
    area,
    paper: body.paper,
    households,
    today,
    language,
    foot: footOf({ today, platform, language }),
    account: actor.account,
    accountName: actor.displayName,
  };
  const job = await platform.jobs.enqueue(tx, {
    kind: printKind,
    areaCode: area,
    account: actor.account,
    scope,
    input,
    now,
  });
  context.note({ area, subject: `print:${print}`, facts: { households } });
  return { job, print };
}

export async function fetchPrinted(
  context: Context,
  { params }: InputOf<typeof fetchPrint>,
): Promise<Download> {
  const key = { county: countyOfId(params.id), id: params.id };
  const print = (await findPrint(context.tx, key)) ?? refuse(noSuchPrint);
  const file = (await readPrintFile(context.tx, key)) ?? refuse(noSuchPrint);
  context.note({ area: areaCode(print.area_code), subject: `print:${print.id}` });
  const name = isBookWord(print.paper) ? bookWord(context.language)(print.paper) : print.paper;
  return {
    fileName: `${name} ${print.area_code} ${print.printed_at.slice(0, 10)}.pdf`,
    contentType: 'application/pdf',
    body: chunksOf(file),
  };
}

export async function printsOfSchedule({
  tx,
  area,
}: Context): Promise<OutputOf<typeof schedulePrints>> {
  return { items: (await listPrintsIn(tx, spanOf(area), { only: 'schedule' })).map(printView) };
}

function pageView(page: BookPage): BookPageView {
  return {
    ...page,
    parts: page.parts.map((part) =>
      part.kind === 'facts'
        ? { ...part, facts: part.facts.map(([label, value]): [string, string] => [label, value]) }
        : {
            ...part,
            columns: part.columns.map((column) => ({ ...column })),
            rows: part.rows.map((row) => [...row]),
          },
    ),
    signatures: [...page.signatures],
  };
}

function printView(print: PrintRecord): Print {
  return {
    id: print.id,
    areaCode: print.area_code,
    paper: print.paper,
    format: print.format,
    pages: print.pages,
    households: print.households,
    by: print.account_name,
    at: print.printed_at,
    job: print.job,
  };
}
