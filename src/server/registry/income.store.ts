// The income ledger of a household as it is read: entries with who signed them, and the yearly figures.
import type { IncomeKind } from '#domain/registry/income.ts';
import type { LedgerEntry } from '#domain/registry/income-year.ts';
import type { Tx } from '#server/database/connect.ts';
import type { HouseholdKey } from './event.store.ts';

export interface IncomeEntryRow {
  readonly id: string;
  readonly year: number;
  readonly kind: string;
  readonly amountFen: number;
  readonly person: string | null;
  readonly note: string;
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly source: string;
  readonly authorName: string;
  readonly recordedAt: string;
  readonly reverses: string | null;
}

export interface IncomeYearRow {
  readonly year: number;
  readonly wageFen: number;
  readonly businessFen: number;
  readonly propertyFen: number;
  readonly transferFen: number;
  readonly costFen: number;
  readonly netFen: number;
  readonly members: number;
  readonly perHeadFen: number | null;
}

/**
 * Newest year first. An entry made by itself is signed by the event that carries its id, entries that came in bulk by
 * the event they came with.
 */
export async function listIncomeEntries(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly IncomeEntryRow[]> {
  const rows = await tx
    .selectFrom('registry_income_entry as entry')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('registry_event')
          .whereRef('registry_event.county', '=', 'entry.county')
          .whereRef('registry_event.household_id', '=', 'entry.household_id')
          .where((is) =>
            is.or([
              is('registry_event.id', '=', is.ref('entry.id')),
              is('registry_event.recorded_at', '=', is.ref('entry.recorded_at')),
            ]),
          )
          .orderBy((is) => is('registry_event.id', '=', is.ref('entry.id')), 'desc')
          .orderBy('registry_event.version')
          .limit(1)
          .select('registry_event.author_name')
          .as('event'),
      (join) => join.onTrue(),
    )
    .where('entry.county', '=', county)
    .where('entry.household_id', '=', id)
    .orderBy('entry.year', 'desc')
    .orderBy('entry.recorded_at', 'desc')
    .orderBy('entry.id')
    .selectAll('entry')
    .select('event.author_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    kind: row.kind,
    amountFen: row.amount_fen,
    person: row.person_id,
    note: row.note,
    observedFrom: row.observed_from,
    observedTo: row.observed_to,
    source: row.source,
    authorName: row.author_name ?? '',
    recordedAt: row.recorded_at,
    reverses: row.reverses,
  }));
}

/** The ledgers of many households of a county, as the yearly figures are computed from them. */
export async function listLedgerRows(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<readonly (LedgerEntry & { readonly household: string })[]> {
  const rows = await tx
    .selectFrom('registry_income_entry')
    .where('county', '=', county)
    .where('household_id', 'in', [...households])
    .orderBy('recorded_at')
    .orderBy('id')
    .select(['household_id', 'id', 'year', 'kind', 'amount_fen', 'reverses'])
    .execute();
  return rows.map((row) => ({
    household: row.household_id,
    id: row.id,
    year: row.year,
    kind: row.kind as IncomeKind,
    amount: BigInt(row.amount_fen),
    reverses: row.reverses,
  }));
}

/** Oldest year first. */
export async function listIncomeYears(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly IncomeYearRow[]> {
  const rows = await tx
    .selectFrom('registry_income_year')
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('year')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    year: row.year,
    wageFen: row.wage_fen,
    businessFen: row.business_fen,
    propertyFen: row.property_fen,
    transferFen: row.transfer_fen,
    costFen: row.cost_fen,
    netFen: row.net_fen,
    members: row.members,
    perHeadFen: row.per_head_fen,
  }));
}
