// What an asset earned, shared out: a list drawn up by one, approved by another, posted to each household in the
// same transaction; the money is its own source, whoever paid it.
import { z } from 'zod';
import type { Asset, answerShare, listShareRows, shareIncome } from '#contract/funds-assets.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { EntryLine } from '#domain/funds/entry.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { assetDenial } from '#domain/funds/projects/asset.ts';
import * as refusals from '#domain/funds/projects/asset-refusals.ts';
import { householdsUnknown } from '#domain/funds/projects/project-refusals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { assetMark } from '../fund-words.ts';
import { postEntries } from '../post-entries.ts';
import { type AssetRecord, appendAssetAct, updateAsset } from './asset.store.ts';
import {
  endShare,
  findShare,
  insertShare,
  insertShareRows,
  listRowsOfShare,
  type ShareRecord,
} from './asset-share.store.ts';
import { assetView, openAsset } from './asset-view.ts';

const namedMost = 20;
const rowsMost = 2000;
const use = 'INDUSTRY';

export async function shareOut(
  context: Context,
  { params, body }: InputOf<typeof shareIncome>,
): Promise<Asset> {
  const { tx, actor, now, today } = context;
  const row = await openAsset(context, params.id, 'locked');
  const on = plainDate(body.on);
  if (on > today) refuse(orderRefusals.dayAhead, { on, today });
  const facts = { state: row.state, kind: row.kind, countedYear: row.counted_year };
  const denial = assetDenial(facts, 'share', yearOf(on));
  if (denial !== undefined) refuse(denial);
  const numbers = body.rows.map(({ householdNo }) => householdNo);
  const twice = numbers.find((no, index) => numbers.indexOf(no) !== index);
  if (twice !== undefined) refuse(refusals.shareTwice, { household: twice });

  const share = { county: row.county, id: context.newId(row.county) };
  await insertShare(tx, {
    ...share,
    asset_id: row.id,
    area_code: row.area_code,
    done_on: on,
    document: body.document,
    payer: body.payer,
    total_fen: body.rows.reduce((sum, { amount }) => sum + amount, 0),
    state: 'waiting',
    author: actor.account,
    author_name: actor.displayName,
    created_at: now,
  });
  const rows = body.rows.map(({ householdNo, amount }) => ({
    id: context.newId(row.county),
    no: householdNo,
    amount,
  }));
  const unknown = await insertShareRows(tx, share, rows, spanOf(areaCode(row.area_code)));
  if (unknown.length > 0) {
    const shown = unknown.slice(0, namedMost).join(', ');
    refuse(householdsUnknown, { numbers: shown }, unknown);
  }
  context.note({ area: areaCode(row.area_code), subject: `asset:${row.id}` });
  return assetView(context, row.id);
}

export async function answerOfShare(
  context: Context,
  { params, body }: InputOf<typeof answerShare>,
): Promise<Asset> {
  const { tx, actor } = context;
  const share = await findShare(tx, params.id, 'locked');
  if (share === undefined || share.state !== 'waiting') return refuse(refusals.noSuchShare);
  if (share.author === actor.account) refuse(orderRefusals.ownOrder);
  if (!body.approve && body.reason === '') refuse(orderRefusals.reasonNeeded);
  const asset = await openAsset(context, share.asset_id, 'locked');
  const entry = body.approve ? await post(context, asset, share) : null;
  await endShare(tx, share, {
    state: body.approve ? 'posted' : 'refused',
    entry_id: entry,
    answered_by_name: actor.displayName,
    reason: body.reason === '' ? null : body.reason,
  });
  context.note({
    area: areaCode(asset.area_code),
    subject: `asset:${asset.id}`,
    facts: { approve: body.approve, amount: share.total_fen },
  });
  return assetView(context, asset.id);
}

async function post(context: Context, asset: AssetRecord, share: ShareRecord): Promise<string> {
  const { tx, actor, now, newId } = context;
  const rows = await listRowsOfShare(tx, share, { after: undefined, limit: rowsMost });
  // Its own source, so that it is never taken for public money.
  const account = { source: `${assetMark}${asset.title}`, purpose: use, project: null } as const;
  const payer: EntryLine = {
    account: {
      ...account,
      kind: 'source',
      area: areaCode(asset.area_code),
      holder: share.payer,
      household: null,
    },
    amount: -BigInt(share.total_fen),
  };
  const entry = newId(asset.county);
  await postEntries(
    {
      tx,
      county: asset.county,
      area: areaCode(asset.area_code),
      author: { account: share.author, name: share.author_name },
      now,
      newId,
    },
    [
      {
        id: entry,
        kind: 'pay',
        on: plainDate(share.done_on),
        document: share.document,
        memo: asset.title,
        lines: [
          payer,
          ...rows.map(
            ({ id, area_code, amount }): EntryLine => ({
              account: {
                ...account,
                kind: 'spent',
                area: areaCode(area_code),
                holder: share.payer,
                household: id,
              },
              amount: BigInt(amount),
            }),
          ),
        ],
        reverses: null,
        approvers: [{ account: actor.account, name: actor.displayName, office: actor.title }],
        cause: `asset:${asset.id}`,
      },
    ],
  );
  await appendAssetAct(tx, asset, {
    kind: 'share',
    done_on: share.done_on,
    facts: { total: share.total_fen, households: rows.length, entry },
    account: actor.account,
    account_name: actor.displayName,
    now,
  });
  await updateAsset(tx, asset, { shared_fen: asset.shared_fen + share.total_fen });
  return entry;
}

const RowKeys = z.tuple([z.string()]);

export async function rowsOfShare(
  context: Context,
  { params, query }: InputOf<typeof listShareRows>,
): Promise<OutputOf<typeof listShareRows>> {
  const share = (await findShare(context.tx, params.id)) ?? refuse(refusals.noSuchShare);
  const [after] = readCursor(query.cursor, RowKeys) ?? [];
  const rows = await listRowsOfShare(context.tx, share, { after, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, ({ no }) => [no]);
  const nameOf = await namesOf(
    context,
    page.items.map(({ area_code }) => area_code.slice(0, 12)),
  );
  return {
    items: page.items.map(({ area_code, amount, ...one }) => ({
      ...one,
      area: nameOf(area_code.slice(0, 12)),
      amount: Number(amount),
    })),
    next: page.next,
  };
}
