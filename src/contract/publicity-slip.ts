// The doors of a village supervisor, who has no account: a page by the code of the slip, a report, its
// picture. The page tells how far each report is and the answer, never again what was written: a slip may
// be found by somebody else.
import { z } from 'zod';
import { reportKinds, reportStates } from '#domain/publicity/report.ts';
import { PlainDateText } from './page.ts';
import { route } from './route.ts';

const SlipParams = z.object({ code: z.string().max(40) });

const SlipReport = z.object({
  number: z.string(),
  kind: z.enum(reportKinds),
  filedOn: PlainDateText,
  dueOn: PlainDateText.nullable(),
  state: z.enum(reportStates),
  hasPicture: z.boolean(),
  answer: z.string().nullable(),
  answeredOn: PlainDateText.nullable(),
});
export type SlipReport = z.infer<typeof SlipReport>;

export const readSlip = route({
  method: 'GET',
  path: '/api/publicity/slip/:code',
  summary:
    'The page of a village supervisor by the code of the slip: the term and what was reported',
  permission: 'public',
  area: 'none',
  audit: null,
  params: SlipParams,
  output: z.object({
    village: z.string(),
    until: PlainDateText,
    /** False once the term is over; answers are read a while longer. */
    mayReport: z.boolean(),
    phone: z.string(),
    reports: z.array(SlipReport),
  }),
});
export type SlipPage = z.infer<typeof readSlip.output>;

export const reportBySlip = route({
  method: 'POST',
  path: '/api/publicity/slip/:code/reports',
  summary: 'Reports something to the county, past the village',
  permission: 'public',
  area: 'none',
  audit: 'publicity.report',
  params: SlipParams,
  body: z.object({
    kind: z.enum(reportKinds),
    words: z.string().trim().min(4).max(1000),
    place: z.string().trim().max(120).default(''),
  }),
  output: z.object({ number: z.string(), dueOn: PlainDateText.nullable() }),
});

export const pictureBySlip = route({
  method: 'POST',
  path: '/api/publicity/slip/:code/reports/:number/picture',
  summary: 'Adds one picture to what was reported today',
  permission: 'public',
  area: 'none',
  audit: 'publicity.report-picture',
  kind: 'upload',
  params: SlipParams.extend({ number: z.string().max(20) }),
  output: z.object({ number: z.string() }),
});
