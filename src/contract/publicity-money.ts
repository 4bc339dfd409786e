// Notices of projects and of money: drafted from the books, posted, taken down with a reason.
import { z } from 'zod';
import { noticeTopics } from '#domain/publicity/money-notice.ts';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { NoticeContent } from './publicity.ts';
import { route } from './route.ts';

export const MoneyDraft = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  topic: z.enum(noticeTopics),
  content: NoticeContent,
  /** How long it has to hang. */
  term: Bilingual,
  /** False where a rule nobody verified, or none, says so. */
  daysVerified: z.boolean(),
  leastLastDay: PlainDateText,
  office: z.string(),
  place: z.string(),
  objectionPhone: z.string(),
  supervisionPhone: z.string(),
  /** Notices of the same kind about the same thing that hang or hung. */
  earlier: z.array(
    z.object({
      id: z.string(),
      firstDay: PlainDateText,
      lastDay: PlainDateText,
      isOver: z.boolean(),
    }),
  ),
});
export type MoneyDraft = z.infer<typeof MoneyDraft>;

export const draftMoneyNotice = route({
  method: 'GET',
  path: '/api/publicity/money-draft',
  summary: 'What a notice of a project, or of the money of an area, would show',
  permission: 'publicity.post',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText,
    topic: z.enum(noticeTopics),
    project: IdText.optional(),
  }),
  output: MoneyDraft,
});

export const postMoneyNotice = route({
  method: 'POST',
  path: '/api/publicity/money-notices',
  summary: 'Compiles a notice of a project or of money and posts it for its full days',
  permission: 'publicity.post',
  area: 'body.area',
  audit: 'publicity.post-money',
  body: z.strictObject({
    area: AreaCodeText,
    topic: z.enum(noticeTopics),
    project: IdText.nullable().default(null),
    place: z.string().trim().min(1).max(200),
    office: z.string().trim().min(1).max(100),
    remark: z.string().trim().max(500).default(''),
    lastDay: PlainDateText.optional(),
    objectionPhone: z.string().trim().min(3).max(30),
    supervisionPhone: z.string().trim().min(3).max(30),
  }),
  output: z.object({ id: z.string(), code: z.string(), hash: z.string() }),
});

export const takeDownMoneyNotice = route({
  method: 'POST',
  path: '/api/publicity/money-notices/:id/withdrawal',
  summary: 'Takes a notice of a project or of money down, with the reason',
  permission: 'publicity.post',
  area: 'row',
  audit: 'publicity.take-down-money',
  params: z.object({ id: IdText }),
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  output: z.object({ id: z.string() }),
});

export const listProjectNotices = route({
  method: 'GET',
  path: '/api/publicity/project-notices',
  summary: 'Notices of one project, with how long they hang',
  permission: 'publicity.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText, project: IdText }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        topic: z.enum(noticeTopics),
        title: Bilingual,
        firstDay: PlainDateText,
        lastDay: PlainDateText,
        isOver: z.boolean(),
        isWithdrawn: z.boolean(),
      }),
    ),
    term: Bilingual,
    daysVerified: z.boolean(),
    mayPost: z.boolean(),
  }),
});
