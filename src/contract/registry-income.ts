// The income ledger of a household: entries along the national income tree, and the yearly figures
// computed from them. Entries are never changed; one that was wrong is reversed and entered anew.
import { z } from 'zod';
import { FenNumber, IdText, PlainDateText } from './page.ts';
import { IncomeKind } from './registry-value.ts';
import { route } from './route.ts';

export const IncomeBranch = z.enum(['wage', 'business', 'property', 'transfer', 'cost']);

export const IncomeYearView = z.object({
  year: z.number().int(),
  wageFen: FenNumber,
  businessFen: FenNumber,
  propertyFen: FenNumber,
  transferFen: FenNumber,
  costFen: FenNumber,
  netFen: FenNumber,
  /** Members at the end of the period, or today while it lasts. */
  members: z.number().int(),
  perHeadFen: FenNumber.nullable(),
});
export type IncomeYearView = z.infer<typeof IncomeYearView>;

export const IncomeEntryView = z.object({
  id: z.string(),
  year: z.number().int(),
  branch: IncomeBranch,
  kind: IncomeKind,
  /** Positive always; the branch `cost` and a reversal are subtracted. */
  amountFen: FenNumber,
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string(),
  observedFrom: PlainDateText.nullable(),
  observedTo: PlainDateText.nullable(),
  source: z.string(),
  authorName: z.string(),
  recordedAt: z.string(),
  /** The entry this one takes back. */
  reverses: z.string().nullable(),
  /** The entry that takes this one back. */
  reversedBy: z.string().nullable(),
});
export type IncomeEntryView = z.infer<typeof IncomeEntryView>;

export const IncomeLedger = z.object({
  household: z.string(),
  version: z.number().int(),
  /** First month of the counting period of a year: 1, or 10 for October of the year before. */
  periodStartMonth: z.number().int(),
  years: z.array(IncomeYearView),
  entries: z.array(IncomeEntryView),
  /** What the entry form offers. */
  options: z.object({
    branches: z.array(z.object({ branch: IncomeBranch, kinds: z.array(IncomeKind) })),
    persons: z.array(z.object({ id: z.string(), name: z.string() })),
    yearFrom: z.number().int(),
    yearTo: z.number().int(),
  }),
});
export type IncomeLedger = z.infer<typeof IncomeLedger>;

export const getIncome = route({
  method: 'GET',
  path: '/api/registry/households/:id/income',
  summary: 'Income ledger of a household',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: IncomeLedger,
});

export const recordIncome = route({
  method: 'POST',
  path: '/api/registry/households/:id/income',
  summary: 'Enter an income or a cost of a year',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.income',
  params: z.object({ id: IdText }),
  body: z.object({
    /** Made by the device; entering it twice enters it once. */
    id: IdText.optional(),
    year: z.number().int().min(2000).max(2100),
    kind: IncomeKind,
    amountFen: FenNumber.min(0),
    person: IdText.optional(),
    note: z.string().trim().max(200).default(''),
    observedFrom: PlainDateText.optional(),
    observedTo: PlainDateText.optional(),
    source: z.string().trim().min(1).max(200),
    authorName: z.string().trim().min(1).max(60).optional(),
  }),
  output: IncomeLedger,
});

export const reverseIncome = route({
  method: 'POST',
  path: '/api/registry/households/:id/income/:entry/reversal',
  summary: 'Take an entry back; both stay in the ledger',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.income',
  params: z.object({ id: IdText, entry: IdText }),
  body: z.object({
    reason: z.string().trim().min(2).max(200),
    authorName: z.string().trim().min(1).max(60).optional(),
  }),
  output: IncomeLedger,
});
