// Probes of charts, their versions and boards. The walk has no pack installed, so a chart of one's own is
// told to be missing; that of another place is refused before.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const chart = { pack: 'tea-club', chart: 'whoDrinks' };
const own = ['insight/no-such-chart'];
const byArea = ({ village, county }: PlantedSide) => [
  { params: chart, query: { area: village } },
  { params: chart, query: { area: county } },
];
const version = ({ others }: PlantedSide) => ({ params: { id: others.chartVersion ?? '' } });

export const chartProbes: Readonly<Record<string, Probe>> = {
  'GET /api/insight/charts': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/charts/:pack/:chart': { fill: byArea, own },
  'GET /api/insight/charts/:pack/:chart/file': {
    fill: ({ village, county }) => [
      { params: chart, query: { area: village, format: 'csv' } },
      { params: chart, query: { area: county, format: 'json' } },
    ],
    own,
  },
  'POST /api/insight/charts/:pack/:chart/versions': {
    fill: ({ village, county }) => [
      { params: chart, body: { area: village } },
      { params: chart, body: { area: county } },
    ],
    own,
  },
  'GET /api/insight/chart-versions/:id': { fill: version, own },
  'POST /api/insight/chart-versions/:id/approval': {
    fill: version,
    own: ['insight/chart-version-decided'],
  },
  'POST /api/insight/charts/:pack/:chart/boards': {
    fill: ({ village, county }) => [
      { params: chart, body: { area: village, paper: 'A3' } },
      { params: chart, body: { area: county, paper: 'A0' } },
    ],
    own,
  },
  'GET /api/insight/map': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/burden': {
    fill: ({ village, county }) => [
      { query: { area: village } },
      { query: { area: county, level: 'village' } },
    ],
  },
  'GET /api/insight/burden/asked-twice': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/burden/ask': {
    fill: ({ village, county }) =>
      [village, county].map((area) => ({
        query: { area, of: 'task', startOn: '2016-09-01', dueOn: '2016-12-31' },
      })),
  },
  'PUT /api/insight/burden/budget': {
    fill: ({ county }) => ({
      body: { area: county, level: 'helper', fields: 100, rounds: null, reason: '减负' },
    }),
    own: ['insight/budget-says-nothing'],
  },
  'GET /api/insight/quality': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/quality/:rule/households': {
    fill: ({ village, county }) => [
      { params: { rule: 'causeBlank' }, query: { area: village } },
      { params: { rule: 'identityMissing' }, query: { area: county } },
    ],
  },
  'GET /api/insight/map/points': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/map/marks': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/map/photographs': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/map/photographs/:id/picture': {
    fill: ({ others }) => ({ params: { id: others.photograph ?? '' } }),
  },
  'GET /api/insight/screen': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
    own: ['insight/no-pack-for-screen'],
  },
  'GET /api/insight/screen/events': {
    fill: ({ village, county }) => [
      { query: { area: village, once: true } },
      { query: { area: county, once: true } },
    ],
    own: ['insight/no-pack-for-screen'],
  },
  'POST /api/insight/screen/steering': {
    namesNothing: true,
    fill: () => ({ body: { to: 'next' } }),
  },
  // Anybody may ask whether a wall still holds; the answer holds no word of the place.
  'GET /api/insight/boards/:token': {
    namesNothing: true,
    fill: ({ others }) => ({ params: { token: others.boardToken ?? 'nothing-0123456789abcdef' } }),
  },
};
