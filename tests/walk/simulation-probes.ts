// Probes of trying rules, and of saved trials.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const trial = ({ others }: PlantedSide) => ({ params: { id: others.trial ?? '' } });
const inPlace = ({ village, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: county } },
];

export const simulationProbes: Readonly<Record<string, Probe>> = {
  'GET /api/insight/simulations/rules': { fill: inPlace },
  'GET /api/insight/simulations': {
    fill: (side) => [...inPlace(side), { query: { draft: side.others.draft ?? '' } }],
    own: ['targeting/no-sheet', 'insight/draft-does-not-stand'],
  },
  'GET /api/insight/simulations/households': {
    fill: (side) => [...inPlace(side), { query: { part: side.village } }],
    own: ['targeting/no-sheet'],
  },
  'GET /api/insight/trials': { fill: inPlace },
  'GET /api/insight/trials/:id': { fill: trial },
  'POST /api/insight/trials': {
    fill: ({ village }) => ({
      body: {
        area: village,
        name: '试',
        reasons: '看看',
        changes: [{ kind: 'cutOff', value: 1 }],
      },
    }),
    own: ['targeting/no-sheet'],
  },
  'DELETE /api/insight/trials/:id': { fill: trial, own: ['insight/not-your-trial'] },
};
