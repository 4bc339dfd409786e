// Probes of imports, their rows, and saved mappings.
import type { PlantedSide } from '#tests/world/plant.ts';
import type { Probe } from './probe.ts';

const imported = ({ others }: PlantedSide) => ({ params: { id: others.import ?? '' } });
const sheet = { name: 'rows.csv', bytes: Buffer.from('户编号,户主姓名\r\n1,张三\r\n') };

export const exchangeProbes: Readonly<Record<string, Probe>> = {
  'GET /api/exchange/fields': { namesNothing: true, fill: () => ({}) },
  'GET /api/exchange/template': { namesNothing: true, fill: () => ({}) },
  'POST /api/exchange/imports': {
    fill: ({ village, county }) => [
      { query: { area: village }, file: sheet },
      { query: { area: county }, file: sheet },
    ],
  },
  'GET /api/exchange/imports': { namesNothing: true, fill: () => ({}) },
  'GET /api/exchange/imports/:id': { fill: imported },
  'PUT /api/exchange/imports/:id/mapping': {
    fill: (side) => ({ ...imported(side), body: { columns: [] } }),
    own: ['exchange/file-gone', 'exchange/import-finished'],
  },
  'POST /api/exchange/imports/:id/check': {
    fill: imported,
    own: ['exchange/file-gone', 'exchange/import-finished'],
  },
  'POST /api/exchange/imports/:id/commit': {
    fill: imported,
    own: ['exchange/file-gone', 'exchange/import-finished'],
  },
  'GET /api/exchange/imports/:id/rows': { fill: imported },
  'GET /api/exchange/imports/:id/refused': {
    fill: (side) => ({ ...imported(side), query: { format: 'csv' } }),
    own: ['exchange/file-gone'],
  },
  'DELETE /api/exchange/imports/:id': { fill: imported },
  'GET /api/exchange/profiles': { namesNothing: true, fill: () => ({}) },
  'DELETE /api/exchange/profiles/:name': {
    fill: ({ others }) => ({ params: { name: others.profile ?? '' } }),
    own: ['exchange/no-such-profile'],
  },
};
