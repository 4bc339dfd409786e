// Rosters: many households of one step signed on one sheet, and who vouched for whom, asked for ever.
import { z } from 'zod';
import { Signature } from './casework.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  HouseholdNoText,
  IdText,
  Limit,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

const Titled = z.object({ id: z.string(), title: Bilingual });

export const listRosters = route({
  method: 'GET',
  path: '/api/casework/rosters',
  summary:
    'Rosters that wait for the asker’s signature, and those signed in the area, the latest first',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    open: z.array(
      z.object({
        process: Titled,
        step: Titled,
        area: z.string(),
        areaName: z.string(),
        households: z.number().int(),
      }),
    ),
    signed: z.array(
      z.object({
        id: z.string(),
        step: Bilingual,
        areaName: z.string(),
        capacity: Bilingual,
        by: z.string(),
        on: PlainDateText,
        signed: z.number().int(),
        leftOut: z.number().int(),
      }),
    ),
  }),
});
export type Rosters = z.infer<typeof listRosters.output>;

/** As many households as one sheet holds; the next ones stand on the next. */
export const rosterMost = 500;

export const RosterLine = z.object({
  case: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  village: z.string(),
  /** Acts it rests on: sent back with the verdict. */
  position: z.number().int(),
  doubts: z.array(z.object({ kind: z.enum(['objection', 'return']), text: z.string() })),
  signatures: z.array(Signature),
  /** Why the asker may not sign for this household. */
  barred: Bilingual.nullable(),
});
export type RosterLine = z.infer<typeof RosterLine>;

export const getOpenRoster = route({
  method: 'GET',
  path: '/api/casework/rosters/open',
  summary: 'Households that wait at a step signed on rosters, those with doubts first',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    process: z.string().max(60),
    step: z.string().max(60),
  }),
  output: z.object({
    step: Bilingual,
    areaName: z.string(),
    capacities: z.array(z.object({ code: z.string(), title: Bilingual })),
    /** What leaving a household out leads to. */
    leftOut: Bilingual.nullable(),
    total: z.number().int(),
    items: z.array(RosterLine),
  }),
});
export type OpenRoster = z.infer<typeof getOpenRoster.output>;

export const signRoster = route({
  method: 'POST',
  path: '/api/casework/rosters',
  summary:
    'Signs a roster in one go: each household signed or left out with its reason, with a verdict each',
  permission: 'casework.act',
  area: 'body.area',
  audit: 'casework.roster',
  body: z.object({
    area: AreaCodeText,
    process: z.string().max(60),
    step: z.string().max(60),
    capacity: z.string().max(60).optional(),
    lines: z
      .array(
        z.object({
          case: IdText,
          seen: z.number().int().min(1),
          verdict: z.enum(['sign', 'leaveOut']),
          reason: z.string().trim().max(1000).default(''),
        }),
      )
      .max(rosterMost),
  }),
  output: z.object({
    id: z.string().nullable(),
    signed: z.number().int(),
    leftOut: z.number().int(),
    refused: z.array(z.object({ case: z.string(), code: z.string(), message: Bilingual })),
  }),
});
export type SignedRoster = z.infer<typeof signRoster.output>;

export const SignatureRow = Signature.extend({
  case: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  village: z.string(),
  process: Bilingual,
  /** Left out of the roster, with the reason; null where signed. */
  leftOut: z.string().nullable(),
});
export type SignatureRow = z.infer<typeof SignatureRow>;

export const getRoster = route({
  method: 'GET',
  path: '/api/casework/rosters/:id',
  summary: 'A signed roster: who signed in which office, and every household on it',
  permission: 'casework.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: z.object({
    id: z.string(),
    process: Bilingual,
    step: Bilingual,
    areaName: z.string(),
    capacity: Bilingual,
    also: z.array(Bilingual),
    by: z.string(),
    on: PlainDateText,
    signed: z.number().int(),
    leftOut: z.number().int(),
    items: z.array(SignatureRow),
  }),
});
export type Roster = z.infer<typeof getRoster.output>;

const SignatureFilter = z.object({
  area: AreaCodeText.optional(),
  person: z.string().trim().max(60).optional(),
  office: z.string().trim().max(60).optional(),
  /** Number of the household. */
  household: HouseholdNoText.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
});

export const listSignatures = route({
  method: 'GET',
  path: '/api/casework/signatures',
  summary:
    'Who vouched for whom: signatures by person, office, household and year, the latest first',
  permission: 'casework.read',
  area: 'query.area',
  audit: null,
  query: SignatureFilter.extend({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(SignatureRow).extend({
    /** All signatures that are asked for, and of how many households; with the first page, up to a county. */
    total: z.object({ signatures: z.number().int(), households: z.number().int() }).nullable(),
  }),
});

export const exportSignatures = route({
  method: 'GET',
  path: '/api/casework/signatures/export',
  summary: 'The same as .xlsx',
  permission: 'registry.export',
  area: 'query.area',
  audit: 'casework.signatures-export',
  kind: 'download',
  query: SignatureFilter,
});
