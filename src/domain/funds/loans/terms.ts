// What the pack in force on a day says of a loan product: cap, term, what is subsidised for how long, how
// days are counted. A number the pack does not give is null, and whoever needs it says so.
import type { Fen } from '#domain/kernel/fen.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { ppmOf } from './interest.ts';
import type { LoanMode } from './loan.ts';

export interface ProductTerms {
  readonly id: string;
  readonly title: Bilingual;
  readonly mode: LoanMode;
  readonly cap: Fen | null;
  readonly months: number | null;
  /** Percent of the benchmark interest that is subsidised. */
  readonly subsidyShare: number | null;
  readonly subsidyMonths: number | null;
  readonly dayBasis: number | null;
  readonly yieldPercent: number | null;
  readonly purposes: readonly Bilingual[];
  readonly parties: readonly Bilingual[];
  /** From this day on none is granted any more. */
  readonly until: string | null;
  readonly verified: boolean;
  readonly note: Bilingual | null;
}

export function productsIn(pack: ResolvedPack): readonly ProductTerms[] {
  return pack.rows.products.map(({ row }) => {
    const years = numberIn(pack, row.termYears);
    const subsidyYears = numberIn(pack, 'subsidyYears');
    const cap = numberIn(pack, row.capYuan);
    const named = [row.capYuan, row.termYears, ...(row.subsidyShare ? [row.subsidyShare] : [])];
    return {
      id: row.id,
      title: row.title,
      mode: row.mode ?? (row.yield === undefined ? 'credit' : 'entrusted'),
      cap: cap === null ? null : BigInt(Math.round(cap * 100)),
      months: years === null ? null : Math.round(years * 12),
      subsidyShare: row.subsidyShare === undefined ? null : numberIn(pack, row.subsidyShare),
      subsidyMonths: subsidyYears === null ? null : Math.round(subsidyYears * 12),
      dayBasis: numberIn(pack, 'loanDayBasis'),
      yieldPercent: row.yield === undefined ? null : numberIn(pack, row.yield),
      purposes: row.purposes,
      parties: row.parties,
      until: row.until ?? null,
      verified:
        row.verified === true &&
        named.every((one) => pack.scope.parameters.get(one)?.verified === true),
      note: row.note ?? null,
    };
  });
}

/** The benchmark rate for a term, in millionths a year; null where the pack has none on the day. */
export function benchmarkPpm(pack: ResolvedPack, months: number): number | null {
  const name = months <= 12 ? 'benchmarkRateOneYear' : 'benchmarkRateThreeYears';
  const percent = numberIn(pack, name);
  return percent === null ? null : ppmOf(percent);
}

export function numberIn(pack: ResolvedPack, parameter: string): number | null {
  const value = pack.scope.parameters.get(parameter)?.value;
  return typeof value === 'number' ? value : null;
}
