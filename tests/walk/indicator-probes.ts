// Probes of indicators of villages and counties.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const named = ({ side }: PlantedSide) => ({
  set: `set-${side}`,
  asOf: '2016-09-20',
  evidence: '验收单',
});
/** The rules of the planted places list no indicators: the use case was reached. */
const own = ['registry/no-such-indicator-set'];

export const indicatorProbes: Readonly<Record<string, Probe>> = {
  'GET /api/registry/indicators': {
    fill: ({ village, township, county }) =>
      [village, township, county].map((area) => ({ query: { area } })),
  },
  'PUT /api/registry/indicators': {
    fill: (side) => ({
      body: {
        ...named(side),
        area: side.village,
        cells: [{ area: side.village, indicator: 'one', text: '1' }],
      },
    }),
    own,
  },
  'GET /api/registry/indicators/entries': {
    fill: ({ village }) => ({ query: { area: village, set: 'planted', indicator: 'one' } }),
  },
  'PUT /api/registry/indicators/owner': {
    fill: ({ county, others }) => ({
      body: { area: county, set: 'planted', account: others.account ?? 'nobody' },
    }),
    own,
  },
  'GET /api/registry/indicators/file': {
    fill: ({ village }) => ({ query: { area: village, set: 'planted' } }),
    own,
  },
  'POST /api/exchange/indicators': {
    fill: (side) => ({
      query: { ...named(side), area: side.village },
      file: { name: '指标.csv', bytes: Buffer.from('代码,一\r\n1,2\r\n') },
    }),
    own,
  },
};
