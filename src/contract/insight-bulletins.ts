// Monthly bulletins: made from the numbers of the pages, held against them, signed by two people, kept.
import { z } from 'zod';
import { BulletinContent } from '#domain/insight/bulletin/bulletin.ts';
import { AreaCodeText, IdText, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Signature = z.object({ name: z.string(), at: z.string() });

export const BulletinHead = z.object({
  id: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  month: Month,
  edition: z.number().int(),
  dataDay: PlainDateText,
  maker: z.string(),
  madeAt: z.string(),
  first: Signature.nullable(),
  second: Signature.nullable(),
  /** Signed, and no later edition of the same month was. */
  isCurrent: z.boolean(),
  mayMake: z.boolean(),
  /** The asker may put the next signature. */
  maySign: z.boolean(),
});
export type BulletinHead = z.infer<typeof BulletinHead>;

export const listBulletins = route({
  method: 'GET',
  path: '/api/insight/bulletins',
  summary: 'Bulletins of an area, the newest month first',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: pageOf(BulletinHead),
});

export const makeBulletin = route({
  method: 'POST',
  path: '/api/insight/bulletins',
  summary: 'Make the bulletin of a month from the numbers as they stand',
  permission: 'insight.report',
  area: 'body.area',
  audit: 'insight.make-bulletin',
  body: z.object({ area: AreaCodeText.optional(), month: Month.optional() }),
  output: z.object({ id: z.string(), edition: z.number().int() }),
});

export const BulletinView = z.object({
  head: BulletinHead,
  content: BulletinContent,
  hash: z.string(),
  token: z.string(),
});
export type BulletinView = z.infer<typeof BulletinView>;

export const getBulletin = route({
  method: 'GET',
  path: '/api/insight/bulletins/:id',
  summary: 'A bulletin as it was made, with what its numbers were held against',
  permission: 'insight.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: BulletinView,
});

export const signBulletin = route({
  method: 'POST',
  path: '/api/insight/bulletins/:id/signature',
  summary: 'Sign a bulletin: the second signature, another person’s, publishes it',
  permission: 'insight.report',
  area: 'row',
  audit: 'insight.sign-bulletin',
  params: z.object({ id: IdText }),
  /** Where this installation answers, for the code on the paper. */
  body: z.object({ origin: z.string().regex(/^https?:\/\/[\w.:[\]-]{1,120}$/) }),
  output: z.object({ signatures: z.number().int() }),
});

export const printBulletin = route({
  method: 'GET',
  path: '/api/insight/bulletins/:id/file',
  summary: 'The file that was set when the bulletin was signed',
  permission: 'insight.read',
  area: 'row',
  audit: 'insight.print-bulletin',
  kind: 'download',
  params: z.object({ id: IdText }),
});
