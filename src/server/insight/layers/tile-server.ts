// Pictures of a county's own tile server. They come through here, so that whoever looks needs no way to that
// server, the neighbouring county sees none of it, and nobody outside learns which area is looked at.
import { tileServerAddress, tileServerSilent } from '#domain/insight/layers/refusals.ts';
import { type Bounds, spotOf, type TileAddress } from '#domain/insight/layers/tile-grid.ts';
import { fileTypeOf, isPicture } from '#domain/kernel/file-type.ts';
import { refuse } from '#domain/kernel/refusal.ts';

const waitMilliseconds = 6000;
const pictureMost = 2 * 1024 * 1024;

/** A picture of the middle of the ground, or the reason why there is none. */
export async function checkTileServer(
  address: string,
  { bounds, zoom }: { readonly bounds: Bounds; readonly zoom: number },
): Promise<void> {
  const isWhole = ['{z}', '{x}', '{y}'].every((part) => address.includes(part));
  const plain = address.replace(/[{}]/g, '');
  const isWeb = URL.canParse(plain) && ['http:', 'https:'].includes(new URL(plain).protocol);
  if (!isWhole || !isWeb || new URL(plain).username !== '') {
    refuse(tileServerAddress, { address });
  }
  const longitude = (bounds[0] + bounds[2]) / 2;
  const { x, y } = spotOf({ longitude, latitude: (bounds[1] + bounds[3]) / 2 });
  const side = 2 ** zoom;
  await fetchTile(address, { z: zoom, x: Math.floor(x * side), y: Math.floor(y * side) });
}

export async function fetchTile(address: string, tile: TileAddress): Promise<Uint8Array> {
  const url = address.replace(/\{([zxy])\}/g, (_, part: 'z' | 'x' | 'y') => String(tile[part]));
  const { host } = new URL(url);
  const silent = (reason: string) => refuse(tileServerSilent, { host, reason });
  const asked = { redirect: 'error', signal: AbortSignal.timeout(waitMilliseconds) } as const;
  const answer = await fetch(url, asked).catch((error: unknown) => {
    return silent(error instanceof Error ? error.message : String(error));
  });
  if (!answer.ok) return silent(`HTTP ${answer.status}`);
  const bytes = await answer.arrayBuffer().catch(() => silent('…'));
  if (bytes.byteLength > pictureMost) return silent(`${bytes.byteLength} B`);
  const picture = Buffer.from(bytes);
  const type = fileTypeOf(picture);
  return type !== undefined && isPicture(type) ? picture : silent('not a picture');
}
