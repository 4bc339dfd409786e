// Mu, kilometres and heads: decimals only where there are any.
import { exactNumber } from '#web/text/number.ts';

export function shownQuantity(value: number): string {
  return exactNumber(value, Number.isInteger(value) ? 0 : 2);
}
