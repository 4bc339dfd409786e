// Probes of money.
import { findingRules } from '#domain/funds/finding.ts';
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const named = (name: string, body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others[name] ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};

const someFile = { name: '名册.csv', bytes: Buffer.from('户编号,金额\n1,1') };

export const fundsProbes: Readonly<Record<string, Probe>> = {
  'GET /api/funds/books': { fill: inPlace },
  'GET /api/funds/lines': { fill: inPlace },
  'GET /api/funds/entries/:id': { fill: named('fundEntry') },
  'POST /api/funds/entries/:id/reversal': {
    fill: named('fundEntry', { on: '2016-09-30', reason: '误记' }),
    own: ['funds/reversed-already'],
  },
  'GET /api/funds/accounts/:id': { fill: named('fundAccount') },
  'GET /api/funds/findings': { fill: inPlace },
  'GET /api/funds/findings/:rule': {
    fill: (side) =>
      findingRules.flatMap((rule) =>
        inPlace(side).map((filling) => ({ ...filling, params: { rule } })),
      ),
  },
  'POST /api/funds/findings/look': {
    fill: ({ county }) => [{ body: { area: county } }],
  },
  'GET /api/funds/evidence': {
    fill: (side) =>
      inPlace(side).map(({ query }) => ({
        query: { ...query, from: '2016-01-01', to: '2016-12-31' },
      })),
    own: ['funds/nothing-in-period'],
  },
  'GET /api/funds/flow': { fill: inPlace },
  'GET /api/funds/consolidation': { fill: inPlace },
  'GET /api/funds/trails/:id': { fill: named('fundEntry') },
  'GET /api/funds/trails/:id/payments': {
    fill: ({ others }) => ({
      params: { id: others.fundEntry ?? '' },
      query: { account: others.fundAccount ?? '', memo: '', on: '2016-03-01' },
    }),
  },
  'GET /api/funds/balances': { fill: inPlace },
  'GET /api/funds/choices': { fill: inPlace },
  'GET /api/funds/orders': { fill: inPlace },
  'POST /api/funds/orders': {
    fill: ({ village, county }) =>
      [village, county].map((area) => ({
        body: {
          area,
          kind: 'plan',
          on: '2016-03-01',
          document: '环财〔2016〕1号',
          source: 'social/商会',
          purpose: 'INDUSTRY',
          amount: 100,
        },
      })),
    own: ['funds/unknown-use'],
  },
  'POST /api/funds/orders/:id/answer': {
    fill: named('fundOrder', { approve: true }),
    own: ['funds/order-ended'],
  },
  'POST /api/funds/orders/:id/withdrawal': {
    fill: named('fundOrder'),
    own: ['funds/not-yours', 'funds/order-ended'],
  },
  'GET /api/funds/lists': { fill: inPlace },
  'GET /api/funds/purses': { fill: inPlace },
  'POST /api/funds/lists': {
    fill: ({ village, others }) => ({
      body: {
        area: village,
        title: '名册',
        document: '名册1号',
        payOn: '2016-03-01',
        purse: others.fundAccount ?? '',
      },
    }),
    own: ['funds/cannot-take-from'],
  },
  'GET /api/funds/lists/:id': { fill: named('paymentList') },
  'GET /api/funds/lists/:id/payments': { fill: named('paymentList') },
  'POST /api/funds/lists/:id/file': {
    fill: ({ others }) => ({ params: { id: others.paymentList ?? '' }, file: someFile }),
    own: ['funds/not-yours'],
  },
  'POST /api/funds/lists/:id/check': { fill: named('paymentList'), own: ['funds/not-yours'] },
  'POST /api/funds/lists/:id/submission': { fill: named('paymentList'), own: ['funds/not-yours'] },
  'POST /api/funds/lists/:id/answer': {
    fill: named('paymentList', { approve: true }),
    own: ['funds/list-not-ready'],
  },
  'GET /api/funds/lists/:id/bank-file': { fill: named('paymentList'), own: ['funds/not-yours'] },
  'POST /api/funds/lists/:id/bank-answer': {
    fill: ({ others }) => ({ params: { id: others.paymentList ?? '' }, file: someFile }),
    own: ['funds/not-yours'],
  },
  'POST /api/funds/lists/:id/retry': {
    fill: named('paymentList', { document: '补付1号', payOn: '2016-03-01' }),
    own: ['funds/not-yours'],
  },
  'POST /api/funds/lists/:id/discard': { fill: named('paymentList'), own: ['funds/not-yours'] },
  'GET /api/funds/households/:id': {
    fill: ({ households }) => ({ params: { id: households[0] ?? '' } }),
  },
  'POST /api/funds/payments/:id/answer': {
    fill: named('payment', { answer: '已核对' }),
    own: ['funds/nothing-disputed'],
  },
  'POST /api/funds/payments/:id/word': {
    fill: named('payment', { word: 'confirmed' }),
    by: 'ma',
    own: ['funds/word-given'],
  },
  'GET /api/funds/months': { fill: inPlace },
  'POST /api/funds/months': {
    fill: ({ county }) => ({ body: { area: county, month: '2015-01', state: 'closed' } }),
    own: ['funds/month-as-it-is', 'funds/orders-wait'],
  },
};
