// Heights as a GeoTIFF on the disk, so that made-up hills take the way every picture of the ground takes.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import type { Heights } from '#domain/demonstration/ground/invent-heights.ts';

const degreesOfWgs84 = 4326;
const geographic = 2;

export async function writeHeights(path: string, heights: Heights): Promise<void> {
  const { wide, high, metres, northWest, step } = heights;
  const bytes = writeArrayBuffer(metres, {
    width: wide,
    height: high,
    BitsPerSample: [16],
    SampleFormat: [1],
    GeographicTypeGeoKey: degreesOfWgs84,
    GTModelTypeGeoKey: geographic,
    ModelPixelScale: [step.longitude, step.latitude, 0],
    ModelTiepoint: [0, 0, 0, northWest.longitude, northWest.latitude, 0],
  });
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeFile(path, new Uint8Array(bytes), { mode: 0o600 });
}
