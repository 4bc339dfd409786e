// Money put together: who gave how much in which year, what became of it, and whom it is credited to.
import { z } from 'zod';
import { AreaCodeText, Bilingual, FenNumber, Place, PlainDateText } from './page.ts';
import { route } from './route.ts';

/** One amount for each of the years, in their order. */
const ByYear = z.array(FenNumber);

/** A document by its title, and the place in it. */
export const CitedSource = z.object({ title: Bilingual, place: z.string().nullable() });

export const Consolidation = z.object({
  area: Place,
  on: PlainDateText,
  /** The latest first. */
  years: z.array(z.number().int()),
  totals: z.array(z.object({ amount: FenNumber, growth: z.number().nullable() })),
  granted: FenNumber,
  paid: FenNumber,
  sources: z.array(
    z.object({
      source: z.string(),
      title: Bilingual,
      channels: z.array(Bilingual),
      verified: z.boolean(),
      /** The source it is a part of; its money counts there too, and once in the total. */
      within: z.string().nullable(),
      amounts: ByYear,
      granted: FenNumber,
      paid: FenNumber,
      uses: z.array(Bilingual),
      /** Null above a county, where nobody counts them one by one. */
      villages: z.number().int().nullable(),
      households: z.number().int().nullable(),
    }),
  ),
  departments: z.array(
    z.object({
      /** Empty where no paper names one. */
      department: z.string(),
      amounts: ByYear,
      granted: FenNumber,
      credited: FenNumber,
      sources: z.array(Bilingual),
    }),
  ),
  /** Sources whose lines do not sum to nothing; null below a county, where a part is seen. */
  unbalanced: z.number().int().nullable(),
  repurposed: z.object({
    count: z.number().int(),
    amount: FenNumber,
    latest: z.array(
      z.object({
        entry: z.string(),
        on: PlainDateText,
        document: z.string(),
        amount: FenNumber,
        source: Bilingual,
        from: Bilingual,
        to: Bilingual,
      }),
    ),
  }),
  /** Projects and those with money of more than one source; to each yuan of special funds so many others. */
  bundles: z.object({
    projects: z.number().int(),
    bundled: z.number().int(),
    special: FenNumber,
    others: FenNumber,
    multiplier: z.number().nullable(),
  }),
  /** The rule of the pack about money put together, where it has one. */
  rule: z.object({ title: Bilingual, measured: Bilingual, verified: z.boolean() }).nullable(),
  /** What was published of these sources beside what the books say; empty below the area of the pack. */
  published: z.array(
    z.object({
      figure: z.string(),
      title: Bilingual,
      printed: z.string(),
      on: z.string(),
      ours: FenNumber,
      agrees: z.boolean(),
      /** What was printed as a number, and where. */
      value: FenNumber,
      source: CitedSource.nullable(),
      /** What it is the sum of, where a claim says so, and what of each is in the books. */
      parts: z.array(z.object({ title: Bilingual, ours: FenNumber })),
      /** What the source does not say is among them or beside them: with it, would the sum agree. */
      maybe: z.array(z.object({ title: Bilingual, amount: FenNumber, agrees: z.boolean() })),
    }),
  ),
});
export type Consolidation = z.infer<typeof Consolidation>;

export const getConsolidation = route({
  method: 'GET',
  path: '/api/funds/consolidation',
  summary: 'Money put together, by source, department and year, and what became of it',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Consolidation,
});
