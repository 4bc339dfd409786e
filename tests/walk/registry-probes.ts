// Probes of areas, households, persons, conflicts, incomes and history.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Filling, Probe } from './probe.ts';

const inArea = ({ village, township, county }: PlantedSide): readonly Filling[] => [
  { params: { area: village } },
  { params: { area: township } },
  { params: { area: county } },
];
const ofArea = ({ village, township, county }: PlantedSide): readonly Filling[] => [
  { query: { area: village } },
  { query: { area: township } },
  { query: { area: county } },
];
const household = ({ households }: PlantedSide) => ({ params: { id: households[0] ?? '' } });
const person = ({ persons }: PlantedSide) => ({ params: { id: persons[0] ?? '' } });
const said = { trueFrom: '2016-09-01', source: 'visit', reason: '入户核实' };
const change = {
  baseVersion: 1,
  changes: [{ field: 'houseArea', to: 88 }],
  ...said,
};
const outline = (village: string) => ({
  name: 'outline.geojson',
  bytes: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: village },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [108, 25],
                [108.1, 25],
                [108, 25.1],
                [108, 25],
              ],
            ],
          },
        },
      ],
    }),
  ),
});

const glassAsked = { householdNo: '999999999999', reason: '核对户口迁移情况' };

export const registryProbes: Readonly<Record<string, Probe>> = {
  // Nothing outside is reached by a door of one's own area: only what was opened by oneself.
  'POST /api/registry/glass': {
    fill: () => ({ body: glassAsked }),
    namesNothing: true,
    own: ['registry/no-such-number'],
  },
  'GET /api/registry/glass': { fill: () => ({}), namesNothing: true },
  'GET /api/registry/glass/:id': { fill: household, own: ['registry/no-such-glass'] },
  'GET /api/registry/areas': {
    fill: ({ village, county, others }) => [
      { query: { area: county } },
      { query: { area: village, search: 'mark' } },
      { query: { area: others.hamlet ?? village } },
    ],
  },
  'GET /api/registry/areas/:area': { fill: inArea },
  'GET /api/registry/areas/:area/children': { fill: inArea },
  'GET /api/registry/areas/:area/tiles': { fill: inArea },
  'GET /api/registry/areas/:area/revisions': { fill: inArea },
  'GET /api/registry/areas/:area/boundaries': { fill: inArea },
  'POST /api/registry/areas/:area/children': {
    fill: ({ village }) => ({ params: { area: village }, body: { name: '新屯' } }),
  },
  'PATCH /api/registry/areas/:area': {
    fill: ({ others, village }) => ({
      params: { area: others.hamlet ?? village },
      body: { from: '旧名', to: '新名' },
    }),
    own: ['registry/area-renamed-since'],
  },
  'POST /api/registry/areas/:area/revisions/:revision/application': {
    fill: ({ county, others }) => ({
      params: { area: county, revision: others.revision ?? 'none' },
      body: { dryRun: true },
    }),
    own: ['registry/nothing-to-move', 'registry/revision-unclear'],
  },
  'PUT /api/registry/areas/:area/boundaries': {
    fill: ({ township, village }) => ({
      params: { area: township },
      query: { coordinates: 'WGS84', source: 'test' },
      file: outline(village),
    }),
  },

  'GET /api/registry/households': {
    fill: (side) => [...ofArea(side), { query: { q: side.others.headName ?? '标' } }],
  },
  'GET /api/registry/households/count': { fill: ofArea },
  'GET /api/registry/households/export': {
    fill: ({ village, county }) => [
      { query: { area: village, format: 'csv' } },
      { query: { area: county, format: 'xlsx' } },
      { query: { area: county, format: 'csv', rows: 'person' } },
    ],
  },
  'GET /api/registry/households/:id': { fill: household },
  'GET /api/registry/households/:id/events': { fill: household },
  'GET /api/registry/households/:id/at': { fill: household },
  'GET /api/registry/households/:id/income': { fill: household },
  'GET /api/registry/conflicts': {
    fill: (side) => [...ofArea(side), { query: { household: side.households[0] ?? '' } }],
  },

  'POST /api/registry/households': {
    fill: ({ village }) => ({
      body: {
        area: village,
        persons: [{ values: { name: '新户主', relation: 'HEAD', sex: 'MALE' } }],
        ...said,
      },
    }),
  },
  'PATCH /api/registry/households/:id': { fill: (side) => ({ ...household(side), body: change }) },
  'POST /api/registry/households/:id/persons': {
    fill: (side) => ({
      ...household(side),
      body: { values: { name: '新生儿', relation: 'CHILD' }, joinedReason: 'BORN', ...said },
    }),
  },
  'PATCH /api/registry/persons/:id': {
    fill: (side) => ({
      ...person(side),
      body: { ...change, changes: [{ field: 'workMonths', to: 3 }] },
    }),
  },
  'POST /api/registry/persons/:id/departure': {
    fill: (side) => ({ ...person(side), body: { leftReason: 'DIED', ...said } }),
    own: ['registry/head-needed', 'registry/nobody-left'],
  },
  'POST /api/registry/households/:id/split': {
    fill: (side) => ({
      ...household(side),
      body: { persons: [side.persons[0] ?? ''], head: side.persons[0] ?? '', ...said },
    }),
    own: ['registry/someone-stays', 'registry/not-present'],
  },
  'POST /api/registry/households/:id/move': {
    fill: (side) => ({ ...household(side), body: { area: side.village, ...said } }),
    own: ['registry/same-place'],
  },
  'POST /api/registry/households/:id/unmask': {
    fill: (side) => ({
      ...household(side),
      body: { field: 'phone', purpose: '核对联系电话' },
    }),
  },
  'POST /api/registry/households/:id/income': {
    fill: (side) => ({
      ...household(side),
      body: { year: 2015, kind: 'migrant', amountFen: 100, source: 'visit' },
    }),
  },
  'POST /api/registry/households/:id/income/:entry/reversal': {
    fill: (side) => ({
      params: { id: side.households[0] ?? '', entry: side.incomeEntries[0] ?? '' },
      body: { reason: '记错了' },
    }),
  },
  'POST /api/registry/conflicts/:id/resolution': {
    fill: ({ others }) => ({
      params: { id: others.conflict ?? '' },
      body: { choice: 'side', side: 0, reason: '以户口本为准' },
    }),
  },
};
