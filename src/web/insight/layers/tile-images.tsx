// The picture of the ground under a map: those of its tiles that are seen, in the zoom that fits the screen.
import type { Layer } from '#contract/insight-layers.ts';
import {
  positionAt,
  type Spot,
  spotOf,
  type TileAddress,
  tilePixels,
} from '#domain/insight/layers/tile-grid.ts';
import { gcjToWgs, wgsToGcj } from '#domain/registry/area-position.ts';
import { urlOf } from '#web/client/call.ts';
import { type Ground, onSheet } from '../map/outline-paths.ts';
import type { MapSize, MapView } from '../map/use-pan-zoom.ts';

export interface ShownLayer {
  readonly layer: Layer;
  /** From 0 to 1. */
  readonly opacity: number;
}

interface TileImagesProps extends ShownLayer {
  readonly ground: Ground;
  readonly view: MapView;
  readonly screen: MapSize;
}

export function TileImages({ layer, opacity, ground, view, screen }: TileImagesProps) {
  return (
    <g className="tile-images" opacity={opacity}>
      {seenTiles(layer, { ground, view, screen }).map((tile) => {
        const { x, y, wide, high } = boxOf(layer, ground, tile);
        const { id } = layer;
        const params = { id, z: tile.z, x: tile.x, y: tile.y };
        return (
          <image
            key={`${tile.z} ${tile.x} ${tile.y}`}
            href={urlOf('GET /api/insight/layers/:id/tiles/:z/:x/:y', { params })}
            x={x}
            y={y}
            // A hair more than its place, or the ground would shine through between two of them.
            width={wide * 1.002}
            height={high * 1.002}
            preserveAspectRatio="none"
          />
        );
      })}
    </g>
  );
}

export interface Seen {
  readonly ground: Ground;
  readonly view: MapView;
  readonly screen: MapSize;
}

/** More than a screen ever shows; a guard against a view that is not laid out yet. */
const tilesMost = 260;

export function seenTiles(layer: Layer, { ground, view, screen }: Seen): readonly TileAddress[] {
  const wanted = Math.round(Math.log2((ground.scale * view.scale) / tilePixels));
  const z = Math.min(Math.max(wanted, layer.minZoom), layer.maxZoom);
  const worldAt = (x: number, y: number): Spot => ({
    x: ground.x + (x - view.x) / view.scale / ground.scale,
    y: ground.y + (y - view.y) / view.scale / ground.scale,
  });
  const [west, south, east, north] = layer.bounds;
  const least = spotOf({ longitude: west, latitude: north });
  const most = spotOf({ longitude: east, latitude: south });
  const from = inGrid(layer, {
    x: Math.max(worldAt(0, 0).x, least.x),
    y: Math.max(worldAt(0, 0).y, least.y),
  });
  const to = inGrid(layer, {
    x: Math.min(worldAt(screen.width, 0).x, most.x),
    y: Math.min(worldAt(0, screen.height).y, most.y),
  });
  const side = 2 ** z;
  const tiles: TileAddress[] = [];
  for (let y = Math.floor(from.y * side); y < to.y * side; y += 1) {
    for (let x = Math.floor(from.x * side); x < to.x * side; x += 1) {
      if (tiles.length < tilesMost) tiles.push({ z, x, y });
    }
  }
  return tiles;
}

/** Where a spot of the ground lies in the layer's own grid. */
function inGrid({ isShifted }: Layer, spot: Spot): Spot {
  return isShifted ? spotOf(wgsToGcj(positionAt(spot))) : spot;
}

function boxOf({ isShifted }: Layer, ground: Ground, { z, x, y }: TileAddress) {
  const corner = (across: number, down: number) => {
    const spot = { x: across / 2 ** z, y: down / 2 ** z };
    return onSheet(ground, isShifted ? spotOf(gcjToWgs(positionAt(spot))) : spot);
  };
  const [first, last] = [corner(x, y), corner(x + 1, y + 1)];
  return { x: first.x, y: first.y, wide: last.x - first.x, high: last.y - first.y };
}
