// Probes of projects.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const named = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.project ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};

const asset = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.asset ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};

const draft = {
  title: '村道硬化',
  kind: 'ROAD',
  level: 'village',
  mode: 'ordinary',
  year: 2016,
  planned: 100_00,
};

export const projectProbes: Readonly<Record<string, Probe>> = {
  'GET /api/funds/projects': { fill: inPlace },
  'GET /api/funds/projects/file': { fill: inPlace },
  'GET /api/funds/projects/counts': { fill: inPlace },
  'GET /api/funds/projects/choices': { fill: inPlace },
  'POST /api/funds/projects': {
    fill: ({ village, county }) => [village, county].map((area) => ({ body: { area, ...draft } })),
    own: ['funds/unknown-kind'],
  },
  'GET /api/funds/projects/:id': { fill: named() },
  'PUT /api/funds/projects/:id': {
    fill: named({ version: 1, ...draft }),
    own: ['funds/unknown-kind', 'funds/project-changed'],
  },
  'GET /api/funds/projects/:id/households': { fill: named() },
  'POST /api/funds/projects/:id/households': { fill: named({ add: [], remove: [] }) },
  'POST /api/funds/projects/:id/acts': {
    fill: named({ act: 'settle', on: '2016-03-01' }),
    own: ['funds/wrong-project-step'],
  },
  'GET /api/funds/assets': { fill: inPlace },
  'GET /api/funds/assets/counts': { fill: inPlace },
  'POST /api/funds/projects/:id/assets': {
    fill: ({ others }) => ({
      params: { id: others.project ?? '' },
      body: {
        title: '水柜',
        kind: 'public',
        value: 100,
        formedOn: '2016-03-01',
      },
    }),
    own: ['funds/not-finished'],
  },
  'GET /api/funds/assets/:id': { fill: asset() },
  'POST /api/funds/assets/:id/acts': {
    fill: asset({ act: 'keepUp', on: '2016-03-02', cost: 0 }),
    own: ['funds/wrong-asset-state'],
  },
  'POST /api/funds/assets/:id/count': {
    fill: asset({ condition: 'inUse', on: '2016-03-02' }),
    own: ['funds/counted-already'],
  },
  'POST /api/funds/assets/:id/shares': {
    fill: asset({
      on: '2016-03-02',
      document: '分配1号',
      payer: '电网',
      rows: [{ householdNo: '1', amount: 1 }],
    }),
    own: ['funds/wrong-asset-state', 'funds/households-unknown'],
  },
  'POST /api/funds/shares/:id/answer': {
    fill: ({ others }) => ({
      params: { id: others.assetShare ?? '' },
      body: { approve: false, reason: '名单有误' },
    }),
    own: ['funds/no-such-share'],
  },
  'GET /api/funds/shares/:id/households': {
    fill: ({ others }) => ({ params: { id: others.assetShare ?? '' } }),
  },
  'GET /api/funds/rules': { fill: inPlace },
  'GET /api/funds/rules/:rule/short': {
    fill: ({ village, county }) =>
      [village, county].map((area) => ({
        params: { rule: 'fundFloors' },
        query: { area, of: 'perVillage' },
      })),
    own: ['funds/no-such-rule'],
  },
  'POST /api/funds/rules/:rule/base': {
    fill: ({ county }) => ({
      params: { rule: 'idleFunds' },
      body: { area: county, limit: 'idle', year: 2016, amount: 100, document: '环财〔2016〕1号' },
    }),
    own: ['funds/no-such-rule'],
  },
  'POST /api/funds/projects/:id/verdicts': {
    fill: named({ act: 'review', on: '2016-03-01', passes: true }),
    own: ['funds/wrong-project-step'],
  },
};
