// What runs stored of one household.

import { sql } from 'kysely';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export async function findRunScore(
  tx: Tx,
  run: string,
  household: string,
): Promise<{ readonly total: number | null } | undefined> {
  return tx
    .selectFrom('targeting_score')
    .select('total')
    .where('county', '=', countyOfId(household))
    .where('run_id', '=', run)
    .where('household_id', '=', household)
    .executeTakeFirst();
}

interface StoredScore {
  readonly run: string;
  readonly sheet: string;
  readonly as_of: string;
  readonly total: number | null;
}

/** The score of the last run as of a day up to this one. */
export async function findScoreUntil(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  until: string,
): Promise<StoredScore | undefined> {
  const { rows } = await sql<StoredScore>`
    select r.id as run, r.sheet, r.as_of, s.total
    from targeting_run r
    cross join lateral (
      select total from targeting_score
      where county = ${county} and run_id = r.id and household_id = ${id}::uuid
      limit 1) s
    where r.state = 'done' and r.as_of <= ${until}
    order by r.as_of desc, r.started_at desc
    limit 1`.execute(tx);
  return rows[0];
}
