// Hexagons shared out among places: each gets about as many as it is to have, all in one piece.
import { type Mesh, neighboursOf, type Spot } from './mesh.ts';

export interface Claim {
  readonly code: string;
  /** Where it would like to lie. */
  readonly at: Spot;
  /** How much it is to get, beside the others. */
  readonly weight: number;
}

const rounds = 30;

/** Every piece of land among those who would lie on it, so that nobody gets land across the water. */
export function shareCells(
  mesh: Mesh,
  cells: readonly number[],
  claims: readonly Claim[],
): Map<number, string> {
  const pieces = piecesOf(mesh, new Map(cells.map((cell) => [cell, ''])));
  const pieceOf = new Map(pieces.flatMap((piece) => piece.map((cell) => [cell, piece] as const)));
  const shared = new Map<number, string>();
  for (const piece of pieces) {
    const own = claims.filter(({ at }) => pieceOf.get(nearestCell(mesh, cells, at)) === piece);
    if (own.length === 0) continue;
    for (const [cell, code] of sharePiece(mesh, piece, own)) shared.set(cell, code);
  }
  return shared;
}

function nearestCell(mesh: Mesh, cells: readonly number[], { x, y }: Spot): number {
  let [best, least] = [-1, Infinity];
  for (const cell of cells) {
    const spot = mesh.cells[cell] ?? origin;
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (distance < least) [best, least] = [cell, distance];
  }
  return best;
}

/** Each to the nearest place; who has too much is moved further away from everybody, who has too little nearer. */
function sharePiece(
  mesh: Mesh,
  cells: readonly number[],
  claims: readonly Claim[],
): Map<number, string> {
  const spots = cells.map((cell) => mesh.cells[cell] ?? origin);
  const all = claims.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = claims.map(({ weight }) => (weight / all) * cells.length);
  const places = claims.map(({ at }) => at);
  const reach = claims.map(() => 0);
  const room = areaOf(spots) / Math.max(1, claims.length);
  let owners: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    owners = spots.map((spot) => nearest(spot, places, reach));
    const sums = places.map(() => ({ x: 0, y: 0, n: 0 }));
    for (const [index, owner] of owners.entries()) {
      const [sum, spot] = [sums[owner], spots[index]];
      if (sum === undefined || spot === undefined) continue;
      sum.x += spot.x;
      sum.y += spot.y;
      sum.n += 1;
    }
    for (const [index, { x, y, n }] of sums.entries()) {
      const want = wanted[index] ?? 1;
      reach[index] = (reach[index] ?? 0) + (0.3 * room * (want - n)) / Math.max(want, 1);
      // Towards its own middle, so that places come out round.
      if (n > 0) places[index] = { x: x / n, y: y / n };
    }
  }
  const shared = new Map(
    cells.map((cell, index): [number, string] => [cell, claims[owners[index] ?? 0]?.code ?? '']),
  );
  joinStrays(mesh, shared);
  giveOne(mesh, shared, claims);
  return shared;
}

/** Whoever came away empty gets the nearest hexagon of somebody who has several. */
function giveOne(mesh: Mesh, shared: Map<number, string>, claims: readonly Claim[]): void {
  for (const { code, at } of claims) {
    const counts = new Map<string, number>();
    for (const owner of shared.values()) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    if (counts.has(code)) continue;
    const free = [...shared].filter(([, owner]) => (counts.get(owner) ?? 0) > 1);
    const cell = nearestCell(
      mesh,
      free.map(([each]) => each),
      at,
    );
    if (cell >= 0) shared.set(cell, code);
  }
}

const origin: Spot = { x: 0, y: 0 };

function nearest({ x, y }: Spot, places: readonly Spot[], reach: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  // Asked for every hexagon in every round: nothing is made anew here.
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? origin;
    const [east, south] = [place.x - x, place.y - y];
    const distance = east * east + south * south - (reach[index] ?? 0);
    if (distance < least) {
      best = index;
      least = distance;
    }
  }
  return best;
}

function areaOf(spots: readonly Spot[]): number {
  const ends = (of: readonly number[]) =>
    of.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)] as const, [
      Infinity,
      -Infinity,
    ] as const);
  const [left, right] = ends(spots.map(({ x }) => x));
  const [top, bottom] = ends(spots.map(({ y }) => y));
  return (right - left) * (bottom - top);
}

/** Pieces cut off from the largest of their place go to whoever surrounds them. */
function joinStrays(mesh: Mesh, shared: Map<number, string>): void {
  for (let round = 0; round < 4; round += 1) {
    const kept = new Map<string, readonly number[]>();
    const strays: number[][] = [];
    for (const piece of piecesOf(mesh, shared)) {
      const code = shared.get(piece[0] ?? -1) ?? '';
      const before = kept.get(code);
      if (before !== undefined) strays.push([...(before.length < piece.length ? before : piece)]);
      if (before === undefined || before.length < piece.length) kept.set(code, piece);
    }
    if (strays.length === 0) return;
    for (const cell of strays.flat()) {
      const own = shared.get(cell);
      const around = neighboursOf(mesh, cell).flatMap((next) => shared.get(next) ?? []);
      const other = around.find((code) => code !== own);
      if (other !== undefined) shared.set(cell, other);
    }
  }
}

function piecesOf(mesh: Mesh, shared: ReadonlyMap<number, string>): readonly number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  for (const [first, code] of shared) {
    if (seen.has(first)) continue;
    seen.add(first);
    const piece = [first];
    for (const cell of piece) {
      for (const next of neighboursOf(mesh, cell)) {
        if (seen.has(next) || shared.get(next) !== code) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    pieces.push(piece);
  }
  return pieces;
}
