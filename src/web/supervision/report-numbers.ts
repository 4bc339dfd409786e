// Numbers of a report: percentages with what they deserve of digits, differences with their sign.
import { exactNumber } from '#web/text/number.ts';

export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(3)));
}

/** A share as one of a column: all with a decimal. */
export function columnShare(share: number): string {
  return `${exactNumber(share * 100, 1)}%`;
}

/** Of points, which are whole, or of their means, which all have a decimal. */
export function signed(difference: number, decimals: 0 | 1 = 0): string {
  const text = exactNumber(difference, decimals);
  if (Number(text.replace('−', '-')) === 0) return exactNumber(0, decimals);
  return difference > 0 ? `+${text}` : text;
}
