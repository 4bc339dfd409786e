// Probes of loans, of the banks that lend and of the papers that wait.
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
const bankBody = {
  name: '试验银行',
  agreement: '协议1号',
  agreedOn: '2016-01-01',
  agreed: 100,
  lossPercent: 70,
  townships: [],
  officers: [],
};

export const loanProbes: Readonly<Record<string, Probe>> = {
  'GET /api/funds/loans/summary': { fill: inPlace },
  'GET /api/funds/loans/choices': {
    fill: ({ village, county, households }) => [
      { query: { area: village } },
      { query: { area: county } },
      { query: { household: households[0] ?? '' } },
    ],
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/funds/loans': { fill: inPlace },
  'POST /api/funds/households/:id/loans': {
    fill: ({ households, others }) => ({
      params: { id: households[0] ?? '' },
      body: {
        product: 'directLoan',
        lender: others.loanBank ?? '',
        purpose: '种养',
        amount: 100,
        months: 12,
        on: '2016-09-01',
      },
    }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/funds/loans/:id': { fill: named('loan') },
  'POST /api/funds/loans/:id/withdrawal': {
    fill: named('askedLoan', { reason: '不贷了' }),
    own: ['funds/loan-act-closed'],
  },
  'POST /api/funds/loans/:id/acts': {
    fill: named('loan', { act: 'check', on: '2016-09-01', found: 'asStated', words: '已看' }),
    own: ['funds/other-bank'],
  },
  'GET /api/funds/households/:id/loans': {
    fill: ({ households }) => ({ params: { id: households[0] ?? '' } }),
  },
  'GET /api/funds/banks': { fill: inPlace },
  'POST /api/funds/banks': {
    fill: ({ county }) => ({ body: { area: county, ...bankBody } }),
    own: ['funds/bank-known'],
  },
  'PUT /api/funds/banks/:id': {
    fill: ({ others, county }) => ({
      params: { id: others.loanBank ?? '' },
      body: { area: county, ...bankBody },
    }),
  },
  'GET /api/funds/loan-papers': { fill: inPlace },
  'POST /api/funds/loan-papers/subsidies': {
    fill: ({ county }) => ({
      body: { area: county, from: '2016-01-01', until: '2016-02-01', document: '贴息1号' },
    }),
    own: ['funds/no-bank-of-yours'],
  },
  'GET /api/funds/loan-papers/:id/lines': { fill: named('loanPaper') },
  'POST /api/funds/loan-papers/:id/answer': {
    fill: named('loanPaper', { approve: false, reason: '材料不全' }),
    own: ['funds/paper-ended'],
  },
  'POST /api/funds/loan-papers/:id/withdrawal': {
    fill: named('loanPaper'),
    own: ['funds/not-yours', 'funds/paper-ended'],
  },
};
