// Money is an integer number of fen. In columns and sums it is a bigint; JSON carries a safe integer.
// Refuses fractions of a fen and amounts that a JSON number cannot hold.

export type Fen = bigint;

export function fenToNumber(fen: Fen): number {
  const number = Number(fen);
  if (!Number.isSafeInteger(number)) throw new Error(`amount too large for JSON: ${fen} fen`);
  return number;
}

/**
 * Reads yuan as people write them: `1,234.5`, `1234.50`, `1.2万`. Undefined when it is no amount or
 * has more than two decimals of a yuan.
 */
export function parseYuan(text: string): Fen | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(万|亿)?元?$/.exec(text.trim().replace(/[,,\s]/g, ''));
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', unit] = match;
  const power = 2 + (unit === '万' ? 4 : unit === '亿' ? 8 : 0);
  const kept = fraction.slice(0, power).padEnd(power, '0');
  if (/[1-9]/.test(fraction.slice(power))) return undefined;
  const amount = BigInt(whole + kept);
  return sign === '-' ? -amount : amount;
}

/** Division rounded half away from zero, as the form's per-head income is rounded. */
export function divideFen(total: Fen, by: number): Fen {
  const divisor = BigInt(by);
  const doubled = total * 2n;
  const half = doubled >= 0n ? divisor : -divisor;
  return (doubled + half) / (divisor * 2n);
}
