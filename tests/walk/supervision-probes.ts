// Probes of verification and samples.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
/** A household alone has no round. */
const ofRound = (body?: object) => {
  return ({ others, households }: PlantedSide) => {
    const { campaign, order } = others;
    if (campaign === undefined || order === undefined) return [];
    const params = { id: campaign, household: households[0] ?? '', order };
    return [{ params, ...(body === undefined ? {} : { body }) }];
  };
};
const ofHousehold = (body?: object) => {
  return ({ households }: PlantedSide) => ({
    params: { id: households[0] ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};
const claim = { right: 0.98, confidence: 0.95 };
const stages = [{ unit: 'household', take: { count: 1 }, how: 'random' }];
/** The planted round names rules that are nowhere installed: the use case was reached. */
const gone = ['supervision/rules-gone'];
const noRules = ['targeting/no-sheet'];

export const supervisionProbes: Readonly<Record<string, Probe>> = {
  'GET /api/supervision/designs': { fill: inPlace },
  'GET /api/supervision/previews': {
    fill: ({ village }) => ({
      query: { area: village, plan: JSON.stringify({ population: 'all', claim, stages }) },
    }),
    own: noRules,
  },
  'GET /api/supervision/campaigns': { fill: inPlace },
  'GET /api/supervision/campaigns/:id': { fill: ofRound() },
  'POST /api/supervision/campaigns': {
    fill: ({ village }) => ({
      body: { area: village, title: '核查', population: 'all', claim, stages, teams: ['一组'] },
    }),
    own: noRules,
  },
  'POST /api/supervision/campaigns/:id/draw': {
    fill: ofRound({}),
    own: ['supervision/drawn-already'],
  },
  'GET /api/supervision/campaigns/:id/proof': { fill: ofRound() },
  'GET /api/supervision/campaigns/:id/frame': { fill: ofRound() },
  'POST /api/supervision/campaigns/:id/raters': { fill: ofRound({ code: '123456' }) },
  'GET /api/supervision/campaigns/:id/sample': { fill: ofRound() },
  'GET /api/supervision/campaigns/:id/households/:household/sheet': {
    fill: ofRound(),
    own: ['supervision/not-in-team', 'supervision/scored-already'],
  },
  'POST /api/supervision/campaigns/:id/households/:household/ratings': {
    fill: ofRound({ items: [1] }),
    own: ['supervision/not-in-team', 'supervision/scored-already'],
  },
  'GET /api/supervision/campaigns/:id/households/:household/scores': { fill: ofRound() },
  'GET /api/supervision/campaigns/:id/report': { fill: ofRound(), own: gone },
  'GET /api/supervision/campaigns/:id/report/file': { fill: ofRound(), own: gone },
  'POST /api/supervision/campaigns/:id/orders': {
    fill: ofRound({ team: 'team1', reason: '统一尺度', dueOn: '2016-10-08' }),
  },
  'POST /api/supervision/campaigns/:id/orders/:order/answer': {
    fill: ofRound({ answer: '已统一' }),
    own: ['supervision/not-in-team'],
  },
  'POST /api/supervision/campaigns/:id/sessions': {
    fill: (side) =>
      ofRound()(side).map((filling) => ({
        ...filling,
        body: {
          area: side.village,
          heldOn: '2016-09-20',
          team: '一组',
          households: 3,
          observers: ['群众甲'],
        },
      })),
  },
  'POST /api/supervision/campaigns/:id/closing': { fill: ofRound({ reason: '到期' }) },
  'GET /api/supervision/households/:id/sources': { fill: ofHousehold() },
  'POST /api/supervision/households/:id/entries': {
    fill: ofHousehold({
      method: 'neighbourCheck',
      informant: '邻居',
      askedOn: '2016-09-20',
      answers: [],
    }),
    own: ['supervision/no-verification'],
  },
  'POST /api/supervision/households/:id/kin': {
    fill: ofHousehold({ isKin: true, cadre: '村主任', relation: '兄弟' }),
  },
  'GET /api/supervision/teams': { fill: inPlace },
  'POST /api/supervision/teams': {
    fill: ({ village }) => ({
      body: { area: village, name: '一分队', members: [{ name: '甲', origin: 'county' }] },
    }),
  },
};
