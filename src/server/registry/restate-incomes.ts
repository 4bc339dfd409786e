// Incomes a source states against the ledger: equal sums of a year and kind change nothing, others are
// taken back and entered anew, so that the ledger keeps what it said before.
import type { Id } from '#domain/kernel/id.ts';
import type { IncomeMark } from '#domain/registry/event.ts';
import type { IncomeRecord, Signed } from '#domain/registry/household.ts';
import type { IncomeKind } from '#domain/registry/income.ts';
import type { LedgerEntry } from '#domain/registry/income-year.ts';
import type { Tx } from '#server/database/connect.ts';
import { listLedgerRows } from './income.store.ts';

export interface NewLedgerRow {
  readonly id: string;
  readonly person: string | null;
  readonly year: number;
  readonly kind: IncomeKind;
  readonly amountFen: number;
  readonly note: string;
  readonly reverses: string | null;
}

export interface LedgerChange {
  /** Rows to add: takings back first. */
  readonly entries: readonly NewLedgerRow[];
  /** The ledger with them. */
  readonly after: readonly LedgerEntry[];
  readonly marks: readonly IncomeMark[];
}

export async function listLedgers(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
  const ledgers = new Map<string, LedgerEntry[]>();
  for (const { household, ...entry } of await listLedgerRows(tx, county, households)) {
    const own = ledgers.get(household);
    if (own === undefined) ledgers.set(household, [entry]);
    else own.push(entry);
  }
  return ledgers;
}

export function restateIncomes(
  ledger: readonly LedgerEntry[],
  stated: readonly Omit<IncomeRecord, 'id'>[],
  { newId }: { readonly signed: Signed; newId(county: number): Id },
  county: number,
): LedgerChange {
  const reversed = new Set(ledger.flatMap((entry) => entry.reverses ?? []));
  const standing = ledger.filter((entry) => entry.reverses === null && !reversed.has(entry.id));
  const entries: NewLedgerRow[] = [];
  const place = (entry: { readonly year: number; readonly kind: string }) =>
    `${entry.year} ${entry.kind}`;
  for (const key of new Set(stated.map(place))) {
    const said = stated.filter((income) => place(income) === key);
    const known = standing.filter((entry) => place(entry) === key);
    const sumSaid = said.reduce((sum, income) => sum + BigInt(income.amountFen), 0n);
    const sumKnown = known.reduce((sum, entry) => sum + entry.amount, 0n);
    if (known.length > 0 && sumSaid === sumKnown) continue;
    for (const { id, year, kind, amount } of known) {
      const row = { id: newId(county), person: null, year, kind, note: '', reverses: id };
      entries.push({ ...row, amountFen: Number(amount) });
    }
    for (const { person, year, kind, amountFen, note } of said) {
      const row = { id: newId(county), person: person ?? null, year, kind, amountFen };
      entries.push({ ...row, note: note ?? '', reverses: null });
    }
  }
  return {
    entries,
    after: [
      ...ledger,
      ...entries.map(({ id, year, kind, amountFen, reverses }) => ({
        id,
        year,
        kind,
        amount: BigInt(amountFen),
        reverses,
      })),
    ],
    marks: entries
      .filter((entry) => entry.reverses === null)
      .map(({ id, year, kind, amountFen }) => ({ income: { entry: id, year, kind, amountFen } })),
  };
}
