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
        const target = ((top + y) * tilePixels + left + x) * 4;
        pixels.set(meanOf(child, x * 2, y * 2), target);
      }
    }
  }
  return encoded(pixels);
}

/** Of four pixels, those that can be seen through count for less. */
function meanOf(child: Uint8ClampedArray, x: number, y: number): readonly number[] {
  const sum = [0, 0, 0];
  let seen = 0;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const at = ((y + dy) * tilePixels + x + dx) * 4;
    const alpha = child[at + 3] ?? 0;
    seen += alpha;
    for (let channel = 0; channel < 3; channel += 1) {
      sum[channel] = (sum[channel] ?? 0) + (child[at + channel] ?? 0) * alpha;
    }
  }
  return seen === 0 ? [0, 0, 0, 0] : [...sum.map((value) => value / seen), seen / 4];
}
