// What village supervisors report, heard by the county alone: the slips they report by, the list with its
// clock, what one says, whom it was handed to, the answer.
import { z } from 'zod';
import { reportKinds, reportStates } from '#domain/publicity/report.ts';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const ReportParams = z.object({ id: IdText });

export const listSlips = route({
  method: 'GET',
  path: '/api/publicity/slips',
  summary: 'Which village supervisors of an area have a slip, and how often each reported',
  permission: 'publicity.hear',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        supervisor: z.string(),
        until: PlainDateText,
        madeOn: PlainDateText,
        reports: z.number().int(),
        open: z.number().int(),
      }),
    ),
  }),
});

export const makeSlip = route({
  method: 'POST',
  path: '/api/publicity/supervisors/:id/slip',
  summary:
    'Makes the slip of a village supervisor; its code is shown once and voids the one before',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.make-slip',
  params: ReportParams,
  output: z.object({
    code: z.string(),
    until: PlainDateText,
    name: z.string(),
    village: z.string(),
    county: z.string(),
    phone: z.string(),
  }),
});
export type Slip = z.infer<typeof makeSlip.output>;

export const ReportRow = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(reportKinds),
  villageCode: z.string(),
  township: z.string(),
  village: z.string(),
  filedOn: PlainDateText,
  dueOn: PlainDateText.nullable(),
  lateDays: z.number().int(),
  state: z.enum(reportStates),
  hasPicture: z.boolean(),
  handedTo: z.enum(['problem', 'order']).nullable(),
  handedId: z.string().nullable(),
  answeredOn: PlainDateText.nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const listReports = route({
  method: 'GET',
  path: '/api/publicity/reports',
  summary: 'Reports of village supervisors, those due first, and how many wait',
  permission: 'publicity.hear',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    show: z.enum(['open', 'answered']).default('open'),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(ReportRow).extend({
    open: z.number().int(),
    late: z.number().int(),
    answered: z.number().int(),
  }),
});

export const Report = ReportRow.extend({
  words: z.string(),
  place: z.string(),
  supervisor: z.string(),
  picture: z.string().nullable(),
  handedBy: z.string().nullable(),
  handedOn: PlainDateText.nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;

export const openReport = route({
  method: 'GET',
  path: '/api/publicity/reports/:id',
  summary: 'Opens a report: what it says and who reported; each opening is kept',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.open-report',
  params: ReportParams,
  output: Report,
});

export const handReportOn = route({
  method: 'POST',
  path: '/api/publicity/reports/:id/handing',
  summary:
    'Hands a report on as a problem of the village or an order, in words that tell nobody who reported',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.hand-report',
  params: ReportParams,
  body: z.object({
    to: z.enum(['problem', 'order']),
    title: z.string().trim().min(2).max(120),
    words: z.string().trim().min(2).max(2000),
    /** Of an order: whom it goes to, the village unless its township is named; and by when. */
    level: z.enum(['village', 'township']).default('village'),
    dueOn: PlainDateText.optional(),
  }),
  output: Report,
});

export const answerReport = route({
  method: 'POST',
  path: '/api/publicity/reports/:id/answer',
  summary: 'Answers a report; whoever reported reads it by the code of the slip',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.answer-report',
  params: ReportParams,
  body: z.object({ answer: z.string().trim().min(2).max(1000) }),
  output: Report,
});
