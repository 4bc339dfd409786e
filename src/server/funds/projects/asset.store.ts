// All SQL of assets: rows, acts, what they earned and for whom.
import { type RawBuilder, sql } from 'kysely';
import type { AssetActKind, AssetKind, AssetState } from '#domain/funds/projects/asset.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface AssetRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly project_id: string | null;
  readonly title: string;
  readonly kind: AssetKind;
  readonly value_fen: number;
  readonly formed_on: string;
  readonly owner: string;
  readonly keeper: string;
  readonly state: AssetState;
  readonly state_on: string;
  readonly counted_year: number | null;
  readonly shared_fen: number;
  readonly disposed_fen: number | null;
  readonly author: string;
  readonly created_at: string;
}

const columns = sql`s.*, s.value_fen::float8 as value_fen, s.shared_fen::float8 as shared_fen,
  s.disposed_fen::float8 as disposed_fen, s.formed_on::text as formed_on, s.state_on::text as state_on`;

export async function insertAsset(
  tx: Tx,
  asset: Omit<AssetRecord, 'counted_year' | 'shared_fen' | 'disposed_fen' | 'owner' | 'keeper'>,
): Promise<void> {
  await tx.insertInto('funds_asset').values(asset).execute();
}

export async function updateAsset(
  tx: Tx,
  { county, id }: Pick<AssetRecord, 'county' | 'id'>,
  change: Partial<
    Pick<
      AssetRecord,
      'state' | 'state_on' | 'owner' | 'keeper' | 'counted_year' | 'shared_fen' | 'disposed_fen'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('funds_asset')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function findAsset(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<AssetRecord | undefined> {
  const { rows } = await sql<AssetRecord>`
    select ${columns} from funds_asset s
    where s.county = ${countyOfIdIn(sql`${id}`)} and s.id = ${id}::uuid
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export interface AssetFilter {
  readonly span: AreaSpan;
  readonly kind?: AssetKind | undefined;
  readonly state?: AssetState | undefined;
  readonly project?: string | undefined;
  /** Not counted in this year and not disposed of. */
  readonly uncountedIn?: number | undefined;
}

function whereOf({ span, kind, state, project, uncountedIn }: AssetFilter): RawBuilder<unknown> {
  return sql.join(
    [
      sql`s.area_code >= ${span.low} and s.area_code < ${span.high}`,
      ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
      ...(state === undefined ? [] : [sql`s.state = ${state}`]),
      ...(project === undefined ? [] : [sql`s.project_id = ${project}::uuid`]),
      ...(uncountedIn === undefined
        ? []
        : [sql`s.counted_year is distinct from ${uncountedIn} and s.state <> 'disposed'`]),
    ],
    sql` and `,
  );
}

export async function listAssetRows(
  tx: Tx,
  filter: AssetFilter & {
    readonly before: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly AssetRecord[]> {
  const { before, limit } = filter;
  const { rows } = await sql<AssetRecord>`
    select ${columns} from funds_asset s
    where ${whereOf(filter)}
      ${
        before === undefined
          ? sql``
          : sql`and (s.created_at, s.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`
      }
    order by s.created_at desc, s.id desc limit ${limit}`.execute(tx);
  return rows;
}

export interface AssetSum {
  readonly kind: AssetKind;
  readonly state: AssetState;
  readonly count: number;
  readonly value: number;
  readonly counted: number;
  readonly shared: number;
}

export async function sumAssets(
  tx: Tx,
  span: AreaSpan,
  year: number,
): Promise<readonly AssetSum[]> {
  const { rows } = await sql<AssetSum>`
    select s.kind, s.state, count(*)::int as count, sum(s.value_fen)::float8 as value,
      (count(*) filter (where s.counted_year = ${year}))::int as counted,
      sum(s.shared_fen)::float8 as shared
    from funds_asset s where ${whereOf({ span })} group by 1, 2`.execute(tx);
  return rows;
}

/** What a project formed so far. */
export async function formedOf(tx: Tx, county: number, project: string): Promise<bigint> {
  const { rows } = await sql<{ sum: string }>`
    select coalesce(sum(value_fen), 0)::text as sum from funds_asset
    where county = ${county} and project_id = ${project}::uuid`.execute(tx);
  return BigInt(rows[0]?.sum ?? '0');
}

export interface AssetActRecord {
  readonly position: number;
  readonly kind: AssetActKind;
  readonly done_on: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly account_name: string;
}

export async function appendAssetAct(
  tx: Tx,
  { county, id, area_code }: Pick<AssetRecord, 'county' | 'id' | 'area_code'>,
  act: Omit<AssetActRecord, 'position'> & { readonly account: string; readonly now: string },
): Promise<void> {
  await sql`
    insert into funds_asset_act (county, asset_id, position, area_code, kind, done_on, facts, account,
      account_name, recorded_at)
    select ${county}, ${id}::uuid, coalesce(max(a.position), 0) + 1, ${area_code}, ${act.kind},
      ${act.done_on}::date, ${JSON.stringify(act.facts)}::jsonb, ${act.account}::uuid,
      ${act.account_name}, ${act.now}::timestamptz
    from funds_asset_act a where a.county = ${county} and a.asset_id = ${id}::uuid`.execute(tx);
}

export async function listAssetActs(
  tx: Tx,
  { county, id }: Pick<AssetRecord, 'county' | 'id'>,
): Promise<readonly AssetActRecord[]> {
  const { rows } = await sql<AssetActRecord>`
    select position, kind, done_on::text as done_on, facts, account_name from funds_asset_act
    where county = ${county} and asset_id = ${id}::uuid order by position`.execute(tx);
  return rows;
}
