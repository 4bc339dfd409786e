// What assistance built or bought and what becomes of it: title confirmed, handed over, kept up, at rest, in use
// again, counted once a year, disposed of. Its state is the fold of its acts.
import { deny } from '#domain/kernel/deny.ts';
import type { Bilingual, RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './asset-refusals.ts';

export const assetKinds = ['operating', 'public', 'household'] as const;
export type AssetKind = (typeof assetKinds)[number];

export const assetStates = ['formed', 'confirmed', 'handedOver', 'idle', 'disposed'] as const;
export type AssetState = (typeof assetStates)[number];

export const assetActs = [
  'form',
  'confirm', // whose it is
  'handOver', // who keeps it
  'keepUp', // repaired, with what it cost
  'rest', // lies idle
  'resume', // in use again
  'share', // what it earned was shared out
  'count', // looked at in the yearly stock-take
  'dispose', // scrapped or sold, with a paper
] as const;
export type AssetActKind = (typeof assetActs)[number];

/** How an asset is met at the yearly stock-take. */
export const assetConditions = ['inUse', 'idle', 'damaged', 'missing'] as const;
export type AssetCondition = (typeof assetConditions)[number];

export const assetActsAt: Readonly<Record<AssetActKind, readonly AssetState[]>> = {
  form: [],
  confirm: ['formed'],
  handOver: ['confirmed'],
  keepUp: ['handedOver', 'idle'],
  rest: ['handedOver'],
  resume: ['idle'],
  share: ['handedOver', 'idle'],
  count: ['formed', 'confirmed', 'handedOver', 'idle'],
  dispose: ['confirmed', 'handedOver', 'idle'],
};

const leadsTo: Readonly<Partial<Record<AssetActKind, AssetState>>> = {
  form: 'formed',
  confirm: 'confirmed',
  handOver: 'handedOver',
  rest: 'idle',
  resume: 'handedOver',
  dispose: 'disposed',
};

export function assetStateAfter(
  state: AssetState,
  kind: AssetActKind,
  condition?: AssetCondition,
): AssetState {
  if (!assetActsAt[kind].includes(state)) return state;
  if (kind !== 'count') return leadsTo[kind] ?? state;
  // What a stock-take finds is where it stands: idle is idle, and in use it is no longer.
  if (condition === 'idle' && state === 'handedOver') return 'idle';
  return condition === 'inUse' && state === 'idle' ? 'handedOver' : state;
}

const assetStateTitles: Readonly<Record<AssetState, Bilingual>> = {
  formed: { zh: '已形成', en: 'formed' },
  confirmed: { zh: '已确权', en: 'with its title' },
  handedOver: { zh: '在用', en: 'in use' },
  idle: { zh: '闲置', en: 'idle' },
  disposed: { zh: '已处置', en: 'disposed of' },
};

export function assetDenial(
  asset: {
    readonly state: AssetState;
    readonly kind: AssetKind;
    readonly countedYear: number | null;
  },
  act: AssetActKind,
  year: number,
): RefusalKind | undefined {
  if (!assetActsAt[act].includes(asset.state)) {
    return deny(refusals.wrongAssetState, { state: assetStateTitles[asset.state] });
  }
  if (act === 'share' && asset.kind !== 'operating') return deny(refusals.earnsNothing);
  if (act === 'count' && asset.countedYear === year) return deny(refusals.countedAlready, { year });
  return undefined;
}
