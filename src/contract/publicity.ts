// Notices: what waits to be posted, what hangs, its evidence and its objections. The public's own doors
// are in publicity-public.ts.
import { z } from 'zod';
import { moneyFields, noticeTopics } from '#domain/publicity/money-notice.ts';
import { evidenceKinds, noticeStates } from '#domain/publicity/notice-state.ts';
import { publicAreaFields, publicFields } from '#domain/publicity/public-field.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Titled = z.object({ id: z.string(), title: Bilingual });
const Cell = z.union([z.string(), z.number(), Bilingual]).nullable();
const Column = z.object({
  field: z.enum([...publicFields, ...publicAreaFields, ...moneyFields]),
  title: Bilingual,
});
export const noticeKinds = ['notice', 'announcement'] as const;

export const NoticeContent = z.object({
  kind: z.enum(noticeKinds),
  title: Bilingual,
  process: Bilingual,
  step: Bilingual,
  rules: Bilingual,
  area: z.string(),
  /** Set where it is about villages or counties themselves, or about money. */
  subject: z.enum(['area', 'money']).optional(),
  columns: z.array(Column),
  lines: z.array(z.object({ number: z.number().int(), place: z.string(), cells: z.array(Cell) })),
  place: z.string(),
  office: z.string(),
  remark: z.string(),
  correction: z.string(),
  /** How long the rules ask it to hang, in days or working days; notices of before do not say. */
  term: Bilingual.optional(),
  firstDay: PlainDateText,
  lastDay: PlainDateText,
  objectionPhone: z.string(),
  supervisionPhone: z.string(),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

export const NoticeRow = z.object({
  id: z.string(),
  areaCode: z.string(),
  area: z.string(),
  kind: z.enum(noticeKinds),
  title: Bilingual,
  cases: z.number().int(),
  /** It is about villages or counties themselves. */
  isOfAreas: z.boolean(),
  /** What of money or projects it is about; null where it is about cases. */
  topic: z.enum(noticeTopics).nullable(),
  firstDay: PlainDateText,
  lastDay: PlainDateText,
  state: z.enum(noticeStates),
  daysLeft: z.number().int(),
  /** Evidence that should be there by now. */
  missing: z.array(z.enum(evidenceKinds)),
  objections: z.object({ open: z.number().int(), all: z.number().int() }),
  postedBy: z.string(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

export const listNotices = route({
  method: 'GET',
  path: '/api/publicity/notices',
  summary: 'Notices of an area, those that hang longest first',
  permission: 'publicity.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    state: z.enum([...noticeStates, 'objected']).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(NoticeRow),
});

export const WaitingNotice = z.object({
  areaCode: z.string(),
  area: z.string(),
  process: Titled,
  step: Titled,
  kind: z.enum(noticeKinds),
  cases: z.number().int(),
  isOfAreas: z.boolean(),
  /** The asker's office posts it. */
  mayPost: z.boolean(),
});
export type WaitingNotice = z.infer<typeof WaitingNotice>;

export const listWaiting = route({
  method: 'GET',
  path: '/api/publicity/waiting',
  summary: 'Cases that stand at a notice nobody has posted yet, by area and step',
  permission: 'publicity.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(WaitingNotice) }),
});

const Draft = z.object({
  area: z.string(),
  areaCode: z.string(),
  kind: z.enum(noticeKinds),
  title: Bilingual,
  verified: z.boolean(),
  /** Set where it is about villages or counties themselves. */
  subject: z.literal('area').optional(),
  columns: z.array(Column),
  households: z.array(
    z.object({
      case: z.string(),
      /** Of a village or county, its name. */
      headName: z.string().nullable(),
      place: z.string(),
      cells: z.array(Cell),
    }),
  ),
  /** Why the asker cannot post it; null where they can. */
  barred: Bilingual.nullable(),
  term: Bilingual,
  firstDay: PlainDateText,
  leastLastDay: PlainDateText,
  office: z.string(),
  place: z.string(),
  objectionPhone: z.string(),
  supervisionPhone: z.string(),
});
export type NoticeDraft = z.infer<typeof Draft>;

export const draftNotice = route({
  method: 'GET',
  path: '/api/publicity/draft',
  summary: 'What a notice of the cases that wait at a step of an area would show',
  permission: 'publicity.post',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText,
    process: z.string().max(60),
    step: z.string().max(60),
  }),
  output: Draft,
});

export const noticeCasesMost = 500;

const Posting = {
  cases: z.array(IdText).min(1).max(noticeCasesMost),
  place: z.string().trim().min(1).max(200),
  office: z.string().trim().min(1).max(100),
  remark: z.string().trim().max(500).default(''),
  lastDay: PlainDateText.optional(),
  objectionPhone: z.string().trim().min(3).max(30),
  supervisionPhone: z.string().trim().min(3).max(30),
};
const PostedNotice = z.object({ id: z.string(), code: z.string(), hash: z.string() });

export const postPublicNotice = route({
  method: 'POST',
  path: '/api/publicity/notices',
  summary: 'Compiles one notice of many cases at one step and posts it in each of them',
  permission: 'publicity.post',
  area: 'own',
  audit: 'publicity.post',
  body: z.object(Posting),
  output: PostedNotice,
});

const NoticeParams = z.object({ id: IdText });

export const correctNotice = route({
  method: 'POST',
  path: '/api/publicity/notices/:id/correction',
  summary: 'Takes a notice down with the reason and posts it anew for its full days',
  permission: 'publicity.post',
  area: 'row',
  audit: 'publicity.correct',
  params: NoticeParams,
  body: z.object({ ...Posting, reason: z.string().trim().min(1).max(500) }),
  output: PostedNotice,
});

const ObjectionRow = z.object({
  id: z.string(),
  number: z.string(),
  /** Number on the list; null where it is about the list as a whole. */
  line: z.number().int().nullable(),
  channel: z.enum(['page', 'clerk']),
  filedOn: PlainDateText,
  dueOn: PlainDateText,
  isLate: z.boolean(),
  verdict: z.enum(['upheld', 'rejected']).nullable(),
  answer: z.string().nullable(),
  answeredOn: PlainDateText.nullable(),
  answeredBy: z.string().nullable(),
});
export type ObjectionRow = z.infer<typeof ObjectionRow>;

export const Notice = NoticeRow.extend({
  code: z.string(),
  content: NoticeContent,
  hash: z.string(),
  /** The stored bytes still have the hash they were stored with. */
  isIntact: z.boolean(),
  process: z.string(),
  step: z.string(),
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  withdrawn: z.object({ on: PlainDateText, by: z.string(), reason: z.string() }).nullable(),
  items: z.array(
    z.object({
      line: z.number().int(),
      case: z.string(),
      /** Null of a village or county itself, whose name stands instead of a head's. */
      household: z.string().nullable(),
      headName: z.string().nullable(),
      step: Bilingual.nullable(),
      end: Bilingual.nullable(),
    }),
  ),
  evidence: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(evidenceKinds),
      on: PlainDateText,
      note: z.string(),
      /** The picture of it, where one was handed in. */
      attachment: z.string().nullable(),
      by: z.string(),
    }),
  ),
  objectionList: z.array(ObjectionRow),
  /** If it were posted anew today. */
  leastLastDay: PlainDateText,
  term: Bilingual,
  mayCorrect: z.boolean(),
  mayTakeDown: z.boolean(),
  mayEnter: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const getNotice = route({
  method: 'GET',
  path: '/api/publicity/notices/:id',
  summary: 'One notice: what it shows, its cases, evidence, objections and whether its hash holds',
  permission: 'publicity.read',
  area: 'row',
  audit: null,
  params: NoticeParams,
  output: Notice,
});

export const enterEvidence = route({
  method: 'POST',
  path: '/api/publicity/notices/:id/evidence',
  summary: 'Enters that the paper hung on its first or last day',
  permission: 'publicity.post',
  area: 'row',
  audit: 'publicity.evidence',
  params: NoticeParams,
  body: z.object({
    kind: z.enum(evidenceKinds),
    on: PlainDateText,
    note: z.string().trim().min(1).max(200),
    /** A picture handed in for this notice before. */
    attachment: IdText.optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const Objecting = {
  /** Number on the list; absent where it is about the list as a whole. */
  line: z.number().int().min(1).optional(),
  text: z.string().trim().min(4).max(1000),
  name: z.string().trim().max(60).optional(),
  phone: z.string().trim().max(30).optional(),
};
export const Receipt = z.object({
  number: z.string(),
  receipt: z.string(),
  dueOn: PlainDateText,
});

export const takeObjection = route({
  method: 'POST',
  path: '/api/publicity/notices/:id/objections',
  summary: 'Writes down an objection of somebody who called or came',
  permission: 'publicity.post',
  area: 'row',
  audit: 'publicity.object',
  params: NoticeParams,
  body: z.object(Objecting),
  output: Receipt,
});

export const listObjections = route({
  method: 'GET',
  path: '/api/publicity/objections',
  summary: 'Objections of the public in an area that wait for an answer, by their last day',
  permission: 'publicity.hear',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(ObjectionRow.extend({ notice: z.string(), title: Bilingual })),
  }),
});

export const openObjection = route({
  method: 'GET',
  path: '/api/publicity/objections/:id',
  summary: 'Opens an objection: what it says and who raised it; each opening is kept',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.open',
  params: z.object({ id: IdText }),
  output: z.object({
    id: z.string(),
    text: z.string(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    /** Why the asker may not answer; null where they may. */
    barred: Bilingual.nullable(),
  }),
});

export const answerPublicObjection = route({
  method: 'POST',
  path: '/api/publicity/objections/:id/answer',
  summary: 'Upholds or rejects an objection of the public, by somebody who took no part before',
  permission: 'publicity.hear',
  area: 'row',
  audit: 'publicity.answer',
  params: z.object({ id: IdText }),
  body: z.object({
    verdict: z.enum(['upheld', 'rejected']),
    reason: z.string().trim().min(1).max(1000),
  }),
  output: z.object({ id: z.string() }),
});
