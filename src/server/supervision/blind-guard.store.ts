// SQL of the one question whether somebody's blind score of a household is still open.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface BlindRound {
  readonly id: string;
  readonly title: string;
}

/** Whoever recorded the household does not score it, and is closed out of nothing. */
export async function findBlindRound(
  tx: Tx,
  of: { readonly county: number; readonly household: string; readonly account: string },
): Promise<BlindRound | undefined> {
  const { rows } = await sql<BlindRound>`
    select c.id, c.title
    from supervision_sample s
    join supervision_campaign c on c.id = s.campaign_id and c.drawn_at is not null
      and c.closed_at is null and c.compares = 'independentScores'
    join supervision_rater r on r.campaign_id = c.id and r.account = ${of.account}::uuid
    where s.county = ${of.county} and s.household_id = ${of.household}::uuid
      and not ${of.account}::uuid = any (s.first_by)
      and not exists (select from supervision_rating g
        where g.county = s.county and g.campaign_id = s.campaign_id
          and g.household_id = s.household_id and g.team = r.team)
    order by c.drawn_at limit 1`.execute(tx);
  return rows[0];
}
