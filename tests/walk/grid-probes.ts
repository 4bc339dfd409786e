// Probes of the grid.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const none = '06e29a00-0000-8000-9000-00000000ffff';
const inPlace = ({ village, township, county }: PlantedSide) =>
  [village, township, county].map((area) => ({ query: { area } }));
const ofCell = ({ others }: PlantedSide) => ({ params: { id: others.cell ?? none } });
const ofIncident = ({ others }: PlantedSide) => ({ params: { id: others.incident ?? none } });

export const gridProbes: Readonly<Record<string, Probe>> = {
  'GET /api/workforce/grid': { fill: inPlace },
  'POST /api/workforce/cells': {
    fill: ({ village }) => ({ body: { area: village, name: '新网格', places: [`${village}901`] } }),
  },
  'PATCH /api/workforce/cells/:id': {
    fill: (side) => ({ ...ofCell(side), body: { version: 1, name: '改名' } }),
    own: ['workforce/cell-changed'],
  },
  'POST /api/workforce/cells/:id/officer': {
    fill: (side) => ({ ...ofCell(side), body: { name: '新人' } }),
  },
  'POST /api/workforce/cells/:id/end': {
    fill: ofCell,
    own: ['workforce/cell-has-open-events'],
  },
  'GET /api/workforce/cells/:id': { fill: ofCell },
  'GET /api/workforce/cells/:id/households': { fill: ofCell },
  'POST /api/workforce/cells/:id/patrols': {
    fill: (side) => ({ ...ofCell(side), body: { on: '2016-09-30' } }),
  },
  'GET /api/workforce/incidents': { fill: inPlace },
  'GET /api/workforce/incidents/:id': { fill: ofIncident },
  'POST /api/workforce/incidents/:id/acts': {
    fill: (side) => ({ ...ofIncident(side), body: { seen: 1, act: 'remark', words: '看过' } }),
  },
};
