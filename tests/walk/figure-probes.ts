// Probes of published figures and of reports. What packs hold was published and names no place.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const table = '名称,数值,单位\n在册,18434,户\n';
/** Where a place has none of its own, an id that nobody has. */
const noReport = '00000000-0000-4000-8000-000000000000';
const report = ({ others }: PlantedSide) => ({ params: { id: others.report ?? noReport } });

export const figureProbes: Readonly<Record<string, Probe>> = {
  'GET /api/insight/figures': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/insight/figures/:pack/:claim': {
    namesNothing: true,
    fill: () => ({ params: { pack: 'tea-club', claim: 'all' } }),
    own: ['insight/no-such-claim'],
  },
  'POST /api/insight/figure-checks': { namesNothing: true, fill: () => ({ body: { table } }) },
  'GET /api/insight/figure-reports': { namesNothing: true, fill: () => ({}) },
  'POST /api/insight/figure-reports': {
    namesNothing: true,
    fill: () => ({ body: { title: '试验', table } }),
  },
  'GET /api/insight/figure-reports/:id': { fill: report },
  'POST /api/insight/figure-reports/:id/publication': {
    fill: report,
    own: ['insight/already-published'],
  },
};
