// Probes of plans and deliveries.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const inVillage = ({ village, township }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
];
const ofHousehold = (body?: object) => {
  return ({ households }: PlantedSide) => ({
    params: { id: households[0] ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};
const of = (name: string, body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: {
      id: others[name] ?? '',
      line: others[name] ?? '',
      benefit: others.helpBenefit ?? '',
    },
    ...(body === undefined ? {} : { body }),
  });
};
const noRules = ['assistance/no-rules-here'];
const content = { revision: 1, fromYear: 2016, toYear: 2016, measures: [] };
const stands = ['assistance/plan-not-in-state'];

export const assistanceProbes: Readonly<Record<string, Probe>> = {
  'GET /api/assistance/households/:id': { fill: ofHousehold(), own: noRules },
  'GET /api/assistance/households/:id/changes': { fill: ofHousehold(), own: noRules },
  'POST /api/assistance/households/:id/needs': { fill: ofHousehold({ words: '缺化肥' }) },
  'POST /api/assistance/needs/:id/closing': { fill: of('helpNeed') },
  'POST /api/assistance/households/:id/plans': { fill: ofHousehold(), own: noRules },
  'GET /api/assistance/villages/:area': {
    fill: ({ village }) => ({ params: { area: village } }),
    own: noRules,
  },
  'POST /api/assistance/villages/:area/plans': {
    fill: ({ village }) => ({ params: { area: village } }),
    own: noRules,
  },
  'GET /api/assistance/plans/:id': { fill: of('helpPlan') },
  'PUT /api/assistance/plans/:id': { fill: of('helpPlan', content), own: stands },
  'POST /api/assistance/plans/:id/submission': { fill: of('helpPlan'), own: stands },
  'POST /api/assistance/plans/:id/decision': {
    fill: of('helpPlan', { approve: true }),
    own: stands,
  },
  'POST /api/assistance/measures/:line/progress': {
    fill: of('helpLine', { state: 'done', on: '2016-09-20' }),
  },
  'POST /api/assistance/targets/:line/reached': { fill: of('helpTarget', { on: '2016-09-20' }) },
  'POST /api/assistance/households/:id/benefits': {
    fill: ofHousehold({ code: 'INDUSTRY', title: '仔猪' }),
    own: noRules,
  },
  'POST /api/assistance/benefits/:id/delivery': {
    fill: of('helpBenefit', { on: '2016-09-20' }),
  },
  'POST /api/assistance/benefits/:id/answer': {
    by: 'lin',
    fill: of('helpBenefit', { arrived: false, words: '没有' }),
  },
  'POST /api/assistance/benefits/:id/settlement': {
    fill: of('helpBenefit', { arrived: true, words: '已核' }),
    own: ['assistance/own-delivery', 'assistance/nothing-disputed'],
  },
  'GET /api/assistance/disputes': { fill: inPlace },
  'POST /api/assistance/lists': {
    fill: ({ village, county }) =>
      [village, county].map((area) => ({
        body: { area, code: 'INDUSTRY', year: 2016, department: 'yang' },
      })),
    own: [...noRules, 'assistance/list-is-empty', 'assistance/no-such-department'],
  },
  'GET /api/assistance/lists': { namesNothing: true, fill: () => ({}) },
  'GET /api/assistance/lists/:id': { fill: of('helpList') },
  'GET /api/assistance/lists/:id/sheet': { fill: of('helpList') },
  'POST /api/assistance/lists/:id/sheet': {
    fill: ({ others }) => ({
      params: { id: others.helpList ?? '' },
      file: { name: '名单.csv', bytes: Buffer.from('户编号,日期\n1,2016-09-01\n') },
    }),
    own: ['assistance/list-closed'],
  },
  'POST /api/assistance/lists/:id/rows/:benefit': {
    fill: of('helpList', { deliveredOn: '2016-09-20' }),
    own: ['assistance/list-closed'],
  },
  'POST /api/assistance/lists/:id/confirmation': {
    fill: of('helpList', { on: '2016-09-20' }),
    own: ['assistance/list-closed'],
  },
  'GET /api/assistance/households/:id/books': { fill: ofHousehold() },
  'GET /api/assistance/households/:id/books/:paper': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '', paper: 'card' },
      query: { format: 'xlsx' },
    }),
  },
  'GET /api/assistance/books': { fill: inVillage },
  'GET /api/assistance/books/file': {
    fill: ({ village }) => ({ query: { area: village, format: 'xlsx' } }),
  },
  'POST /api/assistance/prints': {
    fill: ({ village, township }) => [
      { body: { area: village, paper: 'card' } },
      { body: { area: township, paper: 'card' } },
    ],
    own: ['assistance/nothing-to-print'],
  },
  'GET /api/assistance/prints/:id/file': { fill: of('helpPrint') },
  'GET /api/assistance/summary': { fill: inPlace },
  'GET /api/assistance/plans': { fill: inPlace },
};
