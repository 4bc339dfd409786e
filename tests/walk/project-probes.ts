// Probes of projects.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const inPlace = ({ village, township, county }: PlantedSide) => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const named = (body?: object) => {
  return ({ others }: PlantedSide) => ({
    params: { id: others.project ?? '' },
    ...(body === undefined ? {} : { body }),
  });
};

const draft = {
  title: '村道硬化',
  kind: 'ROAD',
  level: 'village',
  mode: 'ordinary',
  year: 2016,
  planned: 100_00,
};

export const projectProbes: Readonly<Record<string, Probe>> = {
  'GET /api/funds/projects': { fill: inPlace },
  'GET /api/funds/projects/file': { fill: inPlace },
  'GET /api/funds/projects/counts': { fill: inPlace },
  'GET /api/funds/projects/choices': { fill: inPlace },
  'POST /api/funds/projects': {
    fill: ({ village, county }) => [village, county].map((area) => ({ body: { area, ...draft } })),
    own: ['funds/unknown-kind'],
  },
  'GET /api/funds/projects/:id': { fill: named() },
  'PUT /api/funds/projects/:id': {
    fill: named({ version: 1, ...draft }),
    own: ['funds/unknown-kind', 'funds/project-changed'],
  },
  'GET /api/funds/projects/:id/households': { fill: named() },
  'POST /api/funds/projects/:id/households': { fill: named({ add: [], remove: [] }) },
  'POST /api/funds/projects/:id/acts': {
    fill: named({ act: 'settle', on: '2016-03-01' }),
    own: ['funds/wrong-project-step'],
  },
  'POST /api/funds/projects/:id/verdicts': {
    fill: named({ act: 'review', on: '2016-03-01', passes: true }),
    own: ['funds/wrong-project-step'],
  },
};
