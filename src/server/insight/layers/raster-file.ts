// A GeoTIFF on the disk: what its head says, and one tile of it at a time.
import { fromFile, type GeoTIFFImage } from 'geotiff';
import proj4 from 'proj4';
import type { LayerKind, RasterHead } from '#domain/insight/layers/judge-raster.ts';
import { type Projection, projectionOf } from '#domain/insight/layers/projection.ts';
import { reliefOf } from '#domain/insight/layers/relief.ts';
import {
  type Bounds,
  metresAPixel,
  positionAt,
  type TileAddress,
  tilePixels,
} from '#domain/insight/layers/tile-grid.ts';
import { gcjToWgs, type Position, wgsToGcj } from '#domain/registry/area-position.ts';
import { heightPixels, mesh, picturePixels } from './raster-pixels.ts';
import { type FileSpot, type Raster, readWindow, windowOf } from './raster-window.ts';

export interface RasterFile {
  readonly head: RasterHead;
  /** In WGS84, with the metres of ground in a pixel; only of a file whose place is known. */
  ground(isShifted: boolean): { readonly bounds: Bounds; readonly metres: number };
  /** Four bytes a pixel; undefined where the file has nothing. */
  cut(
    tile: TileAddress,
    how: { readonly kind: LayerKind; readonly isShifted: boolean },
  ): Promise<Uint8ClampedArray | undefined>;
  close(): void;
}

export async function openRaster(path: string, name: string): Promise<RasterFile> {
  const file = await fromFile(path);
  const image = await file.getImage();
  const head = headOf(image, name);
  return {
    head,
    ground: (isShifted) => groundOf(head, isShifted),
    cut: (tile, { kind, isShifted }) => cutTile({ file, image, head, isShifted }, tile, kind),
    close: () => void file.close(),
  };
}

function headOf(image: GeoTIFFImage, name: string): RasterHead {
  const keys = image.getGeoKeys() ?? {};
  const epsg = Number(keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey);
  return {
    name,
    wide: image.getWidth(),
    high: image.getHeight(),
    bands: image.getSamplesPerPixel(),
    bits: image.getBitsPerSample(0),
    sampleFormat: image.getSampleFormat(0),
    place: placeOf(image),
    epsg: Number.isInteger(epsg) ? epsg : undefined,
  };
}

function placeOf(image: GeoTIFFImage): RasterHead['place'] {
  const directory = image.getFileDirectory();
  const matrix = directory.getValue('ModelTransformation') as ArrayLike<number> | undefined;
  const [turned, turnedToo] = [matrix?.[1] ?? 0, matrix?.[4] ?? 0];
  if (turned !== 0 || turnedToo !== 0) return 'turned';
  try {
    const [west = 0, north = 0] = image.getOrigin();
    const [dx = 0, dy = 0] = image.getResolution();
    return dx > 0 && dy < 0 ? { west, north, dx, dy: -dy } : 'turned';
  } catch {
    // The library throws where neither tie points nor a matrix say where the file lies.
    return 'none';
  }
}

/** Positions of the file's system as degrees, and back. */
function wayOf({ text, isDegrees }: Projection) {
  if (isDegrees) {
    return {
      into: ({ longitude, latitude }: Position) => [longitude, latitude] as const,
      out: (x: number, y: number): Position => ({ longitude: x, latitude: y }),
    };
  }
  const way = proj4(text);
  return {
    into: ({ longitude, latitude }: Position) => way.forward([longitude, latitude]),
    out: (x: number, y: number): Position => {
      const [longitude = Number.NaN, latitude = Number.NaN] = way.inverse([x, y]);
      return { longitude, latitude };
    },
  };
}

function known(head: RasterHead) {
  const projection = projectionOf(head.epsg ?? 0);
  if (projection === undefined || typeof head.place === 'string') {
    throw new Error(`${head.name} has no place: it should have been refused`);
  }
  return { way: wayOf(projection), place: head.place };
}

function groundOf(head: RasterHead, isShifted: boolean) {
  const { way, place } = known(head);
  const { west, north, dx, dy } = place;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const edge = steps.flatMap((at) => [
    [at, 0],
    [at, 1],
    [0, at],
    [1, at],
  ]);
  const spots = edge.map(([along = 0, down = 0]) => {
    const there = way.out(west + along * head.wide * dx, north - down * head.high * dy);
    return isShifted ? gcjToWgs(there) : there;
  });
  const longitudes = spots.map(({ longitude }) => longitude);
  const latitudes = spots.map(({ latitude }) => latitude);
  const bounds: Bounds = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  const metres = ((bounds[3] - bounds[1]) * 111_320) / head.high;
  return { bounds, metres };
}

interface Cutting extends Raster {
  readonly isShifted: boolean;
}

/** Where in the file the corners of the mesh of a tile lie, in pixels from its north-west. */
function meshOf({ head, isShifted }: Cutting, { z, x, y }: TileAddress, rim: number) {
  const { way, place } = known(head);
  const span = tilePixels + 2 * rim;
  const spots: FileSpot[] = [];
  for (let down = 0; down <= mesh; down += 1) {
    for (let along = 0; along <= mesh; along += 1) {
      const onTile = (at: number, of: number) =>
        (of + (at * span) / mesh / tilePixels - rim / tilePixels) / 2 ** z;
      const there = positionAt({ x: onTile(along, x), y: onTile(down, y) });
      const [east = 0, north = 0] = way.into(isShifted ? wgsToGcj(there) : there);
      spots.push([(east - place.west) / place.dx, (place.north - north) / place.dy]);
    }
  }
  return { spots, span };
}

async function cutTile(
  cutting: Cutting,
  tile: TileAddress,
  kind: LayerKind,
): Promise<Uint8ClampedArray | undefined> {
  const rim = kind === 'terrain' ? 1 : 0;
  const { spots, span } = meshOf(cutting, tile, rim);
  const window = windowOf(spots, cutting.head);
  if (window === undefined) return undefined;
  const read = await readWindow(cutting, window, kind);
  const nothing = cutting.image.getGDALNoData();
  const sampled = { read, window, nothing };
  if (kind === 'imagery') return picturePixels(sampled, { spots, span });
  const metres = heightPixels(sampled, { spots, span });
  const { latitude } = positionAt({ x: 0, y: (tile.y + 0.5) / 2 ** tile.z });
  return reliefOf({ metres, wide: span, high: span, step: metresAPixel(tile.z, latitude) });
}
