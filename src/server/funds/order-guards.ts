// What stands against an act of money besides the books: the project it is for, and the rules on shares.
import type { Order } from '#domain/funds/order.ts';
import type { Context } from '#server/http/context.ts';
import { refuseProjectOrder } from './projects/refuse-unearned.ts';
import { refuseRatioLost } from './rules/refuse-ratio.ts';

export async function refuseOverlooked(
  context: Context,
  county: number,
  order: Order,
): Promise<void> {
  await refuseProjectOrder(context.tx, county, order);
  await refuseRatioLost(context, order);
}
