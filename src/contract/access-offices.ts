// Offices of accounts: what steps of cases ask for. Given from a day on, ended by their last day.
import { z } from 'zod';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { route } from './route.ts';

const OfficeCode = z.string().trim().min(1).max(60);

export const listOffices = route({
  method: 'GET',
  path: '/api/access/offices',
  summary: 'Offices the rules in force ask for in an area',
  permission: 'access.manage',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({ items: z.array(z.object({ office: z.string(), title: Bilingual })) }),
});

const Tenures = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      office: z.string(),
      title: Bilingual,
      area: z.string(),
      areaName: z.string(),
      from: PlainDateText,
      /** The last day; null while it goes on. */
      until: PlainDateText.nullable(),
      inForce: z.boolean(),
    }),
  ),
});
export type Tenures = z.infer<typeof Tenures>;

export const listOfficesOfAccount = route({
  method: 'GET',
  path: '/api/access/accounts/:id/offices',
  summary: 'Offices an account holds and has held, the latest first',
  permission: 'access.manage',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Tenures,
});

export const giveOffice = route({
  method: 'POST',
  path: '/api/access/accounts/:id/offices',
  summary: 'Gives an account an office in an area it reaches, from a day on',
  permission: 'access.manage',
  area: 'body.area',
  audit: 'access.office-give',
  params: z.object({ id: IdText }),
  body: z.object({
    office: OfficeCode,
    area: AreaCodeText,
    from: PlainDateText.optional(),
    until: PlainDateText.optional(),
  }),
  output: Tenures,
});

export const endOffice = route({
  method: 'PUT',
  path: '/api/access/accounts/:id/offices/:tenure/end',
  summary: 'Ends an office on its last day; what was signed in it stays',
  permission: 'access.manage',
  area: 'row',
  audit: 'access.office-end',
  params: z.object({ id: IdText, tenure: IdText }),
  body: z.object({ until: PlainDateText.optional() }),
  output: Tenures,
});
