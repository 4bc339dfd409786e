// Probes of the yearly lists of candidates for exit.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

/** A household has no list of its own. */
const noList = '06e29a00-0000-8000-9000-00000000fffe';

const ofList = (body?: (side: PlantedSide) => object) => (side: PlantedSide) => ({
  params: { id: side.others.candidates ?? noList },
  ...(body === undefined ? {} : { body: body(side) }),
});

export const candidateProbes: Readonly<Record<string, Probe>> = {
  'GET /api/targeting/candidates': {
    fill: ({ village, township, county }) =>
      [village, township, county].map((area) => ({ query: { area, year: '2016' } })),
  },
  'POST /api/targeting/candidates': {
    fill: ({ village }) => ({ body: { area: village, year: 2017 } }),
    by: 'zhao',
    own: ['targeting/no-candidate-rule'],
  },
  'GET /api/targeting/candidates/:id': { fill: ofList() },
  'POST /api/targeting/candidates/:id/changes': {
    fill: ofList(({ households }) => ({ household: households[0], kind: 'added', reason: '理由' })),
    by: 'zhao',
    own: ['targeting/not-on-the-list'],
  },
  'POST /api/targeting/candidates/:id/submission': { fill: ofList(), by: 'zhao' },
  'POST /api/targeting/candidates/:id/decision': {
    fill: ofList(() => ({ verdict: 'approved' })),
    own: ['targeting/not-submitted'],
  },
  'GET /api/targeting/candidates/:id/file': { fill: ofList() },
};
