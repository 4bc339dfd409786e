// Pictures of tiles: pixels into WebP, back again, and four of them into the one above.
import { Transformer } from '@napi-rs/image';
import { tilePixels } from '#domain/insight/layers/tile-grid.ts';

/** Good enough to find a house by, a tenth of what the pixels take. */
const quality = 78;
const whole = tilePixels * tilePixels;

/** Undefined where there is nothing to see. */
export async function encoded(pixels: Uint8ClampedArray): Promise<Uint8Array | undefined> {
  const isEmpty = !pixels.some((value, at) => at % 4 === 3 && value > 0);
  if (isEmpty) return undefined;
  return Transformer.fromRgbaPixels(pixels, tilePixels, tilePixels).webp(quality);
}

/** Four bytes a pixel, whatever the file had. */
export async function decoded(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const raw = await new Transformer(bytes).rawPixels();
  const channels = raw.length / whole;
  if (channels === 4) return new Uint8ClampedArray(raw);
  const pixels = new Uint8ClampedArray(whole * 4).fill(255);
  for (let at = 0; at < whole; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[at * 4 + channel] = raw[at * channels + Math.min(channel, channels - 1)] ?? 0;
    }
  }
  return pixels;
}

/** North-west, north-east, south-west, south-east; every pixel is the mean of the four below it. */
export async function joined(
  children: readonly (Uint8Array | undefined)[],
): Promise<Uint8Array | undefined> {
  const pixels = new Uint8ClampedArray(whole * 4);
  const half = tilePixels / 2;
  for (const [place, bytes] of children.entries()) {
    if (bytes === undefined) continue;
    const child = await decoded(bytes);
    const [left, top] = [(place % 2) * half, Math.floor(place / 2) * half];
    for (let y = 0; y < half; y += 1) {
      for (let x = 0; x < half; x += 1) {
        putMean(child, { x: x * 2, y: y * 2 }, pixels, ((top + y) * tilePixels + left + x) * 4);
      }
    }
  }
  return encoded(pixels);
}

/** Of four pixels, those that can be seen through count for less. */
function putMean(
  child: Uint8ClampedArray,
  { x, y }: { readonly x: number; readonly y: number },
  into: Uint8ClampedArray,
  target: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  let seen = 0;
  for (let corner = 0; corner < 4; corner += 1) {
    const at = ((y + (corner >> 1)) * tilePixels + x + (corner & 1)) * 4;
    const alpha = child[at + 3] ?? 0;
    red += (child[at] ?? 0) * alpha;
    green += (child[at + 1] ?? 0) * alpha;
    blue += (child[at + 2] ?? 0) * alpha;
    seen += alpha;
  }
  if (seen === 0) return;
  into[target] = red / seen;
  into[target + 1] = green / seen;
  into[target + 2] = blue / seen;
  into[target + 3] = seen / 4;
}
