// Helpers from a spreadsheet: an empty one to fill in, and one that was filled in.
import { z } from 'zod';
import { AreaCodeText, Bilingual } from './page.ts';
import { route } from './route.ts';

export const helperTemplate = route({
  method: 'GET',
  path: '/api/workforce/helpers/file',
  summary: 'An empty spreadsheet with the headings that helpers are read from',
  permission: 'workforce.manage',
  area: 'none',
  audit: null,
  kind: 'download',
});

export const importHelpers = route({
  method: 'POST',
  path: '/api/workforce/helpers/file',
  summary:
    'Enters helpers from a spreadsheet; rows that cannot be taken come back with their reasons',
  permission: 'workforce.manage',
  area: 'query.area',
  audit: 'workforce.import-helpers',
  kind: 'upload',
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    entered: z.number().int(),
    refused: z.array(
      z.object({ row: z.number().int(), name: z.string(), why: z.array(Bilingual) }),
    ),
  }),
});
export type ImportedHelpers = z.infer<typeof importHelpers.output>;
