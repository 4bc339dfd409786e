// Probes of exploring, of saved views and of what is sent by the clock.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const view = ({ others }: PlantedSide) => ({ params: { id: others.exploreView ?? '' } });
const bulletin = ({ others }: PlantedSide) => ({ params: { id: others.bulletin ?? '' } });
const layer = ({ others }: PlantedSide) => ({ params: { id: others.layer ?? '' } });
const inPlace = (query: Readonly<Record<string, string>>) => {
  return ({ village, county }: PlantedSide) => [
    { query: { ...query, area: village } },
    { query: { ...query, area: county } },
  ];
};

export const exploreProbes: Readonly<Record<string, Probe>> = {
  'GET /api/insight/explore': {
    fill: (side) => [
      ...inPlace({ indicator: 'registered', rows: 'cause', columns: 'part' })(side),
      ...inPlace({ indicator: 'lateShare', rows: 'part' })(side),
      ...inPlace({ indicator: 'left', rows: 'month' })(side),
    ],
  },
  'GET /api/insight/explore/file': { fill: inPlace({ rows: 'stage', format: 'csv' }) },
  'GET /api/insight/explore/choices': { fill: inPlace({ indicator: 'registered' }) },
  'GET /api/insight/explore/indicators': { namesNothing: true, fill: () => ({}) },
  'GET /api/insight/explore/households': { fill: inPlace({ what: 'joined' }) },
  'GET /api/insight/views': { namesNothing: true, fill: () => ({}) },
  'POST /api/insight/views': {
    fill: ({ village }) => ({
      body: { area: village, title: '看看', question: { indicator: 'registered' } },
    }),
  },
  'GET /api/insight/views/:id': { fill: view },
  'DELETE /api/insight/views/:id': { fill: view, own: ['insight/not-your-view'] },
  'GET /api/insight/recipients': { namesNothing: true, fill: () => ({}) },
  'POST /api/insight/views/:id/schedules': {
    fill: (side) => ({
      ...view(side),
      body: { every: 'day', format: 'xlsx', accounts: ['06e29a00-0000-8000-9000-000000000001'] },
    }),
    own: ['insight/no-such-recipient'],
  },
  'GET /api/insight/schedules': { namesNothing: true, fill: () => ({}) },
  'POST /api/insight/schedules/:id/stop': {
    fill: ({ others }) => ({ params: { id: others.schedule ?? '' } }),
  },
  'GET /api/insight/deliveries': { namesNothing: true, fill: () => ({}) },
  'GET /api/insight/deliveries/:id/file': {
    fill: ({ others }) => ({ params: { id: others.delivery ?? '' } }),
    own: ['insight/no-such-delivery'],
  },
  'GET /api/insight/accuracies': { fill: inPlace({}) },
  'GET /api/insight/board': { fill: inPlace({}) },
  'POST /api/insight/board/placements': {
    fill: ({ village }) => ({ body: { area: village, year: 2017 } }),
  },
  'GET /api/insight/board/scenario': {
    fill: ({ county, others }) => ({ query: { area: county, trial: others.trial ?? '' } }),
    own: ['targeting/no-sheet', 'insight/no-such-trial'],
  },
  'GET /api/insight/board/network/events': {
    fill: ({ village, county }) => [
      { query: { area: village, once: true } },
      { query: { area: county, once: true } },
    ],
  },
  'GET /api/insight/layers': { fill: inPlace({}) },
  'POST /api/insight/layers': {
    fill: ({ county }) => ({
      query: { area: county, title: '影像', source: '测试', coordinates: 'WGS84' },
      file: { name: '影像.tif', bytes: Buffer.from('no picture') },
    }),
    own: ['insight/layer-file-unknown'],
  },
  'POST /api/insight/layers/servers': {
    fill: ({ county }) => ({
      body: {
        area: county,
        title: '影像',
        source: '测试',
        coordinates: 'WGS84',
        address: 'http://127.0.0.1/',
      },
    }),
    own: ['insight/tile-server-address'],
  },
  'DELETE /api/insight/layers/:id': { fill: layer },
  'GET /api/insight/layers/:id/tiles/:z/:x/:y': {
    fill: ({ others }) => ({ params: { id: others.layer ?? '', z: '10', x: '820', y: '437' } }),
  },
  'GET /api/demonstration/ground': { fill: inPlace({}) },
  'POST /api/demonstration/ground': {
    fill: ({ county }) => ({ body: { area: county } }),
    own: ['demonstration/ground-only-here'],
  },
  'DELETE /api/demonstration/ground': { fill: ({ county }) => ({ query: { area: county } }) },
  'GET /api/insight/bulletins': { fill: inPlace({}) },
  'GET /api/insight/bulletins/:id': { fill: bulletin },
  'POST /api/insight/bulletins': { fill: ({ village }) => ({ body: { area: village } }) },
  'POST /api/insight/bulletins/:id/signature': {
    fill: (side) => ({ ...bulletin(side), body: { origin: 'http://127.0.0.1:8080' } }),
  },
  'GET /api/insight/bulletins/:id/file': { fill: bulletin, own: ['insight/bulletin-unsigned'] },
};
