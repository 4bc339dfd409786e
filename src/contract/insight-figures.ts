// Published figures reconciled: claims of packs with their verdicts, and a report of one's own as a table.
// What packs hold was published and may be read by whoever reads packs; reports belong to their area.
import { z } from 'zod';
import { AreaCodeText, Bilingual, pageOf } from './page.ts';
import { route } from './route.ts';

const Verdict = z.enum([
  'DISAGREE',
  'SUSPECT',
  'OVERLAP',
  'DIFFERENT_MEASURES',
  'UNDETERMINED',
  'AGREE_CONDITIONAL',
  'DESIGN_BOUND',
  'AGREE',
  'PLAUSIBLE',
  'DERIVED',
]);

const Implied = z.object({
  least: z.number(),
  /** Null where nothing bounds it above. */
  most: z.number().nullable(),
  unit: Bilingual,
});

/** Where one figure allows the base to lie. */
export const FigureBar = z.object({
  titles: z.array(Bilingual),
  /** The rate or number that was printed: 27.78%, 1.84万户. */
  printed: z.string(),
  arithmetic: z.string(),
  least: z.number(),
  most: z.number(),
  /** Takes part in the intersection; the others stand beside it. */
  counts: z.boolean(),
});
export type FigureBar = z.infer<typeof FigureBar>;

export const FigureFinding = z.object({
  kind: z.string(),
  verdict: Verdict,
  says: Bilingual,
  asks: Bilingual.nullable(),
  /** Language-free: 5,121 ÷ 27.775…27.785 % → 18,431–18,437. */
  arithmetic: z.string(),
  numbers: z.record(z.string(), z.number()),
  missing: z.array(z.string()),
  implied: Implied.nullable(),
  bars: z.array(FigureBar),
  assumes: Bilingual.nullable(),
});
export type FigureFinding = z.infer<typeof FigureFinding>;

export const ClaimSummary = z.object({
  id: z.string(),
  pack: z.string(),
  title: Bilingual,
  verdict: Verdict,
  arithmetic: z.string(),
  says: Bilingual,
  implied: Implied.nullable(),
  missing: z.array(z.string()),
});
export type ClaimSummary = z.infer<typeof ClaimSummary>;

/** A published rate, and what it lacks before it may be published again. */
export const PublishedRate = z.object({
  pack: z.string(),
  title: Bilingual,
  shown: z.string(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  on: z.string(),
  missing: z.array(z.string()),
});
export type PublishedRate = z.infer<typeof PublishedRate>;

export const listFigures = route({
  method: 'GET',
  path: '/api/insight/figures',
  summary:
    'Published claims and their verdicts, worst first: of the packs of one’s area, or of one pack',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), pack: z.string().max(60).optional() }),
  output: pageOf(ClaimSummary).extend({
    /** Every pack that holds claims; `own` are those of the area. */
    packs: z.array(
      z.object({ id: z.string(), title: Bilingual, claims: z.number().int(), own: z.boolean() }),
    ),
    rates: z.array(PublishedRate),
    /** Of the packs shown, the claim whose base is drawn when none is chosen. */
    opens: z.object({ pack: z.string(), claim: z.string() }).nullable(),
  }),
});
export type FigureList = z.infer<(typeof listFigures)['output']>;

export const ClaimFigure = z.object({
  id: z.string(),
  title: Bilingual,
  definition: Bilingual,
  shown: Bilingual,
  printed: z.string().nullable(),
  /** What its print stands for: 18,350–18,449. Null where it was not published. */
  interval: z.string().nullable(),
  on: z.string(),
  counting: z.string(),
  nature: z.string(),
  source: z.object({ title: Bilingual, place: z.string().nullable() }).nullable(),
  verified: z.boolean(),
});
export type ClaimFigure = z.infer<typeof ClaimFigure>;

export const getClaim = route({
  method: 'GET',
  path: '/api/insight/figures/:pack/:claim',
  summary:
    'One published claim in full: its figures, its arithmetic, what is missing and what to ask',
  permission: 'insight.read',
  area: 'own',
  audit: null,
  params: z.object({ pack: z.string().max(60), claim: z.string().max(60) }),
  output: ClaimSummary.extend({
    note: Bilingual.nullable(),
    source: z.object({ title: Bilingual, place: z.string().nullable() }).nullable(),
    findings: z.array(FigureFinding),
    figures: z.array(ClaimFigure),
    /** Households the register counts where the claim is about one’s own county. */
    registered: z.number().int().nullable(),
  }),
});
export type ClaimView = z.infer<(typeof getClaim)['output']>;

const Table = z.string().min(1).max(200_000).meta({
  description: 'Rows with tabs or commas; the first row names the columns',
});

export const ReportResult = z.object({
  rows: z.array(z.number().int()),
  name: z.string(),
  verdict: Verdict,
  arithmetic: z.string(),
  says: Bilingual,
  asks: Bilingual.nullable(),
  implied: Implied.nullable(),
});
export type ReportResult = z.infer<typeof ReportResult>;

export const CheckedTable = z.object({
  rows: z.number().int(),
  results: z.array(ReportResult),
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), says: Bilingual })),
  /** Rates that may not be published as they stand. */
  unfit: z.array(
    z.object({ row: z.number().int(), name: z.string(), missing: z.array(z.string()) }),
  ),
});
export type CheckedTable = z.infer<typeof CheckedTable>;

export const checkTable = route({
  method: 'POST',
  path: '/api/insight/figure-checks',
  summary: 'Check a pasted table of figures; nothing of it is stored',
  permission: 'insight.read',
  area: 'own',
  audit: 'insight.check-figures',
  body: z.object({ table: Table }),
  output: CheckedTable,
});

export const FigureReport = z.object({
  id: z.string(),
  title: z.string(),
  areaCode: z.string(),
  author: z.string(),
  savedAt: z.string(),
  publishedAt: z.string().nullable(),
});
export type FigureReport = z.infer<typeof FigureReport>;

export const listReports = route({
  method: 'GET',
  path: '/api/insight/figure-reports',
  summary: 'Saved reports of figures of one’s area, newest first',
  permission: 'insight.read',
  area: 'own',
  audit: null,
  output: pageOf(FigureReport),
});

export const saveReport = route({
  method: 'POST',
  path: '/api/insight/figure-reports',
  summary: 'Save a table of figures as a report of one’s area',
  permission: 'insight.report',
  area: 'own',
  audit: 'insight.save-report',
  body: z.object({ title: z.string().trim().min(1).max(80), table: Table }),
  output: z.object({ id: z.string() }),
});

const ReportId = z.object({ id: z.uuid() });

export const getReport = route({
  method: 'GET',
  path: '/api/insight/figure-reports/:id',
  summary: 'A saved report of figures and how it checks',
  permission: 'insight.read',
  area: 'row',
  audit: null,
  params: ReportId,
  output: FigureReport.extend({ table: z.string(), checked: CheckedTable }),
});

export const publishReport = route({
  method: 'POST',
  path: '/api/insight/figure-reports/:id/publication',
  summary:
    'Publish a saved report; refused while a rate lacks numerator, denominator, method or date',
  permission: 'insight.report',
  area: 'row',
  audit: 'insight.publish-report',
  params: ReportId,
  output: z.object({ publishedAt: z.string() }),
});
