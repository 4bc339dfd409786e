// The run that sets the cards or books of a place: pages are made some households at a time, set once as one
// file in a process of its own, and kept until the next one of the place.
import { createHash } from 'node:crypto';
import { type BookPage, cellsOf, type HouseholdPaper } from '#domain/assistance/book.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import { keepOutput } from '#server/kernel/count-output.ts';
import type { Platform } from '#server/platform.ts';
import { listBookIds } from './book.store.ts';
import { pagesOf, papersOf } from './books.ts';
import { insertPrint, keepPrintFile } from './print.store.ts';
import { setBook } from './set-book.ts';

export const printKind = 'assistance.print';

export interface PrintInput {
  readonly print: string;
  readonly area: string;
  readonly paper: HouseholdPaper | 'all';
  readonly households: number;
  readonly today: string;
  readonly language: Language;
  readonly foot: string;
  readonly account: string;
  readonly accountName: string;
}

export function printJob(platform: Platform): JobKind {
  return { kind: printKind, run: (work) => runPrint(platform, work) };
}

const chunkHouseholds = 200;

async function runPrint(platform: Platform, work: Work): Promise<unknown> {
  const input = work.input as PrintInput;
  const { households: total } = input;
  const pages = await makePages(platform, work, input);
  await work.report({ done: total, total, step: 'assistance.setting' });
  const { language, foot } = input;
  const set = await setBook({ pages, size: 'a4', language, foot });
  const county = countyOfId(input.print);
  return work.chunk(async (tx) => {
    await insertPrint(tx, {
      county,
      id: input.print,
      household_id: null,
      area_code: input.area,
      paper: input.paper,
      format: 'a4',
      pages: set.pages,
      households: total,
      digest: createHash('sha256').update(set.pdf).digest(),
      account: input.account,
      account_name: input.accountName,
      printed_at: platform.clock.now(),
      job: work.id,
    });
    const { account, area } = input;
    const counting = { tx, now: platform.clock.now(), newId: platform.newId, actor: { account } };
    const cells = pages.reduce((sum, page) => sum + cellsOf(page), 0);
    await keepOutput(counting, { kind: 'books', area: areaCode(area), cells });
    await keepPrintFile(tx, { county, id: input.print, area: input.area }, set.pdf);
    const result = { print: input.print, pages: set.pages, bytes: set.pdf.length };
    return { result, progress: { done: total, total, step: 'assistance.done' } };
  });
}

async function makePages(
  platform: Platform,
  work: Work,
  input: PrintInput,
): Promise<readonly BookPage[]> {
  const county = countyOfId(input.print);
  const span = spanOf(areaCode(input.area));
  const pages: BookPage[] = [];
  let after: readonly [string, string] | undefined;
  for (let done = 0; ; ) {
    const made = await inScope(
      platform.db,
      work.scope,
      async (tx) => {
        const found = await listBookIds(tx, {
          span,
          limit: chunkHouseholds,
          ...(after === undefined ? {} : { after }),
        });
        const reader = { tx, platform, today: plainDate(input.today), language: input.language };
        const ids = found.map(({ id }) => id);
        return {
          found,
          own: await pagesOf(reader, county, { ids, papers: papersOf(input.paper) }),
        };
      },
      'read',
    );
    pages.push(...made.own);
    done += made.found.length;
    const last = made.found.at(-1);
    if (last !== undefined) after = [last.area_code, last.id];
    await work.report({ done, total: input.households, step: 'assistance.reading' });
    if (made.found.length < chunkHouseholds) return pages;
  }
}
