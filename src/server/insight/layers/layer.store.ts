// All SQL of pictures of the ground and their tiles.
import { sql } from 'kysely';
import type { TileAddress, TileRange } from '#domain/insight/layers/tile-grid.ts';
import type { Tx } from '#server/database/connect.ts';

export interface LayerRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly kind: string;
  readonly form: string;
  readonly source: string;
  readonly taken_on: string | null;
  readonly is_shifted: boolean;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly min_zoom: number;
  readonly max_zoom: number;
  readonly tiles: number;
  readonly bytes: number;
  readonly is_coarser: boolean;
  readonly address: string | null;
  readonly state: string;
  readonly job: string | null;
  readonly account: string;
  readonly account_name: string;
  readonly loaded_at: string;
}

export async function insertLayer(tx: Tx, layer: LayerRow): Promise<void> {
  await tx.insertInto('insight_layer').values(layer).execute();
}

const columns = sql`county, id, area_code, title, kind, form, source, taken_on::text as taken_on, is_shifted,
  west, south, east, north, min_zoom, max_zoom, tiles, bytes::float8 as bytes, is_coarser, address, state, job,
  account, account_name, loaded_at`;

export async function listLayerRows(tx: Tx, county: number): Promise<readonly LayerRow[]> {
  const { rows } = await sql<LayerRow>`
    select ${columns} from insight_layer where county = ${county}
    order by loaded_at desc, id`.execute(tx);
  return rows;
}

export async function findLayer(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
): Promise<LayerRow | undefined> {
  const { rows } = await sql<LayerRow>`
    select ${columns} from insight_layer where county = ${county} and id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export async function saveLayerState(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
  state: 'ready' | 'failed' | 'cancelled',
): Promise<void> {
  await sql`
    update insight_layer set state = ${state},
      tiles = (select count(*) from insight_layer_tile t where t.county = ${county} and t.layer = ${id}::uuid),
      bytes = (select coalesce(sum(length(t.bytes)), 0) from insight_layer_tile t
        where t.county = ${county} and t.layer = ${id}::uuid)
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

/** With all its tiles. */
export async function deleteLayer(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
): Promise<void> {
  await deleteTiles(tx, { county, id });
  await tx.deleteFrom('insight_layer').where('county', '=', county).where('id', '=', id).execute();
}

export async function deleteTiles(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
): Promise<void> {
  await tx
    .deleteFrom('insight_layer_tile')
    .where('county', '=', county)
    .where('layer', '=', id)
    .execute();
}

export interface NewTile extends TileAddress {
  readonly bytes: Uint8Array;
}

export async function insertTiles(
  tx: Tx,
  { county, id, area_code }: Pick<LayerRow, 'county' | 'id' | 'area_code'>,
  tiles: readonly NewTile[],
): Promise<void> {
  if (tiles.length === 0) return;
  await tx
    .insertInto('insight_layer_tile')
    .values(
      tiles.map(({ z, x, y, bytes }) => ({
        county,
        layer: id,
        z,
        x,
        y,
        area_code,
        bytes: Buffer.from(bytes),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findTile(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
  { z, x, y }: TileAddress,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('insight_layer_tile')
    .where('county', '=', county)
    .where('layer', '=', id)
    .where('z', '=', z)
    .where('x', '=', x)
    .where('y', '=', y)
    .select('bytes')
    .executeTakeFirst();
  return row?.bytes;
}

/** Tiles of one zoom between two columns and two rows. */
export async function listTilesIn(
  tx: Tx,
  { county, id }: Pick<LayerRow, 'county' | 'id'>,
  { z, left, right, top, bottom }: TileRange,
): Promise<readonly NewTile[]> {
  return tx
    .selectFrom('insight_layer_tile')
    .where('county', '=', county)
    .where('layer', '=', id)
    .where('z', '=', z)
    .where('x', '>=', left)
    .where('x', '<=', right)
    .where('y', '>=', top)
    .where('y', '<=', bottom)
    .select(['z', 'x', 'y', 'bytes'])
    .execute();
}
