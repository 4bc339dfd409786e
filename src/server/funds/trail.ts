// The trail of a yuan as people read it: joints with their papers and people, what each gave to the next,
// where it began, what is left, how many received.
import { z } from 'zod';
import type { getFundTrail, listTrailPayments, Trail, TrailJoint } from '#contract/funds-trail.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { type FundWords, fundWordsHere } from './fund-words.ts';
import { lineViews } from './line-view.ts';
import { isTakenBack, listPaidFrom, signaturesOf, type TrailRow } from './trail.store.ts';
import {
  beginWalk,
  jointsMost,
  load,
  meet,
  stretchesOn,
  type Walk,
  walkBack,
  walkOn,
  wholeLines,
} from './trail-walk.ts';

export async function trailOf(
  context: Context,
  { params }: InputOf<typeof getFundTrail>,
): Promise<Trail> {
  const { walk, own, amount } = await beginAt(context, params.id);
  const takenBack =
    own.some(({ entryKind }) => entryKind === 'correct') ||
    (await isTakenBack(context.tx, walk.county, params.id));
  meet(walk, { entry: params.id, level: 0, amount });
  if (!takenBack) {
    await walkBack(walk, params.id);
    await walkOn(walk, params.id);
  }

  const area = areaCode(own[0]?.area.slice(0, 6) ?? '');
  const words = fundWordsHere(context, area);
  const viewOf = await viewsOf(context, words, walk);
  const joints = [...(await entryJoints(walk, viewOf)), ...paidJoints(walk, viewOf)].sort(
    (left, right) => left.level - right.level || left.on.localeCompare(right.on),
  );
  const ends = joints.filter(({ payments }) => payments !== null);
  return {
    entry: params.id,
    amount: fenToNumber(amount),
    takenBack,
    joints: joints.slice(0, jointsMost),
    links: [
      ...[...walk.links.values()].map((link) => ({ ...link, amount: fenToNumber(link.amount) })),
      ...walk.paid.map((one) => ({
        from: one.from,
        to: keyOf(one),
        amount: fenToNumber(one.amount),
      })),
    ],
    origins: [...walk.origins].map(([source, part]) => ({
      source,
      title: words.source(source).title,
      amount: fenToNumber(part),
    })),
    left: walk.left.flatMap(({ joint, account, amount: part }) => {
      const view = viewOf.account(account);
      return view === undefined ? [] : [{ joint, account: view, amount: fenToNumber(part) }];
    }),
    received: {
      amount: ends.reduce((sum, one) => sum + one.amount, 0),
      payments: ends.reduce((sum, { payments }) => sum + (payments?.count ?? 0), 0),
    },
    cut: walk.cut,
  };
}

async function beginAt({ tx }: Context, id: string) {
  const county = countyOfId(id);
  const walk = beginWalk(tx, county);
  await load(walk, [id]);
  const own = walk.lines.get(id) ?? [];
  if (own.length === 0) refuse(refusals.noSuchEntry);
  const sizeOf = (side: 'gains' | 'gives') =>
    wholeLines(walk, id, side).reduce((sum, { high }) => sum + high, 0n);
  return { walk, own, amount: sizeOf('gains') || sizeOf('gives') };
}

type View = Awaited<ReturnType<typeof lineViews>>[number]['account'];

interface Views {
  ofLine(row: TrailRow | undefined): View | null;
  account(id: string): View | undefined;
}

async function viewsOf(context: Context, words: FundWords, walk: Walk): Promise<Views> {
  const rows = [...walk.lines.values()].flat();
  const views = await lineViews(context, words, rows);
  const byAccount = new Map(views.map(({ account }) => [account.id, account]));
  return {
    ofLine: (row) => (row === undefined ? null : (byAccount.get(row.account) ?? null)),
    account: (id) => byAccount.get(id),
  };
}

async function entryJoints(walk: Walk, views: Views): Promise<TrailJoint[]> {
  const signed = await signaturesOf(walk.tx, walk.county, [...walk.joints.keys()]);
  return [...walk.joints.values()].flatMap((joint) => {
    const lines = walk.lines.get(joint.entry) ?? [];
    const [first] = lines;
    if (first === undefined) return [];
    const gains = lines.filter(({ amount }) => Number(amount) > 0);
    const gives = lines.filter(({ amount }) => Number(amount) < 0);
    const side = gains.length > 0 ? gains : gives;
    const entry = signed.get(joint.entry);
    return [
      {
        key: joint.entry,
        level: joint.level,
        entry: joint.entry,
        kind: first.entryKind,
        on: first.on,
        document: first.document,
        memo: first.memo,
        amount: fenToNumber(joint.amount),
        whole: Math.abs(side.reduce((sum, { amount }) => sum + Number(amount), 0)),
        from: views.ofLine(gives[0]),
        to: views.ofLine(gains[0]),
        author: entry?.author_name ?? null,
        approvers: (entry?.approvers ?? []).map(({ name, office }) => ({ name, office })),
        payments: null,
        hidden: joint.hidden,
      },
    ];
  });
}

function paidJoints(walk: Walk, views: Views): TrailJoint[] {
  const joints = new Map<string, TrailJoint>();
  for (const one of walk.paid) {
    const key = keyOf(one);
    const known = joints.get(key);
    const { count, account } = one;
    joints.set(key, {
      key,
      level: Math.max(one.level, known?.level ?? 0),
      entry: null,
      kind: 'pay',
      on: one.on,
      document: one.document,
      memo: one.memo,
      amount: fenToNumber(one.amount) + (known?.amount ?? 0),
      whole: Math.max(fenToNumber(one.whole), known?.whole ?? 0),
      from: views.account(account) ?? null,
      to: null,
      author: null,
      approvers: [],
      payments: {
        account,
        count: count + (known?.payments?.count ?? 0),
      },
      hidden: false,
    });
  }
  return [...joints.values()];
}

function keyOf({ account, memo, on }: { account: string; memo: string; on: string }): string {
  return `${account} ${on} ${memo}`;
}

export async function trailPayments(
  context: Context,
  { params, query }: InputOf<typeof listTrailPayments>,
): Promise<OutputOf<typeof listTrailPayments>> {
  const { walk } = await beginAt(context, params.id);
  const asked = (await stretchesOn(walk, params.id)).filter(
    ({ account }) => account === query.account,
  );
  const after = readCursor(query.cursor, z.tuple([z.string()]));
  const rows = await listPaidFrom(context.tx, walk.county, asked, {
    memo: query.memo,
    on: query.on,
    limit: query.limit + 1,
    ...(after === undefined ? {} : { after: after[0] }),
  });
  const page = pageFrom(rows, query.limit, ({ entry }) => [entry]);
  const nameOf = await namesOf(
    context,
    page.items.map(({ area }) => area),
  );
  return {
    items: page.items.map((row) => ({
      ...row,
      amount: Number(row.amount),
      whole: Number(row.whole),
      area: { code: row.area, name: nameOf(row.area) },
    })),
    next: page.next,
  };
}
