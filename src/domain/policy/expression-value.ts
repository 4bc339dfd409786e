// Values of the rule language. Unknown is a value of its own (null) and spreads by Kleene's rules:
// nothing may be decided on it. Numbers are float8 on both sides; whatever float8 cannot hold well
// (infinite, not a number, beyond the bounds below) is unknown rather than an error, so that the
// JavaScript and the SQL evaluator can agree on every input. Design section 4a; decision 0006.

export type Value = number | boolean | string | null;
/** A fact that may hold several codes at once, such as all causes of a household. */
export type FactValue = Value | bigint | readonly string[];
export type Facts = Readonly<Record<string, FactValue | undefined>>;

export type ValueType = 'number' | 'boolean' | 'text' | 'codes';

/** A known number is smaller than this. PostgreSQL raises an error where JavaScript says Infinity. */
export const numberLimit = 1e100;
/** Anything nearer to zero than this is zero, for PostgreSQL raises an error on underflow as well. */
export const numberFloor = 1e-100;

/** Brings a computed number into the bounds; null when it is no number one can decide on. */
export function settle(value: number): number | null {
  if (!(value < numberLimit && value > -numberLimit)) return null;
  return value < numberFloor && value > -numberFloor ? 0 : value;
}

/** Reads a fact as a value of the declared type; a value of another type is unknown, not guessed. */
export function readValue(fact: FactValue | undefined, type: ValueType): Value {
  switch (type) {
    case 'number':
      if (typeof fact === 'number') return settle(fact);
      return typeof fact === 'bigint' ? settle(Number(fact)) : null;
    case 'boolean':
      return typeof fact === 'boolean' ? fact : null;
    case 'text':
      return typeof fact === 'string' ? fact : null;
    case 'codes':
      return null;
  }
}

export function readCodes(fact: FactValue | undefined): readonly string[] | null {
  return Array.isArray(fact) ? fact : null;
}
