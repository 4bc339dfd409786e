// The part of a raster file that a tile needs, read from the coarsest of its pictures that is fine enough.
import type { GeoTIFF, GeoTIFFImage } from 'geotiff';
import type { LayerKind, RasterHead } from '#domain/insight/layers/judge-raster.ts';
import { tilePixels } from '#domain/insight/layers/tile-grid.ts';

export interface Raster {
  readonly file: GeoTIFF;
  readonly image: GeoTIFFImage;
  readonly head: RasterHead;
}

/** Column and row in the file, from its north-west corner. */
export type FileSpot = readonly [number, number];

export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function windowOf(spots: readonly FileSpot[], head: RasterHead): Window | undefined {
  const columns = spots.map(([column]) => column);
  const rows = spots.map(([, row]) => row);
  const left = Math.max(0, Math.floor(Math.min(...columns)) - 2);
  const top = Math.max(0, Math.floor(Math.min(...rows)) - 2);
  const right = Math.min(head.wide, Math.ceil(Math.max(...columns)) + 2);
  const bottom = Math.min(head.high, Math.ceil(Math.max(...rows)) + 2);
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

const readMost = 1024;

export interface Read {
  readonly data: ArrayLike<number>;
  readonly channels: number;
  readonly wide: number;
  readonly high: number;
  /** Pixels of what was read for one of the file. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The pixels of a window, from the coarsest overview that is fine enough. */
export async function readWindow(raster: Raster, window: Window, kind: LayerKind): Promise<Read> {
  const { head } = raster;
  const image = await overviewFor(raster, window);
  const [ox, oy] = [image.getWidth() / head.wide, image.getHeight() / head.high];
  const left = Math.floor(window.left * ox);
  const top = Math.floor(window.top * oy);
  const right = Math.min(image.getWidth(), Math.max(left + 1, Math.ceil(window.right * ox)));
  const bottom = Math.min(image.getHeight(), Math.max(top + 1, Math.ceil(window.bottom * oy)));
  const wide = Math.min(right - left, readMost);
  const high = Math.min(bottom - top, readMost);
  const read = {
    window: [left, top, right, bottom],
    width: wide,
    height: high,
    interleave: true as const,
  };
  const data =
    kind === 'terrain'
      ? await image.readRasters({ ...read, samples: [0] })
      : await image.readRGB({ ...read, enableAlpha: true });
  return {
    data: data as ArrayLike<number>,
    channels: data.length / (wide * high),
    wide,
    high,
    scaleX: wide / (window.right - window.left),
    scaleY: high / (window.bottom - window.top),
  };
}

async function overviewFor({ file, image, head }: Raster, window: Window) {
  let best = image;
  const wanted = (tilePixels * head.wide) / (window.right - window.left);
  for (let at = 1; at < (await file.getImageCount()); at += 1) {
    const next = await file.getImage(at);
    const isLike =
      Math.abs(next.getWidth() / next.getHeight() / (head.wide / head.high) - 1) < 0.05;
    const isMask = ((next.getFileDirectory().getValue('NewSubfileType') as number) & 4) !== 0;
    if (isLike && !isMask && next.getWidth() >= wanted && next.getWidth() < best.getWidth()) {
      best = next;
    }
  }
  return best;
}
