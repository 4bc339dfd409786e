// All SQL of samples and of the scores given to them.
import { CompiledQuery, sql } from 'kysely';
import type { SheetSql } from '#domain/policy/pack/score-sheet.ts';
import { householdField } from '#domain/registry/form.ts';
import type { Tx } from '#server/database/connect.ts';

export interface SampleRecord {
  readonly county: number;
  readonly campaign_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly household_no: string;
  readonly probability: number;
  readonly stratum: string;
  readonly cluster: string | null;
  readonly first_items: readonly (number | null)[] | null;
  readonly first_total: number | null;
  readonly first_listed: boolean | null;
  readonly first_by: readonly string[];
}

/** First parameter a sheet's SQL may use in `scoreSamples`. */
export const firstSheetParameter = 4;

/** What the register says of the households drawn, by one statement over the sheet; never changed again. */
export async function scoreSamples(
  tx: Tx,
  campaign: string,
  { sheet, cutOff, lowerIsPoorer }: SampleScoring,
): Promise<void> {
  const { inner, outer, parameters } = sheet;
  const side = lowerIsPoorer ? '<=' : '>=';
  const text = `
    update supervision_sample s
    set first_items = scored.items, first_total = scored.total,
      first_listed = scored.total ${side} $2::float8
    from (
      select county, id, ${outer.items} as items, ${outer.total} as total
      from (
        select county, id, ${inner} from registry_household
        where (county, id) in (
          select county, household_id from supervision_sample
          where campaign_id = $1::uuid and $3::integer is not null) offset 0
      ) as points
    ) as scored
    where s.campaign_id = $1::uuid and s.county = scored.county and s.household_id = scored.id`;
  await tx.executeQuery(CompiledQuery.raw(text, [campaign, cutOff, 1, ...parameters]));
}

export interface SampleScoring {
  readonly sheet: SheetSql;
  readonly cutOff: number | null;
  readonly lowerIsPoorer: boolean;
}

export async function listSamples(tx: Tx, campaign: string): Promise<readonly SampleRecord[]> {
  return tx
    .selectFrom('supervision_sample')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('area_code')
    .orderBy('household_no')
    .execute();
}

export interface SampleKey {
  readonly county: number;
  readonly campaign: string;
  readonly household: string;
}

/** Locked, two raters of one team at one household come one after the other. */
export async function findSample(
  tx: Tx,
  { county, campaign, household }: SampleKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<SampleRecord | undefined> {
  const query = tx
    .selectFrom('supervision_sample')
    .selectAll()
    .where('county', '=', county)
    .where('campaign_id', '=', campaign)
    .where('household_id', '=', household);
  return (lock === 'locked' ? query.forKeyShare() : query).executeTakeFirst();
}

export interface SampleLine {
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly probability: number;
  readonly first_by: readonly string[];
  readonly scored_by: readonly string[];
  readonly is_kin: boolean;
}

/** The sample by place with the teams that have scored; with `team`, only what waits for that team. */
export async function listSampleLines(
  tx: Tx,
  campaign: string,
  asked: {
    readonly waitsFor?: { readonly team: string; readonly account: string } | undefined;
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly SampleLine[]> {
  const { waitsFor, after, limit } = asked;
  const waits =
    waitsFor === undefined
      ? sql`true`
      : sql`not (${waitsFor.account}::uuid = any (s.first_by)) and not exists (
          select from supervision_rating g where g.county = s.county and g.campaign_id = s.campaign_id
            and g.household_id = s.household_id and g.team = ${waitsFor.team})`;
  const place =
    after === undefined
      ? sql`true`
      : sql`(s.area_code, s.household_no) > (${after[0]}, ${after[1]})`;
  const { rows } = await sql<SampleLine>`
    select s.household_id, s.household_no, h.head_name, s.area_code, s.probability, s.first_by,
      coalesce((
        select array_agg(distinct g.team order by g.team) from supervision_rating g
        where g.county = s.county and g.campaign_id = s.campaign_id
          and g.household_id = s.household_id), '{}') as scored_by,
      coalesce((
        select k.is_kin from supervision_kin k
        where k.county = s.county and k.household_id = s.household_id
        order by k.recorded_at desc limit 1), false) as is_kin
    from supervision_sample s
    join registry_household h on h.county = s.county and h.id = s.household_id
    where s.campaign_id = ${campaign}::uuid and ${waits} and ${place}
    order by s.area_code, s.household_no
    limit ${limit}`.execute(tx);
  return rows;
}

export interface AnswerGiven {
  readonly field: string;
  readonly value: string | number | boolean;
}

export interface RatingRow {
  readonly county: number;
  readonly campaign_id: string;
  readonly household_id: string;
  readonly team: string;
  readonly round: number;
  readonly id: string;
  readonly area_code: string;
  readonly account: string;
  readonly account_name: string;
  readonly items: readonly number[];
  readonly total: number;
  readonly listed: boolean;
  readonly answers: readonly AnswerGiven[];
  readonly note: string;
  readonly scored_on: string;
  readonly recorded_at: string;
}

/** False where the team has a score of this round already. */
export async function insertRating(tx: Tx, row: RatingRow): Promise<boolean> {
  const done = await tx
    .insertInto('supervision_rating')
    .values({ ...row, items: [...row.items], answers: JSON.stringify(row.answers) })
    .onConflict((conflict) =>
      conflict.columns(['county', 'campaign_id', 'household_id', 'team', 'round']).doNothing(),
    )
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0n) > 0;
}

export async function insertRatings(tx: Tx, rows: readonly RatingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('supervision_rating')
    .values(
      rows.map((row) => ({ ...row, items: [...row.items], answers: JSON.stringify(row.answers) })),
    )
    .execute();
}

export async function listRatings(
  tx: Tx,
  campaign: string,
  household?: string,
): Promise<readonly RatingRow[]> {
  const query = tx
    .selectFrom('supervision_rating')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('recorded_at')
    .orderBy('id');
  const rows = await (household === undefined
    ? query
    : query.where('household_id', '=', household)
  ).execute();
  return rows as readonly RatingRow[];
}

export interface DeviationRow {
  readonly account: string;
  readonly account_name: string;
  readonly scored_on: string;
  readonly difference: number;
}

/** First scores of closed rounds and of this one against those of the register, of these raters. */
export async function listDeviations(
  tx: Tx,
  campaign: string,
  accounts: readonly string[],
): Promise<readonly DeviationRow[]> {
  if (accounts.length === 0) return [];
  const { rows } = await sql<DeviationRow>`
    select g.account, g.account_name, g.scored_on, g.total - s.first_total as difference
    from supervision_rating g
    join supervision_sample s on s.county = g.county and s.campaign_id = g.campaign_id
      and s.household_id = g.household_id
    join supervision_campaign c on c.id = g.campaign_id
    where g.account = any (${[...accounts]}::uuid[]) and s.first_total is not null
      and (c.closed_at is not null or c.id = ${campaign}::uuid)
    order by g.scored_on, g.recorded_at`.execute(tx);
  return rows;
}

export interface HouseholdSampleRow {
  readonly campaign_id: string;
  readonly title: string;
  readonly drawn_on: string;
  readonly closed_on: string | null;
  readonly first_listed: boolean | null;
  readonly first_total: number | null;
  /** Of each team the score that counts. */
  readonly listed: readonly boolean[];
  readonly teams: number;
}

/** Rounds a household was drawn for. */
export async function listSamplesOfHousehold(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly HouseholdSampleRow[]> {
  const { rows } = await sql<HouseholdSampleRow>`
    select s.campaign_id, c.title, c.drawn_on, c.closed_on, s.first_listed, s.first_total,
      coalesce(array_agg(g.listed) filter (where g.listed is not null), '{}') as listed,
      count(g.team)::integer as teams
    from supervision_sample s
    join supervision_campaign c on c.id = s.campaign_id
    left join lateral (
      select distinct on (g.team) g.team, g.listed from supervision_rating g
      where g.county = s.county and g.campaign_id = s.campaign_id
        and g.household_id = s.household_id
      order by g.team, g.round desc
    ) as g on true
    where s.county = ${county} and s.household_id = ${id}::uuid
    group by s.campaign_id, c.title, c.drawn_on, c.closed_on, s.first_listed, s.first_total
    order by c.drawn_on desc, s.campaign_id`.execute(tx);
  return rows;
}

/** Names of the heads of all households drawn. */
export async function listHeads(tx: Tx, campaign: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; head_name: string | null }>`
    select h.id, h.head_name from supervision_sample s
    join registry_household h on h.county = s.county and h.id = s.household_id
    where s.campaign_id = ${campaign}::uuid`.execute(tx);
  return new Map(
    rows.flatMap(({ id, head_name }) => (head_name === null ? [] : [[id, head_name]])),
  );
}

export interface AnsweredRow {
  readonly answers: readonly AnswerGiven[];
  readonly registered: Readonly<Record<string, string | number | boolean | null>>;
}

/** Answers of the first time, each beside what the register holds for the fields asked again. */
export async function listAnswered(
  tx: Tx,
  campaign: string,
  fields: readonly string[],
): Promise<readonly AnsweredRow[]> {
  const columns = fields.flatMap((name) => {
    const field = householdField(name);
    return field === undefined ? [] : [sql`${sql.lit(name)}, ${sql.ref(`h.${field.column}`)}`];
  });
  if (columns.length === 0) return [];
  const { rows } = await sql<AnsweredRow>`
    select g.answers, jsonb_build_object(${sql.join(columns)}) as registered
    from supervision_rating g
    join registry_household h on h.county = g.county and h.id = g.household_id
    where g.campaign_id = ${campaign}::uuid and g.round = 1`.execute(tx);
  return rows;
}
