// The income ledger of one household as it is written: entries appended, yearly figures replaced.
import { fenToNumber } from '#domain/kernel/fen.ts';
import type { IncomeKind } from '#domain/registry/income.ts';
import type { LedgerEntry, YearFigures } from '#domain/registry/income-year.ts';
import type { Tx } from '#server/database/connect.ts';
import type { HouseholdKey } from './event.store.ts';

export async function listLedger(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly LedgerEntry[]> {
  const rows = await tx
    .selectFrom('registry_income_entry')
    .select(['id', 'year', 'kind', 'amount_fen', 'reverses'])
    .where('county', '=', county)
    .where('household_id', '=', id)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    kind: row.kind as IncomeKind,
    amount: BigInt(row.amount_fen),
    reverses: row.reverses,
  }));
}

export interface NewIncomeEntry {
  readonly id: string;
  readonly person: string | null;
  readonly year: number;
  readonly kind: string;
  readonly amountFen: number;
  readonly note: string;
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly source: string;
  readonly author: string | null;
  readonly recordedAt: string;
  readonly reverses: string | null;
}

export async function insertIncomeEntry(
  tx: Tx,
  place: HouseholdKey & { readonly area: string },
  entry: NewIncomeEntry,
): Promise<void> {
  await tx
    .insertInto('registry_income_entry')
    .values({
      county: place.county,
      id: entry.id,
      household_id: place.id,
      person_id: entry.person,
      area_code: place.area,
      year: entry.year,
      kind: entry.kind,
      amount_fen: entry.amountFen,
      note: entry.note,
      observed_from: entry.observedFrom,
      observed_to: entry.observedTo,
      source: entry.source,
      author: entry.author,
      recorded_at: entry.recordedAt,
      reverses: entry.reverses,
    })
    .execute();
}

/** An entry of the ledger with the household it belongs to. */
export async function findIncomeEntry(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<(NewIncomeEntry & { readonly household: string }) | undefined> {
  const row = await tx
    .selectFrom('registry_income_entry')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    household: row.household_id,
    person: row.person_id,
    year: row.year,
    kind: row.kind,
    amountFen: row.amount_fen,
    note: row.note,
    observedFrom: row.observed_from,
    observedTo: row.observed_to,
    source: row.source,
    author: row.author,
    recordedAt: row.recorded_at,
    reverses: row.reverses,
  };
}

export async function isEntryReversed(tx: Tx, { county, id }: HouseholdKey): Promise<boolean> {
  const row = await tx
    .selectFrom('registry_income_entry')
    .select('id')
    .where('county', '=', county)
    .where('reverses', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function replaceIncomeYears(
  tx: Tx,
  place: HouseholdKey & { readonly area: string },
  years: readonly YearFigures[],
): Promise<void> {
  await tx
    .deleteFrom('registry_income_year')
    .where('county', '=', place.county)
    .where('household_id', '=', place.id)
    .execute();
  if (years.length === 0) return;
  await tx
    .insertInto('registry_income_year')
    .values(
      years.map((year) => ({
        county: place.county,
        household_id: place.id,
        area_code: place.area,
        year: year.year,
        wage_fen: fenToNumber(year.wage),
        business_fen: fenToNumber(year.business),
        property_fen: fenToNumber(year.property),
        transfer_fen: fenToNumber(year.transfer),
        cost_fen: fenToNumber(year.cost),
        members: year.members,
        net_fen: fenToNumber(year.net),
        per_head_fen: year.perHead === undefined ? null : fenToNumber(year.perHead),
      })),
    )
    .execute();
}
