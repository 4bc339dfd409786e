// Two raters' columns beside each other: categories (kappa, in streaming counts) or numbers (limits of
// agreement and ICC, whose pairs are held).
import { refuse } from '#domain/kernel/refusal.ts';
import {
  type Icc,
  iccOf,
  type Kappa,
  type KappaWeights,
  kappaOf,
  type NumberAgreement,
  numberAgreement,
} from '#domain/kernel/statistics/agreement.ts';
import type { Analysis } from './analysis.ts';
import { tooManyCategories } from './analysis-refusals.ts';

export interface AgreementAsk {
  readonly first: string;
  readonly second: string;
  readonly isNumbers: boolean;
  readonly weights: KappaWeights;
  readonly tolerance: number;
  /** Order of the categories, for weighted kappa; as they sort where absent. */
  readonly order?: readonly string[] | undefined;
  readonly confidence?: number;
}

export interface AgreementAnswer {
  readonly kappa: Kappa | null;
  readonly categories: readonly string[];
  /** `table[i][j]`: first rater's category i, second's j. */
  readonly table: readonly (readonly number[])[];
  readonly numbers: NumberAgreement | null;
  readonly icc: Icc | null;
}

const categoriesMax = 30;

export function createAgreementAnalysis(ask: AgreementAsk): Analysis<AgreementAnswer> {
  const { isNumbers, weights, tolerance, confidence } = ask;
  const counts = new Map<string, Map<string, number>>();
  const pairs: (readonly [number, number])[] = [];
  let missing = 0;
  const kind = isNumbers ? 'number' : 'text';
  return {
    columns: [
      { role: 'first', heading: ask.first, kind },
      { role: 'second', heading: ask.second, kind },
    ],
    holds: isNumbers ? 'numbers' : 'stream',
    add(row) {
      if (!row.has('first') || !row.has('second')) {
        missing += 1;
        return undefined;
      }
      if (isNumbers) {
        pairs.push([row.number('first') ?? 0, row.number('second') ?? 0]);
        return undefined;
      }
      const own = counts.get(row.text('first')) ?? new Map<string, number>();
      counts.set(row.text('first'), own);
      own.set(row.text('second'), (own.get(row.text('second')) ?? 0) + 1);
      checkCategories(counts.size, own.size);
      return undefined;
    },
    missing: () => missing,
    result() {
      if (isNumbers) {
        const numbers = numberAgreement(pairs, { tolerance, confidence });
        const icc = pairs.length > 1 ? iccOf(pairs) : null;
        return { kappa: null, categories: [], table: [], numbers, icc };
      }
      const categories = categoriesOf(counts, ask.order);
      checkCategories(categories.length, 0);
      const table = categories.map((first) =>
        categories.map((second) => counts.get(first)?.get(second) ?? 0),
      );
      const kappa = kappaOf(table, { weights, confidence });
      return { kappa, categories, table, numbers: null, icc: null };
    },
  };
}

function checkCategories(...counts: readonly number[]): void {
  const count = Math.max(...counts);
  if (count > categoriesMax) refuse(tooManyCategories, { count, limit: categoriesMax });
}

function categoriesOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  order: readonly string[] = [],
): readonly string[] {
  const found = [...new Set([...counts].flatMap(([first, own]) => [first, ...own.keys()]))];
  const place = (name: string) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return found.sort(
    (left, right) =>
      place(left) - place(right) || left.localeCompare(right, 'zh-Hans-CN', { numeric: true }),
  );
}
