// All SQL of the board of supply and demand. Row security shows what hangs here, below and above.
import { sql } from 'kysely';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { pathOf, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface MarketRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly product: string;
  readonly quantity: string;
  readonly words: string;
  readonly contact: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly until_on: string;
  readonly closed_on: string | null;
  readonly outcome: string | null;
  readonly entered_on: string;
  readonly entered_by: string;
  readonly entered_by_name: string;
}

export async function insertMarketRows(tx: Tx, rows: readonly MarketRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('workforce_market')
    .values(rows.map((row) => ({ ...row })))
    .execute();
}

export async function findMarketRow(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<MarketRecord | undefined> {
  return tx
    .selectFrom('workforce_market')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** False where it lies outside what the reader may change. */
export async function closeMarketRow(
  tx: Tx,
  { county, id }: Pick<MarketRecord, 'county' | 'id'>,
  { on, outcome }: { readonly on: string; readonly outcome: string },
): Promise<boolean> {
  const closed = await tx
    .updateTable('workforce_market')
    .set({ closed_on: on, outcome })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .returning('id')
    .execute();
  return closed.length > 0;
}

/** What hangs today in an area or above it, the first to end before the others. */
export async function listMarketRows(
  tx: Tx,
  {
    area,
    kind,
    today,
  }: { readonly area: AreaCode; readonly kind: string | undefined; readonly today: string },
): Promise<readonly MarketRecord[]> {
  const { low, high } = spanOf(area);
  const above = pathOf(area).filter((code) => code.length >= 6);
  return tx
    .selectFrom('workforce_market')
    .selectAll()
    .where('closed_on', 'is', null)
    .where('until_on', '>=', today)
    .where(
      sql<boolean>`(area_code >= ${low} and area_code < ${high} or area_code = any (${above}::text[]))`,
    )
    .where(kind === undefined ? sql<boolean>`true` : sql<boolean>`kind = ${kind}`)
    .orderBy('until_on')
    .orderBy('id')
    .limit(300)
    .execute();
}
