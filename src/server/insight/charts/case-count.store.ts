// Open and late cases of each of some areas, from the kept counts and what is not folded into them yet.
import { sql } from 'kysely';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CasesOfArea {
  readonly area: string;
  readonly open: number;
  readonly late: number;
}

/** Areas are villages or wider; they do not overlap. */
export async function countCasesByArea(
  tx: Tx,
  areas: readonly AreaCode[],
  today: string,
): Promise<readonly CasesOfArea[]> {
  const spans = areas.map(spanOf);
  const { rows } = await sql<CasesOfArea>`
    select area, sum(cases)::bigint as open,
      coalesce(sum(cases) filter (where due_key < ${today}::date), 0)::bigint as late
    from (
      select area_code as area, due_key, cases from casework_count
      where area_code = any(${[...areas]}::text[])
      union all
      select wide.code, d.due_key, d.cases
      from unnest(
        ${[...areas]}::text[], ${spans.map(({ low }) => low)}::text[], ${spans.map(({ high }) => high)}::text[]
      ) as wide (code, low, high)
      join casework_count_delta d
        on d.area_code >= wide.low collate "C" and d.area_code < wide.high collate "C"
      where current_setting('app.households', true) = ''
    ) as lines
    group by area`.execute(tx);
  return rows;
}
