// Probes of ties between units and households, and of the board of supply and demand.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const none = '06e29a00-0000-8000-9000-00000000ffff';
const inPlace = ({ village, township, county }: PlantedSide) =>
  [village, township, county].map((area) => ({ query: { area } }));
const ofFirm = ({ others }: PlantedSide) => ({ params: { id: others.firm ?? none } });
const sheet = { name: '带动.csv', bytes: Buffer.from('谁,哪户\n甲,乙\n') };

export const tieProbes: Readonly<Record<string, Probe>> = {
  'GET /api/workforce/ties': { fill: inPlace },
  'GET /api/workforce/ties/file': {
    fill: (side) => [
      ...inPlace(side),
      { query: { area: side.county, unit: side.others.firm ?? none } },
    ],
  },
  'POST /api/workforce/ties/file': {
    fill: ({ village }) => ({ query: { area: village }, file: sheet }),
    own: ['workforce/tie-headings-missing'],
  },
  'GET /api/workforce/units/:id': { fill: ofFirm },
  'GET /api/workforce/units/:id/ties': { fill: ofFirm },
  'POST /api/workforce/units/:id/ties': {
    fill: (side) => ({
      ...ofFirm(side),
      body: { householdNo: 'none', way: 'job', from: '2016-09-01' },
    }),
    own: ['workforce/tie-refused'],
  },
  'POST /api/workforce/ties/:id/end': {
    fill: ({ others }) => ({
      params: { id: others.tie ?? none },
      body: { on: '2016-09-30', reason: '到期' },
    }),
    own: ['workforce/tie-ended'],
  },
  'GET /api/workforce/market': { fill: inPlace },
  'POST /api/workforce/market': {
    fill: ({ village }) => ({
      body: {
        area: village,
        kind: 'offered',
        product: '核桃',
        contact: '某人',
        until: '2016-12-31',
        // A helper may post in their own village: the unit is what nobody has.
        unit: none,
      },
    }),
    own: ['workforce/no-such-unit'],
  },
  'POST /api/workforce/market/:id/closing': {
    fill: ({ others }) => ({ params: { id: others.market ?? none }, body: { outcome: '卖完' } }),
    own: ['workforce/market-notice-closed'],
  },
};
