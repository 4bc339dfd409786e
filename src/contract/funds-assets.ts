// What projects left behind: assets with their title, keeper and income, and the yearly stock-take.
import { z } from 'zod';
import {
  assetActs,
  assetConditions,
  assetKinds,
  assetStates,
} from '#domain/funds/projects/asset.ts';
import { Amount } from './funds.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  HouseholdNoText,
  IdText,
  Limit,
  OneParams,
  Place,
  PlainDateText,
  pageOf,
  Verdict,
} from './page.ts';
import { route } from './route.ts';

export const AssetRow = z.object({
  id: z.string(),
  title: z.string(),
  area: Place,
  kind: z.enum(assetKinds),
  state: z.enum(assetStates),
  stateOn: PlainDateText,
  value: FenNumber,
  formedOn: PlainDateText,
  owner: z.string(),
  keeper: z.string(),
  project: z.string().nullable(),
  shared: FenNumber,
  countedYear: z.number().int().nullable(),
});
export type AssetRow = z.infer<typeof AssetRow>;

export const listAssets = route({
  method: 'GET',
  path: '/api/funds/assets',
  summary: 'Assets of an area, the latest first: of a kind, in a state, or not counted this year',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    kind: z.enum(assetKinds).optional(),
    state: z.enum(assetStates).optional(),
    uncounted: z.enum(['true']).optional(),
    project: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(AssetRow),
});

export const AssetCounts = z.object({
  area: Place,
  on: PlainDateText,
  year: z.number().int(),
  kinds: z.array(z.object({ kind: z.enum(assetKinds), count: z.number().int(), value: FenNumber })),
  states: z.array(
    z.object({ state: z.enum(assetStates), count: z.number().int(), value: FenNumber }),
  ),
  /** Not disposed of: so many are to be counted this year, so many were. */
  toCount: z.number().int(),
  counted: z.number().int(),
  shared: FenNumber,
  mayEnter: z.boolean(),
  mayCount: z.boolean(),
});
export type AssetCounts = z.infer<typeof AssetCounts>;

export const countAssets = route({
  method: 'GET',
  path: '/api/funds/assets/counts',
  summary: 'Assets of an area by kind and state, and how far the stock-take of the year is',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: AssetCounts,
});

export const enterAsset = route({
  method: 'POST',
  path: '/api/funds/projects/:id/assets',
  summary: 'Enters what an accepted project formed',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.enter-asset',
  params: OneParams,
  body: z.strictObject({
    title: z.string().trim().min(2).max(100),
    kind: z.enum(assetKinds),
    value: Amount,
    formedOn: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

const Share = z.object({
  id: z.string(),
  on: PlainDateText,
  document: z.string(),
  payer: z.string(),
  total: FenNumber,
  households: z.number().int(),
  state: z.enum(['waiting', 'posted', 'refused']),
  entry: z.string().nullable(),
  by: z.string(),
  answeredBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** Why the asker cannot answer it; null where they can. */
  closed: Bilingual.nullable(),
});
export type AssetShare = z.infer<typeof Share>;

export const Asset = AssetRow.extend({
  projectTitle: z.string().nullable(),
  disposed: FenNumber.nullable(),
  acts: z.array(
    z.object({
      position: z.number().int(),
      kind: z.enum(assetActs),
      on: PlainDateText,
      facts: z.record(z.string(), z.unknown()),
      by: z.string(),
    }),
  ),
  shares: z.array(Share),
  next: z.array(z.object({ act: z.enum(assetActs), closed: Bilingual.nullable() })),
});
export type Asset = z.infer<typeof Asset>;

export const getAsset = route({
  method: 'GET',
  path: '/api/funds/assets/:id',
  summary: 'One asset with its acts and what it earned for whom',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  output: Asset,
});

const On = { on: PlainDateText, note: z.string().trim().max(300).default('') };
const named = z.string().trim().min(1).max(100);

export const doAssetAct = route({
  method: 'POST',
  path: '/api/funds/assets/:id/acts',
  summary: 'Confirms, hands over, keeps up, rests, resumes or disposes of an asset',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.asset-act',
  params: OneParams,
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('confirm'), ...On, owner: named, document: named }),
    z.strictObject({ act: z.literal('handOver'), ...On, keeper: named }),
    z.strictObject({
      act: z.literal('keepUp'),
      ...On,
      cost: FenNumber.min(0).max(100_000_000_000),
    }),
    z.strictObject({ act: z.literal('rest'), on: PlainDateText, note: named }),
    z.strictObject({ act: z.literal('resume'), ...On }),
    z.strictObject({
      act: z.literal('dispose'),
      on: PlainDateText,
      note: named,
      document: named,
      proceeds: FenNumber.min(0).max(100_000_000_000_000),
    }),
  ]),
  output: Asset,
});
export type AssetActBody = z.infer<typeof doAssetAct.body>;

export const countAsset = route({
  method: 'POST',
  path: '/api/funds/assets/:id/count',
  summary: 'Notes how an asset was met at the stock-take of the year',
  permission: 'registry.attach',
  area: 'row',
  audit: 'funds.asset-count',
  params: OneParams,
  body: z.strictObject({ condition: z.enum(assetConditions), ...On }),
  output: AssetRow,
});

export const shareIncome = route({
  method: 'POST',
  path: '/api/funds/assets/:id/shares',
  summary: 'Lists who gets what of what an asset earned, for somebody else to approve',
  permission: 'funds.list',
  area: 'row',
  audit: 'funds.asset-share',
  params: OneParams,
  body: z.strictObject({
    on: PlainDateText,
    document: named,
    payer: named,
    rows: z
      .array(z.strictObject({ householdNo: HouseholdNoText.min(1), amount: Amount }))
      .min(1)
      .max(2000),
  }),
  output: Asset,
});

export const answerShare = route({
  method: 'POST',
  path: '/api/funds/shares/:id/answer',
  summary: 'Approves and posts what an asset earned, or refuses the list',
  permission: 'funds.approve',
  area: 'row',
  audit: 'funds.asset-answer',
  params: OneParams,
  body: Verdict,
  output: Asset,
});

export const listShareRows = route({
  method: 'GET',
  path: '/api/funds/shares/:id/households',
  summary: 'Who received what of it',
  permission: 'funds.read',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(
    z.object({
      id: z.string(),
      no: z.string(),
      name: z.string().nullable(),
      area: z.string(),
      amount: FenNumber,
    }),
  ),
});
