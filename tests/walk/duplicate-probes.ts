// Probes of duplicates and merging.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const pair = ({ others, households }: PlantedSide) => ({
  params: { id: others.duplicate ?? households[0] ?? '' },
});
const areas = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const reason = '核对过户口簿';
const merge = (side: PlantedSide) => ({
  ...pair(side),
  body: { kept: side.households[0] ?? '', choices: { members: [] }, reason, position: 1 },
});

export const duplicateProbes: Readonly<Record<string, Probe>> = {
  'GET /api/registry/duplicates': {
    fill: (side) => [...areas(side), { query: { household: side.households[0] ?? '' } }],
  },
  'GET /api/registry/duplicates/counts': { fill: areas },
  'GET /api/registry/duplicates/estimate': { fill: areas },
  'POST /api/registry/duplicates/search': {
    fill: ({ village, county }) => [{ body: { area: village } }, { body: { area: county } }],
  },
  'POST /api/registry/duplicates/look': {
    fill: ({ village }) => ({ body: { area: village, persons: [{ name: '覃大山' }] } }),
  },
  'POST /api/registry/households/:id/duplicates': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '' },
      body: { other: households[1] ?? households[0] ?? '', reason },
    }),
  },
  'GET /api/registry/duplicates/:id': { fill: pair },
  'POST /api/registry/duplicates/:id/different': {
    fill: (side) => ({ ...pair(side), body: { reason } }),
    own: ['registry/pair-not-open'],
  },
  'POST /api/registry/duplicates/:id/reopening': {
    fill: (side) => ({ ...pair(side), body: { reason } }),
    own: ['registry/pair-not-open'],
  },
  'POST /api/registry/duplicates/:id/merge': {
    fill: merge,
    own: ['registry/wrong-member', 'registry/pair-not-open'],
  },
  'POST /api/registry/duplicates/:id/confirmation': {
    fill: (side) => ({ ...pair(side), body: { position: 1 } }),
    own: ['registry/pair-not-open'],
  },
  'POST /api/registry/duplicates/:id/return': {
    fill: (side) => ({ ...pair(side), body: { reason } }),
    own: ['registry/pair-not-open'],
  },
  'POST /api/registry/duplicates/:id/undo': {
    fill: (side) => ({ ...pair(side), body: { reason } }),
    own: ['registry/pair-not-open'],
  },
};
