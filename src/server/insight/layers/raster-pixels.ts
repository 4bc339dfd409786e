// Pixels of a tile from what was read of a file: the four around each, by how near they are.
import { tilePixels } from '#domain/insight/layers/tile-grid.ts';
import type { FileSpot, Read, Window } from './raster-window.ts';

/** Between so many points the way into the file is taken as straight: a few hundredths of a pixel. */
export const mesh = 16;

/** Where a pixel of the tile lies in the file, between the corners of the mesh around it. */
export function placeIn(spots: readonly FileSpot[], span: number) {
  return (x: number, y: number): FileSpot => {
    const [u, v] = [(x / span) * mesh, (y / span) * mesh];
    const [i, j] = [Math.min(Math.floor(u), mesh - 1), Math.min(Math.floor(v), mesh - 1)];
    const corner = (di: number, dj: number) => spots[(j + dj) * (mesh + 1) + i + di] ?? [0, 0];
    const mixed = (part: 0 | 1) => {
      const top = corner(0, 0)[part] * (1 - (u - i)) + corner(1, 0)[part] * (u - i);
      const bottom = corner(0, 1)[part] * (1 - (u - i)) + corner(1, 1)[part] * (u - i);
      return top * (1 - (v - j)) + bottom * (v - j);
    };
    return [mixed(0), mixed(1)];
  };
}

export interface Sampled {
  readonly read: Read;
  readonly window: Window;
  readonly nothing: number | null;
}

/** The four pixels around a spot of the file with the weight of each; undefined outside. */
function around({ read, window }: Sampled, [column, row]: FileSpot) {
  const x = (column - window.left) * read.scaleX - 0.5;
  const y = (row - window.top) * read.scaleY - 0.5;
  if (x < -0.5 || y < -0.5 || x > read.wide - 0.5 || y > read.high - 0.5) return undefined;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const hold = (value: number, most: number) => Math.min(Math.max(value, 0), most - 1);
  return [0, 1].flatMap((down) =>
    [0, 1].map((along) => ({
      index: hold(top + down, read.high) * read.wide + hold(left + along, read.wide),
      weight: (along === 1 ? x - left : 1 - (x - left)) * (down === 1 ? y - top : 1 - (y - top)),
    })),
  );
}

export function picturePixels(
  sampled: Sampled,
  at: (x: number, y: number) => FileSpot,
): Uint8ClampedArray {
  const { data, channels } = sampled.read;
  const { nothing } = sampled;
  const pixels = new Uint8ClampedArray(tilePixels * tilePixels * 4);
  for (let index = 0; index < tilePixels * tilePixels; index += 1) {
    const spot = at((index % tilePixels) + 0.5, Math.floor(index / tilePixels) + 0.5);
    const near = around(sampled, spot);
    if (near === undefined) continue;
    let [red, green, blue, seen] = [0, 0, 0, 0];
    for (const one of near) {
      const from = one.index * channels;
      const [r = 0, g = r, b = r] = [data[from], data[from + 1], data[from + 2]];
      const isNothing = nothing !== null && r === nothing && g === nothing && b === nothing;
      const alpha = isNothing
        ? 0
        : (channels === 4 ? (data[from + 3] ?? 255) / 255 : 1) * one.weight;
      red += r * alpha;
      green += g * alpha;
      blue += b * alpha;
      seen += alpha;
    }
    if (seen > 0) pixels.set([red / seen, green / seen, blue / seen, seen * 255], index * 4);
  }
  return pixels;
}

/** Heights no place on earth has are holes, whatever number the file writes for them. */
const heights = { least: -500, most: 9000 } as const;

export function heightAt(sampled: Sampled, spot: FileSpot): number {
  const near = around(sampled, spot);
  if (near === undefined) return Number.NaN;
  const { data, channels } = sampled.read;
  let [sum, seen] = [0, 0];
  for (const { index, weight } of near) {
    const metres = data[index * channels] ?? Number.NaN;
    const isKnown = metres > heights.least && metres < heights.most && metres !== sampled.nothing;
    if (!isKnown) continue;
    sum += metres * weight;
    seen += weight;
  }
  return seen < 0.25 ? Number.NaN : sum / seen;
}
