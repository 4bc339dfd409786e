// What the money page shows: sums, lines behind a sum, balances that lie idle, one account, choices.
import { z } from 'zod';
import type {
  Books,
  getBooks,
  getFundAccount,
  getFundChoices,
  listFundLines,
} from '#contract/funds.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { dispersionOf, linesOfStage, type Stages, stagesOf } from '#domain/funds/stages.ts';
import {
  type AreaCode,
  areaCode,
  countyNumberOf,
  levelBelow,
  levelOf,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import {
  findAccount,
  type KindSum,
  listHeld,
  listLines,
  sumByKind,
  sumByMonth,
} from './books.store.ts';
import { approvalRuleOf, fundWordsHere, usesOf } from './fund-words.ts';
import { balanceOf } from './ledger.store.ts';
import { accountViews, lineViews } from './line-view.ts';
import { countWaiting } from './order.store.ts';

export const heldMost = 300;
/** So many accounts are offered to choose from; a narrower area offers the others. */
export const choicesMost = 500;

export async function booksOf(
  context: Context,
  { query }: InputOf<typeof getBooks>,
): Promise<Books> {
  const { tx, area, today, may } = context;
  const on = dayOf(query.on, today);
  const span = spanOf(area);
  const places = await placesBelow(context, area);
  const placeLength = places[0]?.code.length ?? area.length;
  const sums = await sumByKind(tx, { span, on, placeLength });
  const months = await sumByMonth(tx, { span, on });
  const waiting = await countWaiting(tx, span);
  const nameOf = await namesOf(context, [area]);

  const words = fundWordsHere(context, area);
  const byPlace = groupBy(sums, ({ place }) => place);
  const spread = dispersionOf(
    places.map(({ code }) => ({ place: code, amount: stagesOf(byPlace.get(code) ?? []).paid })),
  );
  const placeName = new Map<string, string>(places.map(({ code, name }) => [code, name]));
  return {
    area: { code: area, name: nameOf(area) },
    on,
    total: shown(stagesOf(sums)),
    sources: rowsBy(sums, ({ source }) => source).map(([source, own]) => ({
      source,
      ...words.source(source),
      channels: [...words.source(source).channels],
      ...shown(stagesOf(own)),
    })),
    uses: rowsBy(sums, ({ purpose }) => purpose).map(([purpose, own]) => ({
      purpose,
      title: words.use(purpose),
      ...shown(stagesOf(own)),
    })),
    places: places.map((one) => ({
      area: { code: one.code, name: one.name },
      ...shown(stagesOf(byPlace.get(one.code) ?? [])),
    })),
    itself: shown(stagesOf(sums.filter(({ place }) => !placeName.has(place)))),
    months: [...months],
    dispersion:
      spread === undefined
        ? null
        : {
            hhi: spread.hhi,
            places: spread.places,
            equivalent: spread.equivalent,
            largest: {
              code: spread.largest.place,
              name: placeName.get(spread.largest.place) ?? spread.largest.place,
              share: spread.largest.share,
            },
          },
    waiting,
    mayEnter: may('funds.enter') && area.length >= 6,
    mayApprove: may('funds.approve'),
    mayClose: may('funds.approve') && area.length === 6,
  };
}

const LineKeys = z.tuple([z.string(), z.string(), z.number()]);

export async function linesOfArea(
  context: Context,
  { query }: InputOf<typeof listFundLines>,
): Promise<OutputOf<typeof listFundLines>> {
  const { tx, area } = context;
  const rows = await listLines(tx, {
    span: spanOf(area),
    county: countyNumberOf(area),
    stage: query.stage === undefined ? undefined : linesOfStage[query.stage],
    kind: query.kind,
    source: query.source,
    purpose: query.purpose,
    account: query.account,
    project: query.project,
    reached: query.reached,
    since: query.since,
    on: query.on,
    after: readCursor(query.cursor, LineKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.on, row.entry, row.position]);
  const items = await lineViews(context, fundWordsHere(context, area), page.items);
  return { items, next: page.next };
}

export async function accountOn(
  context: Context,
  { params, query }: InputOf<typeof getFundAccount>,
): Promise<OutputOf<typeof getFundAccount>> {
  const { tx, today } = context;
  const account = (await findAccount(tx, params.id)) ?? refuse(refusals.noSuchAccount);
  const on = dayOf(query.on, today);
  const balance = await balanceOf(tx, { county: account.county, account: account.id, on });
  const words = fundWordsHere(context, areaCode(account.area));
  const [view] = await accountViews(context, words, [{ ...account, balance: String(balance) }]);
  return view === undefined ? refuse(refusals.noSuchAccount) : { ...view, on };
}

export async function choicesHere(
  context: Context,
  _: InputOf<typeof getFundChoices>,
): Promise<OutputOf<typeof getFundChoices>> {
  const { tx, area, today } = context;
  const words = fundWordsHere(context, area);
  const span = spanOf(area);
  // What has not been allocated yet lies in few accounts and is never crowded out by purses.
  const whole = await listHeld(tx, {
    span,
    on: today,
    limit: choicesMost,
    kinds: ['appropriated', 'treasury'],
  });
  const purses = await listHeld(tx, {
    span,
    on: today,
    limit: choicesMost + 1,
    kinds: ['allocated'],
  });
  const held = [...whole, ...purses.slice(0, choicesMost)];
  const rule = approvalRuleOf(words.pack);
  return {
    sources: (words.pack?.rows.fundSources ?? []).map(({ row }) => ({
      id: row.id,
      title: row.title,
      channels: row.channels,
      verified: row.verified,
    })),
    uses: usesOf(words.pack).map(({ code, title }) => ({ id: code, title })),
    held: await accountViews(context, words, held),
    more: purses.length > choicesMost,
    approvals: {
      countyFrom: rule.countyFrom === null ? null : fenToNumber(rule.countyFrom),
      twoFrom: rule.twoFrom === null ? null : fenToNumber(rule.twoFrom),
      verified: rule.verified,
    },
  };
}

export function dayOf(asked: string | undefined, today: PlainDate): PlainDate {
  return asked === undefined ? today : plainDate(asked);
}

/** Townships of a county, villages of a township; nothing below a village is told apart. */
export async function placesBelow({ tx, today }: Context, area: AreaCode) {
  const below = levelBelow(levelOf(area));
  if (area.length >= 12 || below === undefined) return [];
  return listAreaChildren(tx, area, today);
}

function shown(stages: Stages): Record<keyof Stages, number> {
  const number = (key: keyof Stages) => fenToNumber(stages[key]);
  return {
    planned: number('planned'),
    granted: number('granted'),
    arrived: number('arrived'),
    allocated: number('allocated'),
    paid: number('paid'),
    left: number('left'),
  };
}

/** Groups with the most money first. */
function rowsBy(
  sums: readonly KindSum[],
  keyOf: (sum: KindSum) => string,
): readonly (readonly [string, readonly KindSum[]])[] {
  const size = (own: readonly KindSum[]) =>
    own.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  return [...groupBy(sums, keyOf)].sort(([, left], [, right]) =>
    size(left) < size(right) ? 1 : -1,
  );
}
