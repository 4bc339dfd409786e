// Probes of departments' lists, pairs and leads.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const ofList = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.comparisonList ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};
const ofLead = (body: (side: PlantedSide) => object) => (side: PlantedSide) => ({
  params: { id: side.others.lead ?? '' },
  body: body(side),
});
const sheet = { name: 'rows.csv', bytes: Buffer.from('姓名,身份证号\r\n张三,1\r\n') };

export const comparisonProbes: Readonly<Record<string, Probe>> = {
  'GET /api/targeting/comparison/kinds': { namesNothing: true, fill: () => ({}) },
  'GET /api/targeting/lists': { fill: inPlace },
  'POST /api/targeting/lists': {
    fill: ({ village }) => ({ body: { area: village, kind: 'vehicles', title: '车辆' } }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/targeting/lists/:id': { fill: ofList() },
  'POST /api/targeting/lists/:id/key': { fill: ofList(), own: ['targeting/key-not-needed'] },
  'POST /api/targeting/lists/:id/file': {
    fill: ({ others }) => ({ params: { id: others.comparisonList ?? '' }, file: sheet }),
  },
  'PUT /api/targeting/lists/:id/mapping': {
    fill: ofList({ columns: [] }),
    own: ['targeting/list-has-no-file', 'targeting/list-busy'],
  },
  'POST /api/targeting/lists/:id/check': { fill: ofList(), own: ['targeting/list-has-no-file'] },
  'POST /api/targeting/lists/:id/run': {
    fill: ofList(),
    own: ['targeting/list-has-no-file', 'targeting/list-not-checked', 'targeting/list-busy'],
  },
  'DELETE /api/targeting/lists/:id': { fill: ofList(), own: ['targeting/list-busy'] },
  'GET /api/targeting/pairs': { fill: inPlace },
  'POST /api/targeting/pairs/:id/verdict': {
    fill: ({ others }) => ({
      params: { id: others.pair ?? '' },
      body: { verdict: 'different' },
    }),
  },
  'GET /api/targeting/leads': { fill: inPlace },
  'GET /api/targeting/leads/counts': { namesNothing: true, fill: inPlace },
  'GET /api/targeting/leads/:id': { fill: ({ others }) => ({ params: { id: others.lead ?? '' } }) },
  'GET /api/targeting/households/:id/leads': {
    fill: ({ households }) => ({ params: { id: households[0] ?? '' } }),
  },
  'POST /api/targeting/leads/:id/answer': {
    fill: ofLead(({ others }) => ({
      seen: 1,
      answers: [{ hit: others.hit ?? '', answer: 'itIsSo' }],
    })),
    by: 'lin',
  },
  'POST /api/targeting/leads/:id/verdict': {
    fill: ofLead(({ others }) => ({
      seen: 2,
      verdicts: [{ hit: others.hit ?? '', verdict: 'upheld' }],
      reason: '查过',
    })),
  },
};
