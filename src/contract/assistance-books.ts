// The books: generated from what is recorded, current, on the screen, as PDF and as a spreadsheet. They have
// no inputs. What was printed when is kept with the digest of the file.
import { z } from 'zod';
import { areaPapers, householdPapers } from '#domain/assistance/book.ts';
import { AreaCodeText, IdText } from './page.ts';
import { HouseholdParams } from './registry-households.ts';
import { route } from './route.ts';

export const BookPageView = z.object({
  paper: z.enum([...householdPapers, ...areaPapers]),
  title: z.string(),
  place: z.string(),
  number: z.string(),
  parts: z.array(
    z.union([
      z.object({
        kind: z.literal('table'),
        heading: z.string(),
        columns: z.array(
          z.object({ title: z.string(), width: z.number(), number: z.boolean().optional() }),
        ),
        rows: z.array(z.array(z.string())),
        empty: z.string(),
      }),
      z.object({
        kind: z.literal('facts'),
        heading: z.string(),
        facts: z.array(z.tuple([z.string(), z.string()])),
      }),
    ]),
  ),
  signatures: z.array(z.string()),
});
export type BookPageView = z.infer<typeof BookPageView>;

const Print = z.object({
  id: z.string(),
  areaCode: z.string(),
  paper: z.string(),
  format: z.string(),
  pages: z.number().int(),
  households: z.number().int(),
  by: z.string(),
  at: z.string(),
  /** The file can still be fetched. */
  job: z.string().nullable(),
});
export type Print = z.infer<typeof Print>;

const Format = z.object({
  format: z.enum(['pdf', 'xlsx']).default('pdf'),
  size: z.enum(['a4', 'a3']).default('a4'),
});

export const householdBooks = route({
  method: 'GET',
  path: '/api/assistance/households/:id/books',
  summary: 'Card and three books of a household as they stand now, and what was printed when',
  permission: 'assistance.own',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: z.object({ pages: z.array(BookPageView), prints: z.array(Print) }),
});

export const printHouseholdBook = route({
  method: 'GET',
  path: '/api/assistance/households/:id/books/:paper',
  summary: 'One book of a household as a file, or all of them',
  permission: 'assistance.own',
  area: 'row',
  audit: 'assistance.print',
  kind: 'download',
  params: z.object({ id: IdText, paper: z.enum([...householdPapers, 'all']) }),
  query: Format,
});

export const areaBook = route({
  method: 'GET',
  path: '/api/assistance/books',
  summary: 'The register of a village or the file of a township as it stands now',
  permission: 'assistance.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    page: BookPageView,
    prints: z.array(Print),
    households: z.number().int(),
  }),
});

export const printAreaBook = route({
  method: 'GET',
  path: '/api/assistance/books/file',
  summary: 'The register of a village or the file of a township as a file',
  permission: 'assistance.read',
  area: 'query.area',
  audit: 'assistance.print',
  kind: 'download',
  query: Format.extend({ area: AreaCodeText.optional() }),
});

export const printAll = route({
  method: 'POST',
  path: '/api/assistance/prints',
  summary: 'Sets cards or books of all registered households of a place as one PDF, as a job',
  permission: 'assistance.read',
  area: 'body.area',
  audit: 'assistance.print-all',
  body: z.object({ area: AreaCodeText, paper: z.enum([...householdPapers, 'all']) }),
  output: z.object({ job: z.string(), print: z.string() }),
});

export const fetchPrint = route({
  method: 'GET',
  path: '/api/assistance/prints/:id/file',
  summary: 'The file a job set, until the next one of the place',
  permission: 'assistance.read',
  area: 'row',
  audit: 'assistance.fetch-print',
  kind: 'download',
  params: z.object({ id: IdText }),
});

export const printSchedule = route({
  method: 'GET',
  path: '/api/assistance/schedule/file',
  summary: 'The schedule of who answers for which village as PDF or spreadsheet, holes as holes',
  permission: 'workforce.read',
  area: 'query.area',
  audit: 'assistance.print',
  kind: 'download',
  query: z.object({
    area: AreaCodeText.optional(),
    format: z.enum(['pdf', 'xlsx']).default('xlsx'),
    size: z.enum(['a4', 'a3']).default('a3'),
  }),
});

export const schedulePrints = route({
  method: 'GET',
  path: '/api/assistance/schedule/prints',
  summary: 'When the schedule of an area was printed, by whom',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(Print) }),
});
