// One tile of a picture of the ground, for whoever sees the county it is of.
import type { openLayerTile } from '#contract/insight-layers.ts';
import type { InputOf } from '#contract/route.ts';
import { noSuchLayer, noSuchTile } from '#domain/insight/layers/refusals.ts';
import { fileTypeOf, mediaTypeOf } from '#domain/kernel/file-type.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { findLayer, findTile } from './layer.store.ts';
import { fetchTile } from './tile-server.ts';

/** Tiles of a layer never change: another file is another layer. */
const keptSeconds = 7 * 86_400;

export async function openedTile(
  { tx }: Context,
  { params }: InputOf<typeof openLayerTile>,
): Promise<Download> {
  const { id, z, x, y } = params;
  const of = { county: countyOfId(id), id };
  const layer = (await findLayer(tx, of)) ?? refuse(noSuchLayer);
  const tile = { z, x, y };
  const bytes =
    layer.address === null
      ? ((await findTile(tx, of, tile)) ?? refuse(noSuchTile, { z, x, y }))
      : await fetchTile(layer.address, tile);
  const type = fileTypeOf(Buffer.from(bytes));
  return {
    fileName: `${z}-${x}-${y}.${type ?? 'bin'}`,
    contentType: type === undefined ? 'application/octet-stream' : mediaTypeOf[type],
    keptSeconds,
    body: (async function* () {
      yield bytes;
    })(),
  };
}
