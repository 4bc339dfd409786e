// A set of indicators handed back as a spreadsheet.
import { z } from 'zod';
import { AreaCodeText, PlainDateText } from './page.ts';
import { route } from './route.ts';

export const importIndicators = route({
  method: 'POST',
  path: '/api/exchange/indicators',
  summary: 'Enters the cells of a filled-in sheet of one set, all of them or none',
  permission: 'registry.indicate',
  area: 'query.area',
  audit: 'exchange.import-indicators',
  kind: 'upload',
  query: z.object({
    area: AreaCodeText,
    set: z.string().max(60),
    asOf: PlainDateText,
    evidence: z.string().trim().min(2).max(300),
  }),
  output: z.object({ saved: z.number().int(), unchanged: z.number().int() }),
});
