// What stands against an act of money besides the books: the rules of the pack on shares and floors.
import type { Order } from '#domain/funds/order.ts';
import type { Context } from '#server/http/context.ts';

export async function refuseOverlooked(
  _context: Context,
  _county: number,
  _order: Order,
): Promise<void> {}
