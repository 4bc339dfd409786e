// How many registered households of an area lack the same things, by a sheet compiled to SQL: one row a
// pattern, whatever the number of households.
import { CompiledQuery } from 'kysely';
import type { DeprivationPattern } from '#domain/insight/measures/deprivation-sheet.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { SheetSql } from '#domain/policy/pack/score-sheet.ts';
import type { Tx } from '#server/database/connect.ts';

/** First parameter the sheet's SQL may use, after two for each area. */
export function firstSheetParameterFor(areas: readonly AreaCode[]): number {
  return 2 * areas.length + 1;
}

export async function listDeprivations(
  tx: Tx,
  areas: readonly AreaCode[],
  { inner, outer, parameters }: SheetSql,
): Promise<readonly DeprivationPattern[]> {
  const spans = areas.map(spanOf);
  const within = spans
    .map((_, at) => `(area_code >= $${2 * at + 1} and area_code < $${2 * at + 2})`)
    .join(' or ');
  const text = `
    select points, count(*)::integer as households, sum(members)::integer as persons
    from (
      select members, ${outer.items} as points
      from (
        select members, ${inner} from registry_household
        where (${within}) and stage <> 'SURVEYED' offset 0
      ) as scored
    ) as marked
    group by points`;
  interface Row {
    readonly points: readonly (number | null)[];
    readonly households: number;
    readonly persons: number;
  }
  const { rows } = await tx.executeQuery<Row>(
    CompiledQuery.raw(text, [...spans.flatMap(({ low, high }) => [low, high]), ...parameters]),
  );
  return rows.map(({ points, households, persons }) => ({
    lacks: points.map((one) => (one === null ? null : one > 0)),
    households,
    persons,
  }));
}
