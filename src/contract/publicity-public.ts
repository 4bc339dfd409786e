// The three doors without a session: a notice by the code on its poster, an objection to it, and the answer
// by number and receipt. A code that never was and one that is over tell nothing of any other.
import { z } from 'zod';
import { PlainDateText } from './page.ts';
import { NoticeContent, Objecting, Receipt } from './publicity.ts';
import { route } from './route.ts';

const Code = z.string().max(40);

/** So many lines are read at once, so that the page stays light on a telephone. */
export const publicLinesAtOnce = 100;

export const PublicNotice = z.object({
  /** Its lines are those after the one that was asked for. */
  content: NoticeContent,
  /** Lines of the whole notice. */
  lines: z.number().int(),
  daysLeft: z.number().int(),
  mayObject: z.boolean(),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

export const readPublicNotice = route({
  method: 'GET',
  path: '/api/publicity/public/:code',
  summary: 'The notice of a poster, while it hangs, some lines at a time',
  permission: 'public',
  area: 'none',
  audit: null,
  params: z.object({ code: Code }),
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  output: PublicNotice,
});

export const objectPublicly = route({
  method: 'POST',
  path: '/api/publicity/public/:code/objections',
  summary: 'Objects to a notice, named or not; the answer is read by number and receipt',
  permission: 'public',
  area: 'none',
  audit: 'publicity.object',
  params: z.object({ code: Code }),
  body: z.object(Objecting),
  output: Receipt,
});

export const readAnswer = route({
  method: 'GET',
  path: '/api/publicity/answers/:number',
  summary: 'How far an objection is, for whoever holds its number and receipt',
  permission: 'public',
  area: 'none',
  audit: null,
  params: z.object({ number: z.string().max(40) }),
  query: z.object({ receipt: Code }),
  output: z.object({
    number: z.string(),
    filedOn: PlainDateText,
    dueOn: PlainDateText,
    verdict: z.enum(['upheld', 'rejected']).nullable(),
    answer: z.string().nullable(),
    answeredOn: PlainDateText.nullable(),
  }),
});
