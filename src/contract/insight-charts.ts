// Charts of the packs: made from the register when they are asked for, approved by headquarters as they
// stood, printed as wall boards whose code a phone can ask. A number that counts something names its list.
import { z } from 'zod';
import { ChartContent, ChartUnit, Words } from '#domain/insight/charts/chart-shape.ts';
import { AreaCodeText, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const AreaQuery = z.object({ area: AreaCodeText.optional() });
const ChartParams = z.object({
  pack: z.string().min(1).max(60),
  chart: z.string().min(1).max(60),
});

const ChartHead = z.object({
  id: z.string(),
  title: Words,
  kind: z.string(),
  level: z.string(),
  shows: Words,
  verified: z.boolean(),
  /** Kinds of datum it asks for that nothing here gives. */
  missing: z.array(Words),
  approvedAt: z.string().nullable(),
});

export const ChartSets = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  sets: z.array(
    z.object({
      pack: z.object({ id: z.string(), title: Words, version: z.string() }),
      /** The pack is in force here; others lend their form. */
      own: z.boolean(),
      id: z.string(),
      title: Words,
      note: Words.nullable(),
      charts: z.array(ChartHead),
    }),
  ),
});
export type ChartSets = z.infer<typeof ChartSets>;

export const ChartVersionHead = z.object({
  id: z.string(),
  proposer: z.string(),
  proposedAt: z.string(),
  approver: z.string().nullable(),
  approvedAt: z.string().nullable(),
  dataDay: PlainDateText,
  edition: z.string(),
  hash: z.string(),
  note: z.string(),
  /** Whether it still shows what is true now. */
  isCurrent: z.boolean(),
  /** Whether the asker may approve it. */
  mayApprove: z.boolean(),
});
export type ChartVersionHead = z.infer<typeof ChartVersionHead>;

export const ChartView = z.object({
  pack: z.object({ id: z.string(), title: Words, version: z.string(), edition: z.string() }),
  set: z.object({
    id: z.string(),
    title: Words,
    charts: z.array(z.object({ id: z.string(), title: Words })),
  }),
  id: z.string(),
  kind: z.string(),
  level: z.string(),
  /** Of a pack in force here; others lend their form. */
  own: z.boolean(),
  source: Words,
  verified: z.boolean(),
  note: Words.nullable(),
  content: ChartContent,
  hash: z.string(),
  asOf: z.string(),
  today: PlainDateText,
  parts: z.array(z.object({ code: z.string(), name: z.string() })),
  path: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() })),
  versions: z.array(ChartVersionHead),
  mayPropose: z.boolean(),
});
export type ChartView = z.infer<typeof ChartView>;

export const listCharts = route({
  method: 'GET',
  path: '/api/insight/charts',
  summary: 'Charts of the packs, those in force here first',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: AreaQuery,
  output: ChartSets,
});

export const getChart = route({
  method: 'GET',
  path: '/api/insight/charts/:pack/:chart',
  summary: 'One chart as it is now, with its approved versions',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  params: ChartParams,
  query: AreaQuery,
  output: ChartView,
});

export const exportChart = route({
  method: 'GET',
  path: '/api/insight/charts/:pack/:chart/file',
  summary: 'The tables of a chart as .xlsx or .csv, or all of it as .json',
  permission: 'insight.read',
  area: 'query.area',
  audit: 'insight.export-chart',
  kind: 'download',
  params: ChartParams,
  query: AreaQuery.extend({ format: z.enum(['xlsx', 'csv', 'json']) }),
});

export const proposeChart = route({
  method: 'POST',
  path: '/api/insight/charts/:pack/:chart/versions',
  summary: 'Put a chart as it stands before headquarters',
  permission: 'insight.report',
  area: 'body.area',
  audit: 'insight.propose-chart',
  params: ChartParams,
  body: z.object({ area: AreaCodeText.optional(), note: z.string().trim().max(200).default('') }),
  output: z.object({ id: z.string() }),
});

export const ChartDifference = z.object({
  panel: Words,
  row: Words,
  column: Words,
  unit: ChartUnit.nullable(),
  before: z.number().nullable(),
  now: z.number().nullable(),
});

export const getChartVersion = route({
  method: 'GET',
  path: '/api/insight/chart-versions/:id',
  summary: 'A version as it was put forward, and what differs from it now',
  permission: 'insight.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({
    version: ChartVersionHead,
    content: ChartContent,
    differences: z.array(ChartDifference),
  }),
});

export const approveChart = route({
  method: 'POST',
  path: '/api/insight/chart-versions/:id/approval',
  summary: 'Approve a version that somebody else put forward',
  permission: 'insight.report',
  area: 'row',
  audit: 'insight.approve-chart',
  params: z.object({ id: IdText }),
  output: z.object({ approvedAt: z.string() }),
});

export const papers = ['A4', 'A3', 'A2', 'A1', 'A0'] as const;

export const printBoard = route({
  method: 'POST',
  path: '/api/insight/charts/:pack/:chart/boards',
  summary:
    'Register a wall board before it is printed: gives the code that tells whether it still holds',
  permission: 'insight.read',
  area: 'body.area',
  audit: 'insight.print-board',
  params: ChartParams,
  body: z.object({
    area: AreaCodeText.optional(),
    paper: z.enum(papers),
    /** An approved version; the chart as it is now when absent. */
    version: IdText.optional(),
  }),
  output: z.object({ token: z.string(), printedAt: z.string(), hash: z.string() }),
});

export const checkBoard = route({
  method: 'GET',
  path: '/api/insight/boards/:token',
  summary: 'Whether a printed wall still holds; tells no number and no name',
  permission: 'public',
  area: 'none',
  audit: null,
  params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22,60}$/) }),
  output: z.object({
    state: z.enum(['current', 'changed', 'superseded', 'unknown']),
    printedAt: z.string().nullable(),
    checkedAt: z.string(),
  }),
});
