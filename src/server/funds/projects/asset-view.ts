// Assets in the words of the reader, and what may be done with one next.
import type { Asset, AssetRow } from '#contract/funds-assets.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import {
  type AssetActKind,
  assetActs,
  assetActsAt,
  assetDenial,
} from '#domain/funds/projects/asset.ts';
import { noSuchAsset } from '#domain/funds/projects/asset-refusals.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { type AssetRecord, findAsset, listAssetActs } from './asset.store.ts';
import { listShares } from './asset-share.store.ts';
import { findProject } from './project.store.ts';

export async function openAsset(
  { tx }: Context,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<AssetRecord> {
  return (await findAsset(tx, id, lock)) ?? refuse(noSuchAsset);
}

export async function assetRows(
  context: Context,
  rows: readonly AssetRecord[],
): Promise<AssetRow[]> {
  const nameOf = await namesOf(
    context,
    rows.map(({ area_code }) => area_code),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    area: { code: row.area_code, name: nameOf(row.area_code) },
    kind: row.kind,
    state: row.state,
    stateOn: row.state_on,
    value: row.value_fen,
    formedOn: row.formed_on,
    owner: row.owner,
    keeper: row.keeper,
    project: row.project_id,
    shared: row.shared_fen,
    countedYear: row.counted_year,
  }));
}

/** Acts of a person at a desk; the stock-take has a page of its own. */
const atDesk = assetActs.filter((act) => act !== 'form' && act !== 'count');

export async function assetView(context: Context, id: string): Promise<Asset> {
  const { tx, today, may, actor } = context;
  const row = await openAsset(context, id);
  const [view] = await assetRows(context, [row]);
  if (view === undefined) return refuse(noSuchAsset);
  const acts = await listAssetActs(tx, row);
  const shares = await listShares(tx, row);
  const project = row.project_id === null ? undefined : await findProject(tx, row.project_id);
  const year = yearOf(today);
  const facts = { state: row.state, kind: row.kind, countedYear: row.counted_year };
  const known = (act: AssetActKind) => assetActsAt[act].includes(row.state);
  return {
    ...view,
    projectTitle: project?.title ?? null,
    disposed: row.disposed_fen,
    acts: acts.map((act) => ({
      position: act.position,
      kind: act.kind,
      on: act.done_on,
      facts: { ...act.facts },
      by: act.account_name,
    })),
    shares: shares.map((share) => ({
      id: share.id,
      on: share.done_on,
      document: share.document,
      payer: share.payer,
      total: share.total_fen,
      households: share.households,
      state: share.state,
      entry: share.entry_id,
      by: share.author_name,
      answeredBy: share.answered_by_name,
      reason: share.reason,
      closed:
        may('funds.approve') && share.author !== actor.account
          ? null
          : orderRefusals.ownOrder.message,
    })),
    next: may('funds.list')
      ? atDesk
          .filter(known)
          .map((act) => ({ act, closed: assetDenial(facts, act, year)?.message ?? null }))
          .filter(({ act, closed }) => act !== 'share' || closed === null)
      : [],
  };
}
