// Pixels of a tile from what was read of a file: the four around each, by how near they are. A county has tens of
// thousands of tiles of 65,536 pixels, so nothing is made anew for a pixel here.
import { tilePixels } from '#domain/insight/layers/tile-grid.ts';
import type { FileSpot, Read, Window } from './raster-window.ts';

/** Between so many points the way into the file is taken as straight: a few hundredths of a pixel. */
export const mesh = 16;

export interface Sampled {
  readonly read: Read;
  readonly window: Window;
  readonly nothing: number | null;
}

/** Visits every pixel of a tile with the place in what was read where its middle lies. */
function everyPixel(
  { read, window }: Sampled,
  { spots, span }: { readonly spots: readonly FileSpot[]; readonly span: number },
  visit: (index: number, x: number, y: number) => void,
): void {
  const xs = Float64Array.from(spots, ([column]) => (column - window.left) * read.scaleX - 0.5);
  const ys = Float64Array.from(spots, ([, row]) => (row - window.top) * read.scaleY - 0.5);
  const between = (of: Float64Array, at: number, u: number, v: number) => {
    const below = at + mesh + 1;
    const top = (of[at] ?? 0) * (1 - u) + (of[at + 1] ?? 0) * u;
    const bottom = (of[below] ?? 0) * (1 - u) + (of[below + 1] ?? 0) * u;
    return top * (1 - v) + bottom * v;
  };
  for (let row = 0; row < span; row += 1) {
    const down = ((row + 0.5) / span) * mesh;
    const j = Math.min(Math.floor(down), mesh - 1);
    for (let column = 0; column < span; column += 1) {
      const along = ((column + 0.5) / span) * mesh;
      const i = Math.min(Math.floor(along), mesh - 1);
      const at = j * (mesh + 1) + i;
      const [u, v] = [along - i, down - j];
      visit(row * span + column, between(xs, at, u, v), between(ys, at, u, v));
    }
  }
}

function isOutside(x: number, y: number, { wide, high }: Read): boolean {
  return x < -0.5 || y < -0.5 || x > wide - 0.5 || y > high - 0.5;
}

function held(value: number, most: number): number {
  return value < 0 ? 0 : value >= most ? most - 1 : value;
}

export function picturePixels(
  sampled: Sampled,
  tile: { readonly spots: readonly FileSpot[]; readonly span: number },
): Uint8ClampedArray {
  const { read, nothing } = sampled;
  const { data, channels, wide, high } = read;
  const pixels = new Uint8ClampedArray(tilePixels * tilePixels * 4);
  everyPixel(sampled, tile, (index, x, y) => {
    if (isOutside(x, y, read)) return;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    let red = 0;
    let green = 0;
    let blue = 0;
    let seen = 0;
    for (let corner = 0; corner < 4; corner += 1) {
      const [right, bottom] = [corner & 1, corner >> 1];
      const weight =
        (right === 1 ? x - left : left + 1 - x) * (bottom === 1 ? y - top : top + 1 - y);
      const from = (held(top + bottom, high) * wide + held(left + right, wide)) * channels;
      const r = data[from] ?? 0;
      const g = channels < 3 ? r : (data[from + 1] ?? 0);
      const b = channels < 3 ? r : (data[from + 2] ?? 0);
      if (nothing !== null && r === nothing && g === nothing && b === nothing) continue;
      const alpha = channels === 4 ? ((data[from + 3] ?? 255) / 255) * weight : weight;
      red += r * alpha;
      green += g * alpha;
      blue += b * alpha;
      seen += alpha;
    }
    if (seen <= 0) return;
    const at = index * 4;
    pixels[at] = red / seen;
    pixels[at + 1] = green / seen;
    pixels[at + 2] = blue / seen;
    pixels[at + 3] = seen * 255;
  });
  return pixels;
}

/** Heights no place on earth has are holes, whatever number the file writes for them. */
const heights = { least: -500, most: 9000 } as const;

export function heightPixels(
  sampled: Sampled,
  tile: { readonly spots: readonly FileSpot[]; readonly span: number },
): Float64Array {
  const { read, nothing } = sampled;
  const { data, channels, wide, high } = read;
  const metres = new Float64Array(tile.span * tile.span).fill(Number.NaN);
  everyPixel(sampled, tile, (index, x, y) => {
    if (isOutside(x, y, read)) return;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    let sum = 0;
    let seen = 0;
    for (let corner = 0; corner < 4; corner += 1) {
      const [right, bottom] = [corner & 1, corner >> 1];
      const weight =
        (right === 1 ? x - left : left + 1 - x) * (bottom === 1 ? y - top : top + 1 - y);
      const from = (held(top + bottom, high) * wide + held(left + right, wide)) * channels;
      const height = data[from] ?? Number.NaN;
      if (!(height > heights.least && height < heights.most) || height === nothing) continue;
      sum += height * weight;
      seen += weight;
    }
    if (seen >= 0.25) metres[index] = sum / seen;
  });
  return metres;
}
