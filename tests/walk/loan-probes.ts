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
const someFile = { name: '合同.txt', bytes: Buffer.from('合同') };
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
  'GET /api/funds/loans/file': { fill: inPlace },
  'GET /api/funds/loans/targets': { fill: inPlace },
  'POST /api/funds/loans/targets': {
    fill: ({ county }) => ({
      body: {
        area: county,
        year: 2016,
        kind: 'own',
        measure: 'households',
        value: 10,
        document: '任务1号',
      },
    }),
  },
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
    own: ['policy/no-pack-in-force', 'targeting/not-known-then'],
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
  'GET /api/funds/risk-fund': { fill: inPlace },
  'POST /api/funds/loan-papers/deposits': {
    fill: ({ county, others }) => [
      {
        body: {
          ...{ area: county, amount: 100, on: '2016-09-01', document: '出资1号' },
          bank: others.loanBank ?? '',
        },
      },
      {
        body: {
          ...{ area: county, amount: 100, on: '2016-09-01', document: '出资2号' },
          purse: others.fundAccount ?? '',
        },
      },
    ],
    own: ['funds/purse-needed'],
  },
  'POST /api/funds/loans/:id/claim': {
    fill: named('loan', { on: '2016-09-01', document: '代偿1号' }),
    own: ['funds/other-bank'],
  },
  'POST /api/funds/loans/:id/recovery': {
    fill: named('loan', { on: '2016-09-01', amount: 100, document: '追回1号' }),
    own: ['funds/other-bank'],
  },
  'GET /api/funds/loans/:id/files': { fill: named('loan') },
  'POST /api/funds/loans/:id/files': {
    fill: ({ others }) => ({ params: { id: others.loan ?? '' }, file: someFile }),
    own: ['funds/other-bank'],
  },
  'GET /api/funds/loans/:id/files/:file': {
    fill: ({ others }) => ({ params: { id: others.loan ?? '', file: others.loanFile ?? '' } }),
  },
  'GET /api/funds/credit/summary': { fill: inPlace },
  'GET /api/funds/credit': { fill: inPlace },
  'GET /api/funds/credit/total': { fill: inPlace },
  'GET /api/funds/households/:id/credit': {
    fill: ({ households }) => ({ params: { id: households[0] ?? '' } }),
  },
  'POST /api/funds/households/:id/grade': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '' },
      body: { grade: 'GOOD', limit: 100, on: '2016-09-01' },
    }),
    own: ['funds/reason-unknown'],
  },
  'POST /api/funds/households/:id/silence': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '' },
      body: { reason: 'AFRAID', on: '2016-09-01' },
    }),
    own: ['funds/reason-unknown'],
  },
  'GET /api/funds/associations': { fill: inPlace },
  'POST /api/funds/associations': {
    fill: ({ village }) => ({
      body: {
        ...{ area: village, name: '互助会', foundedOn: '2015-01-01', document: '1' },
        ...{ members: 1, capital: 1 },
      },
    }),
  },
  'GET /api/funds/entrusted/summary': { fill: inPlace },
  'GET /api/funds/entrusted': { fill: inPlace },
  'POST /api/funds/loans/:id/entrustment': {
    fill: named('loan', {
      on: '2016-09-01',
      document: '委托1号',
      parties: [{ name: '农投公司', duty: '承接' }],
    }),
    own: ['policy/no-pack-in-force', 'funds/no-such-product', 'funds/entrusted-already'],
  },
  'POST /api/funds/loans/:id/returns': {
    fill: named('loan', { on: '2016-09-01', amount: 1, document: '收益1号' }),
  },
  'POST /api/funds/loans/:id/winding': {
    fill: named('loan', { step: 'agreed', how: 'ownUse', on: '2016-09-01', words: '自用' }),
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
