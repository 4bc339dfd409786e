// Outlines of a county that never was: its townships about where the tiles of the schematic map put them, each as
// large as it has villages, borders wandering as borders do. For trying the map and the planning board where no
// boundaries with clear rights are shipped; where it lies on earth is invented too.
import type { Boundary, Ring } from '#domain/registry/area-boundary.ts';
import type { Position } from '#domain/registry/area-position.ts';
import { randomOf } from '../random.ts';
import { bordersOf, type Mesh, meshOf, neighboursOf, ringsOf, type Spot } from './mesh.ts';
import { type Noise, noiseOf, octavesOf } from './noise.ts';
import { shareCells } from './share-cells.ts';

export interface GroundTownship {
  readonly code: string;
  /** Its tile on the schematic map. */
  readonly column: number;
  readonly row: number;
  readonly villages: readonly string[];
}

export interface GroundPlan {
  readonly seed: string;
  readonly townships: readonly GroundTownship[];
}

/** Hexagons of a village, about. */
const cellsOfVillage = 45;
/** Tiles left free around the county. */
const rim = 0.7;
/** The north-west corner of the sheet, and degrees to a tile: eighteen kilometres both ways. */
const corner: Position = { longitude: 108.1, latitude: 25.4 };
const degrees = { longitude: 0.18, latitude: 0.1625 } as const;

/** A spot of the sheet, counted in tiles, as a position. */
export function positionOn({ x, y }: Spot): Position {
  return {
    longitude: corner.longitude + x * degrees.longitude,
    latitude: corner.latitude - y * degrees.latitude,
  };
}

export function sheetOf(townships: readonly GroundTownship[]): { wide: number; high: number } {
  const columns = townships.map(({ column }) => column);
  const rows = townships.map(({ row }) => row);
  return {
    wide: Math.max(...columns) - Math.min(...columns) + 1 + 2 * rim,
    high: Math.max(...rows) - Math.min(...rows) + 1 + 2 * rim,
  };
}

export function inventOutlines({ seed, townships }: GroundPlan): readonly Boundary[] {
  if (townships.length === 0) return [];
  const sheet = sheetOf(townships);
  const villages = townships.reduce((sum, one) => sum + Math.max(1, one.villages.length), 0);
  const cellsWanted = cellsOfVillage * villages;
  const size = Math.sqrt(townships.length / cellsWanted / (1.5 * Math.sqrt(3)));
  const mesh = meshOf(sheet, size);
  const wander = noiseOf(`${seed} borders`);
  const middles = middlesOf(townships, seed);
  const land = landOf(mesh, (spot) => isLand(spot, middles, wander));
  const township = shareCells(
    mesh,
    land,
    townships.map(({ code, villages: own }, at) => ({
      code,
      at: middles[at] ?? { x: 0, y: 0 },
      weight: Math.max(1, own.length),
    })),
  );
  const village = villagesOf(mesh, { townships, township, seed });
  const spots = wandered(mesh, { village, wander, size });
  const outline = (of: ReadonlyMap<number, string>) => (code: string) => ({
    code,
    geometry: { type: 'Polygon' as const, coordinates: outlineOf(mesh, of, code, spots) },
  });
  return [
    ...townships.map(({ code }) => code).map(outline(township)),
    ...townships.flatMap((one) => one.villages).map(outline(village)),
  ].filter(({ geometry }) => geometry.coordinates.length > 0);
}

function middlesOf(townships: readonly GroundTownship[], seed: string): readonly Spot[] {
  const random = randomOf(`${seed} places`);
  const left = Math.min(...townships.map(({ column }) => column));
  const top = Math.min(...townships.map(({ row }) => row));
  return townships.map(({ column, row }) => ({
    x: column - left + rim + 0.5 + (random.next() - 0.5) * 0.5,
    y: row - top + rim + 0.5 + (random.next() - 0.5) * 0.5,
  }));
}

/** Round about every township, with bays. */
function isLand({ x, y }: Spot, middles: readonly Spot[], wander: Noise): boolean {
  const bays = octavesOf(wander, 3)(x * 1.3, y * 1.3) * 0.24;
  return middles.some(
    (middle) => Math.abs(middle.x - x) ** 3 + Math.abs(middle.y - y) ** 3 < (0.7 + bays) ** 3,
  );
}

/** What is land, and what is not but lies within it: everything the rim of the sheet does not reach. */
function landOf(mesh: Mesh, isDry: (spot: Spot) => boolean): readonly number[] {
  const all = [...mesh.cells.keys()];
  const isRim = (cell: number) => neighboursOf(mesh, cell).length < 6;
  const outside = new Set(all.filter(isRim));
  for (const cell of outside) {
    for (const next of neighboursOf(mesh, cell)) {
      const spot = mesh.cells[next];
      if (spot !== undefined && !isDry(spot)) outside.add(next);
    }
  }
  return all.filter((cell) => !outside.has(cell));
}

interface Villages {
  readonly townships: readonly GroundTownship[];
  readonly township: ReadonlyMap<number, string>;
  readonly seed: string;
}

/** Which village each hexagon is of; of its township where that has none. */
function villagesOf(mesh: Mesh, { townships, township, seed }: Villages): Map<number, string> {
  const own = new Map<string, number[]>(townships.map(({ code }) => [code, []]));
  for (const [cell, code] of township) own.get(code)?.push(cell);
  const village = new Map(township);
  for (const { code, villages } of townships) {
    const cells = own.get(code) ?? [];
    if (villages.length === 0 || cells.length === 0) continue;
    const random = randomOf(`${seed} ${code}`);
    const claims = villages.map((each) => ({
      code: each,
      at: mesh.cells[random.pick(cells)] ?? { x: 0, y: 0 },
      weight: 0.75 + random.next() * 0.5,
    }));
    for (const [cell, each] of shareCells(mesh, cells, claims)) village.set(cell, each);
  }
  return village;
}

interface Wandering {
  readonly village: ReadonlyMap<number, string>;
  readonly wander: Noise;
  readonly size: number;
}

/** Corners of borders moved about and then evened out, once for the villages, so that every level fits. */
function wandered(mesh: Mesh, { village, wander, size }: Wandering): (corner: number) => Spot {
  const beside = new Map<number, Set<number>>();
  for (const [cell, code] of village) {
    for (const [from, to] of bordersOf(mesh, cell)) {
      const beyond = mesh.across(from, to);
      if (beyond !== undefined && village.get(beyond) === code) continue;
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const known = beside.get(one) ?? new Set();
        beside.set(one, known.add(other));
      }
    }
  }
  const fine = octavesOf(wander, 3);
  let spots = new Map(
    [...beside.keys()].map((at): [number, Spot] => {
      const { x, y } = mesh.spotOf(at);
      const [u, v] = [x / (size * 7), y / (size * 7)];
      return [at, { x: x + fine(u, v) * size * 1.6, y: y + fine(u + 50, v - 50) * size * 1.6 }];
    }),
  );
  for (let round = 0; round < 3; round += 1) {
    spots = new Map(
      [...spots].map(([at, spot]): [number, Spot] => {
        const around = [...(beside.get(at) ?? [])].flatMap((one) => spots.get(one) ?? []);
        const mean = (of: (one: Spot) => number) =>
          around.reduce((sum, one) => sum + of(one), 0) / Math.max(1, around.length);
        return [
          at,
          { x: (spot.x + mean((one) => one.x)) / 2, y: (spot.y + mean((one) => one.y)) / 2 },
        ];
      }),
    );
  }
  return (at) => spots.get(at) ?? mesh.spotOf(at);
}

function outlineOf(
  mesh: Mesh,
  of: ReadonlyMap<number, string>,
  code: string,
  spotOf: (corner: number) => Spot,
): readonly Ring[] {
  const cells = [...of].filter(([, owner]) => owner === code).map(([cell]) => cell);
  // Counter-clockwise around what is inside, as RFC 7946 wants it.
  return ringsOf(mesh, cells, (cell) => of.get(cell) === code).map((ring) =>
    ring.toReversed().map((at) => {
      const { longitude, latitude } = positionOn(spotOf(at));
      return [rounded(longitude), rounded(latitude)];
    }),
  );
}

/** Five decimals of a degree are a metre. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
