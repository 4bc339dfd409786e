// Probes of helpers and pairs.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const ofHelper = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.helper ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};
const ofHousehold = (bodyOf?: (side: PlantedSide) => object) => {
  return (side: PlantedSide) => ({
    params: { id: side.households[0] ?? '' },
    ...(bodyOf === undefined ? {} : { body: bodyOf(side) }),
  });
};

const ofProposal = (body?: object) => {
  return ({ others, households }: PlantedSide) => ({
    params: { id: others.proposal ?? '', household: households[0] ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};

export const workforceProbes: Readonly<Record<string, Probe>> = {
  'GET /api/workforce/coverage': { fill: inPlace },
  'GET /api/workforce/helpers': { fill: inPlace },
  'POST /api/workforce/helpers': {
    fill: ({ village, township, others }) => [
      { body: { name: '新人', rank: 'STAFF', area: village } },
      { body: { name: '新人', rank: 'STAFF', area: township, unit: others.unit ?? null } },
    ],
  },
  'GET /api/workforce/helpers/file': { namesNothing: true, fill: () => ({}) },
  'POST /api/workforce/helpers/file': {
    fill: ({ village }) => ({
      query: { area: village },
      file: { name: '责任人.csv', bytes: Buffer.from('姓名,职务\n某人,科员\n') },
    }),
    own: ['workforce/helper-headings-missing'],
  },
  'GET /api/workforce/helpers/:id': { fill: ofHelper() },
  'PATCH /api/workforce/helpers/:id': {
    fill: ({ others, village }) => [
      { params: { id: others.helper ?? '' }, body: { version: 1, title: '改', area: village } },
      { params: { id: others.helper ?? '' }, body: { version: 2, title: '再改' } },
    ],
    own: ['workforce/changed-meanwhile', 'workforce/helper-left'],
  },
  'PUT /api/workforce/helpers/:id/kin': {
    fill: ({ others, households }) => ({
      params: { id: others.helper ?? '' },
      body: { households: [households[1] ?? households[0] ?? ''] },
    }),
    own: ['workforce/helper-left'],
  },
  'POST /api/workforce/helpers/:id/leave': {
    fill: ofHelper({ from: '2016-09-30' }),
    own: ['workforce/helper-left'],
  },
  'POST /api/workforce/helpers/:id/return': {
    fill: ofHelper(),
    own: ['workforce/not-away', 'workforce/helper-left'],
  },
  'POST /api/workforce/helpers/:id/departure': {
    fill: ofHelper({ reason: '调动' }),
    own: ['workforce/helper-left'],
  },
  'GET /api/workforce/uncovered': { fill: inPlace },
  'GET /api/workforce/handovers': { fill: inPlace },
  'GET /api/workforce/households/:id/candidates': { fill: ofHousehold() },
  'POST /api/workforce/households/:id/pairing': {
    fill: ofHousehold(({ others }) => ({ helper: others.nextHelper ?? '' })),
    own: ['workforce/not-listed', 'workforce/already-paired', 'workforce/is-kin'],
  },
  'POST /api/workforce/households/:id/pairing/end': {
    fill: ofHousehold(() => ({ reason: '改派' })),
    own: ['workforce/not-paired'],
  },
  'POST /api/workforce/households/:id/handover': {
    fill: ofHousehold(({ others }) => ({ helper: others.nextHelper ?? '', reason: '改派' })),
    own: ['workforce/offer-open', 'workforce/not-paired'],
  },
  'POST /api/workforce/handovers/:id/answer': {
    fill: ({ others }) => ({
      params: { id: others.handover ?? '' },
      body: { accept: false, reason: '路远' },
    }),
    own: ['workforce/no-such-handover'],
  },

  'POST /api/workforce/proposals': {
    fill: ({ village, county }) => [{ body: { area: village } }, { body: { area: county } }],
    own: ['workforce/no-quota-rule'],
  },
  'GET /api/workforce/proposals': { fill: inPlace },
  'GET /api/workforce/proposals/:id': { fill: ofProposal() },
  'GET /api/workforce/proposals/:id/pairs': { fill: ofProposal() },
  'PATCH /api/workforce/proposals/:id/pairs/:household': {
    fill: ofProposal({ helper: null }),
    own: ['workforce/proposal-closed'],
  },
  'POST /api/workforce/proposals/:id/confirmation': {
    fill: ofProposal(),
    own: ['workforce/proposal-closed'],
  },
  'POST /api/workforce/proposals/:id/discard': {
    fill: ofProposal(),
    own: ['workforce/proposal-closed'],
  },

  'GET /api/workforce/households/:id': { fill: ofHousehold() },
  'GET /api/workforce/due': { fill: inPlace },
  'GET /api/workforce/due/counts': { fill: inPlace },
  'POST /api/workforce/households/:id/visits': { fill: ofHousehold(() => ({ on: '2016-09-30' })) },
  'GET /api/workforce/visits/doubted': { fill: inPlace },
  'GET /api/workforce/findings': { fill: inPlace },
  'POST /api/workforce/findings/:id/closing': {
    fill: ({ others }) => ({ params: { id: others.finding ?? '' } }),
    own: ['workforce/no-such-finding'],
  },
  'POST /api/workforce/interviews': {
    fill: ({ others }) => ({
      body: { unit: others.unit ?? '', on: '2016-09-30', reason: '迟', outcome: '改' },
    }),
  },
  'GET /api/workforce/interviews': { fill: inPlace },
};
