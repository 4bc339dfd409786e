// Money of the demonstration county, once: sources as published, their ways invented and marked so.
import { everything } from '#domain/access/scope.ts';
import {
  inventMoney,
  type MoneyYear,
  moneyOfHuanjiang,
  moneyOfJiangjin,
} from '#domain/demonstration/money.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { linesOf } from '#domain/funds/order.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { inScope } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { postEntries } from '#server/funds/post-entries.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listTownshipWeights } from './fill-money.store.ts';

export const moneyMark = 'demonstration.money';

/** How many entries were posted now; 0 when that was done before. */
export function fillMoney(platform: Pick<Platform, 'db'>): Promise<number> {
  return fillYear(platform, {
    county: 451226,
    seed: 'huanjiang-2016-09-30',
    now: '2016-09-29T09:00:00.000Z',
    firstId: 1452816000001,
    year: moneyOfHuanjiang,
  });
}

export function fillJiangjinMoney(platform: Pick<Platform, 'db'>): Promise<number> {
  return fillYear(platform, {
    county: 500116,
    seed: 'jiangjin-2015-12-31',
    now: '2015-12-30T09:00:00.000Z',
    firstId: 1421280000001,
    year: moneyOfJiangjin,
  });
}

interface YearOfMoney {
  readonly county: number;
  readonly seed: string;
  readonly now: string;
  /** Milliseconds of the first id. */
  readonly firstId: number;
  readonly year: MoneyYear;
}

async function fillYear(
  { db }: Pick<Platform, 'db'>,
  { county, seed, now, firstId, year }: YearOfMoney,
): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, moneyMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const approver = await findAccountByUsername(tx, 'county-approver');
    const townships = await listTownshipWeights(tx, county);
    if (author === undefined || approver === undefined || townships.length === 0) return 0;

    const random = randomOf(`${seed} money ids`);
    const newId = () => makeId({ county, milliseconds: firstId, random: random.bytes(8) });
    const acts = inventMoney(areaCode(String(county)), townships, { ...year, seed });
    const approvers = [
      { account: approver.id, name: approver.displayName, office: approver.title },
    ];
    await postEntries(
      {
        tx,
        county,
        area: areaCode(String(county)),
        author: { account: author.id, name: author.displayName },
        now,
        newId,
      },
      acts.map(({ order, document, memo }) => ({
        id: newId(),
        kind: order.kind,
        on: order.on,
        document,
        memo,
        lines: linesOf(order),
        reverses: null,
        approvers,
      })),
    );
    await saveSetting(tx, moneyMark, acts.length);
    await foldDays(tx);
    return acts.length;
  });
}
