// The account a payment list is paid from.
import type { AccountKey } from '#domain/funds/account.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { balanceOf, findAccountId } from './ledger.store.ts';
import type { ListRow } from './list.store.ts';

export function purseKey(list: ListRow): AccountKey {
  return {
    kind: 'allocated',
    source: list.source,
    purpose: list.purpose,
    area: areaCode(list.from_area),
    holder: list.holder,
    project: list.from_project,
    household: null,
  };
}

/** What the purse of a list holds on the day it is paid. */
export async function purseOf(tx: Tx, list: ListRow): Promise<bigint> {
  const account = await findAccountId(tx, list.county, purseKey(list));
  if (account === undefined) return 0n;
  return balanceOf(tx, { county: list.county, account, on: plainDate(list.pay_on) });
}
