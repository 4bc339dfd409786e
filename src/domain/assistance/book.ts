// A book as content, whatever it is set in: a page has a title, lines of facts and ruled tables. The three
// books of a household (帮扶计划、帮扶措施、工作台账), its card, the register of a village and the file of a
// township are all made from what is recorded elsewhere; nothing in them can be typed into.

export const householdPapers = ['card', 'plan', 'measures', 'ledger'] as const;
export type HouseholdPaper = (typeof householdPapers)[number];

export const areaPapers = ['register', 'file', 'schedule'] as const;
export type AreaPaper = (typeof areaPapers)[number];

export interface BookTable {
  readonly kind: 'table';
  readonly heading: string;
  /** Relative width of each column, and whether it holds numbers. */
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly number?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly empty: string;
}

export interface BookFacts {
  readonly kind: 'facts';
  readonly heading: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

export interface BookPage {
  readonly paper: HouseholdPaper | AreaPaper;
  readonly title: string;
  readonly place: string;
  /** Number of the household, also as a code to scan; empty for an area. */
  readonly number: string;
  readonly parts: readonly (BookTable | BookFacts)[];
  /** Boxes for signatures and seal. */
  readonly signatures: readonly string[];
}

/** Cells of a page that say something; none of them was typed for it. */
export function cellsOf({ parts }: BookPage): number {
  const said = (row: readonly string[]) => row.filter((cell) => cell !== '').length;
  return parts.reduce(
    (sum, part) =>
      sum +
      (part.kind === 'facts'
        ? part.facts.filter(([, value]) => value !== '').length
        : part.rows.reduce((cells, row) => cells + said(row), 0)),
    0,
  );
}
