// The poverty line of each year, as the pack in force holds it.

export interface PovertyLine {
  readonly fen: number;
  readonly verified: boolean;
}

export function usePovertyLines(): ReadonlyMap<number, PovertyLine> {
  return new Map();
}
