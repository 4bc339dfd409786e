// The board of supply and demand: farm produce that is offered or wanted, and advice on growing, until a day.
import { z } from 'zod';
import { marketKinds } from '#domain/workforce/market.ts';
import { AreaCodeText, IdText, OneParams, PlainDateText, Words } from './page.ts';
import { route } from './route.ts';

const MarketNotice = z.object({
  id: z.string(),
  kind: z.enum(marketKinds),
  product: z.string(),
  quantity: z.string(),
  words: z.string(),
  contact: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  place: z.string(),
  until: PlainDateText,
  daysLeft: z.number().int(),
  by: z.string(),
  mayClose: z.boolean(),
});
export type MarketNotice = z.infer<typeof MarketNotice>;

export const listMarket = route({
  method: 'GET',
  path: '/api/workforce/market',
  summary: 'What is offered, wanted and advised here and above, until its day',
  permission: 'workforce.own',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), kind: z.enum(marketKinds).optional() }),
  output: z.object({
    items: z.array(MarketNotice),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    mayPost: z.boolean(),
  }),
});

export const postMarket = route({
  method: 'POST',
  path: '/api/workforce/market',
  summary: 'Posts what is offered, wanted or advised',
  permission: 'workforce.visit',
  area: 'body.area',
  audit: 'workforce.post-market',
  body: z.object({
    area: AreaCodeText,
    kind: z.enum(marketKinds),
    product: z.string().trim().min(1).max(60),
    quantity: z.string().trim().max(60).default(''),
    words: Words,
    contact: z.string().trim().min(1).max(60),
    unit: IdText.optional(),
    until: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const closeMarket = route({
  method: 'POST',
  path: '/api/workforce/market/:id/closing',
  summary: 'Takes a notice down, with what came of it',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.close-market',
  params: OneParams,
  body: z.object({ outcome: z.string().trim().min(1).max(200) }),
  output: z.object({ id: z.string() }),
});
