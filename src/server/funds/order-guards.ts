// What stands against an act of money besides the books: the project it is for.
import type { Order } from '#domain/funds/order.ts';
import type { Context } from '#server/http/context.ts';
import { refuseProjectOrder } from './projects/refuse-unearned.ts';

export async function refuseOverlooked(
  { tx }: Context,
  county: number,
  order: Order,
): Promise<void> {
  await refuseProjectOrder(tx, county, order);
}
