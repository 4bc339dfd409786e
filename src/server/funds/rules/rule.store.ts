// SQL of rules about money: sums of what a rule means, villages and households below a floor, bases that stand
// in no book.
import { type RawBuilder, sql } from 'kysely';
import type { AccountKind } from '#domain/funds/account.ts';
import type { StageLines } from '#domain/funds/stages.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface MoneyQuestion {
  readonly span: AreaSpan;
  readonly sources: readonly string[] | undefined;
  readonly purposes: readonly string[] | undefined;
  readonly areas: readonly string[] | undefined;
  /** First day and the day after the last one. */
  readonly from: string;
  readonly until: string;
  readonly isTied: boolean;
}

export interface RuleSum {
  readonly kind: AccountKind;
  readonly source: string;
  readonly amount: bigint;
}

function among(column: string, values: readonly string[] | undefined): RawBuilder<unknown> {
  return values === undefined ? sql`` : sql`and ${sql.ref(column)} = any(${[...values]}::text[])`;
}

function inAreas(areas: readonly string[] | undefined, alias = 'a'): RawBuilder<unknown> {
  if (areas === undefined) return sql``;
  const place = sql.ref(`${alias}.area_code`);
  const parts = areas.map((code) => sql`${place} >= ${code} and ${place} < ${`${code}:`}`);
  return sql`and (${sql.join(parts, sql` or `)})`;
}

/** Tied to households: paid to one, or held and paid by a project for them or linked with them. */
const tied = sql`and (a.household is not null or exists (
  select from funds_project p where p.county = a.county and p.id = a.project_id
    and (p.level = 'household' or p.link is not null)))`;

/** Where money ends is kept by month, with its project and whether it is a household's. */
const ends = sql`('spent', 'riskFund', 'lent', 'written', 'bank')`;

/** Sums of what a rule means, from what is kept of places and what is not folded into it yet; no line is read. */
export async function sumMoney(tx: Tx, asked: MoneyQuestion): Promise<readonly RuleSum[]> {
  const { from, until, isTied } = asked;
  const { rows } = await sql<{ kind: AccountKind; source: string; amount: string }>`
    select kind, source, sum(amount_fen)::text as amount from (
      ${isTied ? keptTied(asked) : keptWhole(asked)}
      union all
      select a.kind, a.source, d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where d.true_on >= ${from}::date and d.true_on < ${until}::date and ${meant(asked, 'a')}
        ${isTied ? tied : sql``}
    ) as t group by 1, 2`.execute(tx);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

function meant(
  { span, sources, purposes, areas }: MoneyQuestion,
  alias: string,
): RawBuilder<unknown> {
  const place = sql.ref(`${alias}.area_code`);
  return sql`${place} >= ${span.low} and ${place} < ${span.high} ${among(`${alias}.source`, sources)}
    ${among(`${alias}.purpose`, purposes)} ${inAreas(areas, alias)}`;
}

function keptWhole(asked: MoneyQuestion): RawBuilder<unknown> {
  return sql`select t.kind, t.source, t.amount_fen from funds_tally t
    where t.true_on >= ${asked.from}::date and t.true_on < ${asked.until}::date and ${meant(asked, 't')}`;
}

/** A rule asks for whole years, and so for whole months. Purses are few: their days are added up. */
function keptTied(asked: MoneyQuestion): RawBuilder<unknown> {
  const { from, until } = asked;
  return sql`
    select f.kind, f.source, f.amount_fen from funds_flow f
    where f.month >= ${from}::date and f.month < ${until}::date and ${meant(asked, 'f')}
      and (f.to_households or exists (
        select from funds_project p where p.county = f.county and p.id::text = f.project
          and (p.level = 'household' or p.link is not null)))
    union all
    select a.kind, a.source, d.amount_fen
    from funds_account a join funds_day d on d.county = a.county and d.account_id = a.id
    where a.kind not in ${ends} and ${meant(asked, 'a')} ${tied}
      and d.true_on >= ${from}::date and d.true_on < ${until}::date`;
}

/** Years of the books of an area, the latest first. */
export async function listYears(tx: Tx, { low, high }: AreaSpan): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from true_on)::int as year from (
      select true_on from funds_tally where area_code >= ${low} and area_code < ${high}
      union all
      select d.true_on from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where a.area_code >= ${low} and a.area_code < ${high}) as days
    order by 1 desc`.execute(tx);
  return rows.map(({ year }) => year);
}

export interface ElsewhereQuestion extends MoneyQuestion {
  /** How far the money has come where the rule looks at it. */
  readonly stage: StageLines;
  /** Uses and areas that the rule wants it to have. */
  readonly wantedPurposes: readonly string[] | undefined;
  readonly wantedAreas: readonly string[] | undefined;
}

/** Entries by which money that a rule is about went elsewhere in the year, the largest first. */
export async function listElsewhere(
  tx: Tx,
  asked: ElsewhereQuestion,
  limit: number,
): Promise<readonly string[]> {
  const { span, from, until, stage } = asked;
  const size = sql`l.amount_fen * ${stage.sign}::int`;
  const { rows } = await sql<{ entry: string }>`
    select l.entry_id::text as entry
    from funds_account a join funds_line l on l.county = a.county and l.account_id = a.id
    where a.area_code >= ${span.low} and a.area_code < ${span.high}
      and a.kind = any(${[...stage.kinds]}::text[]) and ${size} > 0 and l.reverses is null
      and l.true_on >= ${from}::date and l.true_on < ${until}::date
      ${stage.acts === null ? sql`` : sql`and l.act = any(${[...stage.acts]}::text[])`}
      ${among('a.source', asked.sources)} ${among('a.purpose', asked.purposes)} ${inAreas(asked.areas)}
      and not (true ${among('a.purpose', asked.wantedPurposes)} ${inAreas(asked.wantedAreas)}
        ${asked.isTied ? tied : sql``})
      and not exists (select from funds_line r
        where r.county = l.county and r.account_id = l.account_id and r.reverses = l.entry_id)
    order by ${size} desc, l.entry_id limit ${limit}`.execute(tx);
  return rows.map(({ entry }) => entry);
}

export interface ShortPlace {
  readonly id: string | null;
  readonly code: string;
  readonly name: string | null;
  readonly amount: string;
}

interface FloorQuestion extends Omit<MoneyQuestion, 'isTied' | 'purposes' | 'areas'> {
  readonly least: bigint;
}

/** What each village with registered households got in the year. */
function villages({ span, sources, from, until }: FloorQuestion): RawBuilder<unknown> {
  const place = sql`length(a.area_code) >= 12 and a.area_code >= ${span.low} and a.area_code < ${span.high}
    and a.kind in ('allocated', 'spent') ${among('a.source', sources)}`;
  return sql`(
    select v.code, coalesce(sum(d.amount_fen), 0) as amount
    from (
      select distinct left(area_code, 12) as code from registry_household
      where area_code >= ${span.low} and area_code < ${span.high} and listed_on is not null
        and length(area_code) >= 12) v
    left join (
      select a.area_code as code, a.amount_fen from funds_tally a
      where a.true_on >= ${from}::date and a.true_on < ${until}::date and ${place}
      union all
      select left(a.area_code, 12), d.amount_fen
      from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
      where d.true_on >= ${from}::date and d.true_on < ${until}::date and ${place}) d on d.code = v.code
    group by v.code)`;
}

function households({ span, sources, from, until }: FloorQuestion): RawBuilder<unknown> {
  return sql`(
    select h.id, h.household_no as code, h.head_name as name, coalesce(d.amount, 0) as amount
    from registry_household h
    left join (
      select household, sum(amount_fen) as amount from (
        select a.household, a.amount_fen from funds_household_year a
        where a.year = extract(year from ${from}::date)::int
          and a.area_code >= ${span.low} and a.area_code < ${span.high} ${among('a.source', sources)}
        union all
        select a.household, d.amount_fen
        from funds_delta d join funds_account a on a.county = d.county and a.id = d.account_id
        where d.true_on >= ${from}::date and d.true_on < ${until}::date and a.household is not null
          and a.kind = 'spent' and a.area_code >= ${span.low} and a.area_code < ${span.high}
          ${among('a.source', sources)}) as both_of
      group by 1) d on d.household = h.id
    where h.area_code >= ${span.low} and h.area_code < ${span.high} and h.listed_on is not null
      and h.exited_on is null)`;
}

export async function countShort(
  tx: Tx,
  what: 'village' | 'household',
  asked: FloorQuestion,
): Promise<{ readonly short: number; readonly of: number }> {
  const each = what === 'village' ? villages(asked) : households(asked);
  const { rows } = await sql<{ short: number; of: number }>`
    select (count(*) filter (where amount < ${String(asked.least)}::bigint))::int as short,
      count(*)::int as of from ${each} as each_one`.execute(tx);
  return rows[0] ?? { short: 0, of: 0 };
}

export async function listShort(
  tx: Tx,
  what: 'village' | 'household',
  asked: FloorQuestion,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly ShortPlace[]> {
  const each = what === 'village' ? villages(asked) : households(asked);
  const id = what === 'village' ? sql`null::uuid as id, null::text as name` : sql`id, name`;
  const { rows } = await sql<ShortPlace>`
    select ${id}, code, amount::text as amount from ${each} as each_one
    where amount < ${String(asked.least)}::bigint ${after === undefined ? sql`` : sql`and code > ${after}`}
    order by code limit ${limit}`.execute(tx);
  return rows;
}

export interface BaseRecord {
  readonly area_code: string;
  readonly rule: string;
  readonly limit_id: string;
  readonly year: number;
  readonly amount: string;
  readonly document: string;
  readonly account_name: string;
}

export async function appendBase(
  tx: Tx,
  base: Omit<BaseRecord, 'amount'> & {
    readonly county: number;
    readonly amount: number;
    readonly account: string;
    readonly now: string;
  },
): Promise<void> {
  await sql`
    insert into funds_rule_base (county, area_code, rule, limit_id, year, position, amount_fen, document,
      account, account_name, recorded_at)
    select ${base.county}, ${base.area_code}, ${base.rule}, ${base.limit_id}, ${base.year},
      coalesce(max(b.position), 0) + 1, ${base.amount}, ${base.document}, ${base.account}::uuid,
      ${base.account_name}, ${base.now}::timestamptz
    from funds_rule_base b where b.county = ${base.county} and b.area_code = ${base.area_code}
      and b.rule = ${base.rule} and b.limit_id = ${base.limit_id} and b.year = ${base.year}`.execute(
    tx,
  );
}

/** The latest of each, of exactly this area. */
export async function listBases(
  tx: Tx,
  area: string,
  year: number,
): Promise<readonly BaseRecord[]> {
  const { rows } = await sql<BaseRecord>`
    select distinct on (rule, limit_id) area_code, rule, limit_id, year, amount_fen::text as amount,
      document, account_name
    from funds_rule_base where area_code = ${area} and year = ${year}
    order by rule, limit_id, position desc`.execute(tx);
  return rows;
}

/** Projects with money a rule means, and how many of them are built first. */
export async function countModes(
  tx: Tx,
  { span, sources, from, until }: Pick<MoneyQuestion, 'span' | 'sources' | 'from' | 'until'>,
): Promise<{ readonly first: number; readonly all: number }> {
  const { rows } = await sql<{ first: number; all: number }>`
    select (count(*) filter (where p.mode = 'buildThenSubsidize'))::int as first, count(*)::int as all
    from funds_project p
    where p.area_code >= ${span.low} and p.area_code < ${span.high} and p.step <> 'stopped'
      and p.applied_on >= ${from}::date and p.applied_on < ${until}::date
      and exists (select from funds_project_line l where l.county = p.county and l.project_id = p.id
        ${among('l.source', sources)})`.execute(tx);
  return rows[0] ?? { first: 0, all: 0 };
}
