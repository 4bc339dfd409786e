// Probes of the lists of work.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) =>
  [village, township, county].map((area) => ({ query: { area } }));
const ofProblem = ({ others }: PlantedSide) => ({ params: { id: others.problem ?? '' } });

export const monitoringProbes: Readonly<Record<string, Probe>> = {
  'GET /api/monitoring/problems': {
    fill: ({ village, county }) => [
      { query: { area: village } },
      { query: { area: county, show: 'all', late: 'yes' } },
    ],
  },
  'GET /api/monitoring/problems/counts': { fill: inPlace },
  'GET /api/monitoring/problems/file': { fill: inPlace },
  'GET /api/monitoring/problems/:id': { fill: ofProblem },
  'POST /api/monitoring/problems': {
    fill: ({ village }) => ({ body: { area: village, title: '停水' } }),
    // The rules of the planted places have no list: the use case was reached.
    own: ['monitoring/no-problem-list'],
  },
  'POST /api/monitoring/problems/:id/acts': {
    fill: (side) => ({ ...ofProblem(side), body: { seen: 1, act: 'remark', words: '看过' } }),
    own: ['monitoring/no-problem-list'],
  },
  'GET /api/monitoring/owners': { fill: inPlace },
};
