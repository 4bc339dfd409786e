// House, land and living conditions of an invented household. Everything leans on one hidden number,
// its means, with chance around it: poorer houses are smaller, older and worse, so that a score built
// from these facts sorts the county well, and not perfectly, as in life.

import type { Stage } from '#domain/registry/stage.ts';
import { type Random, weighted } from './random.ts';

export interface DwellingWish {
  readonly means: number;
  readonly members: number;
  readonly stage: Stage;
  readonly cause: string | null;
  readonly isRelocating: boolean;
  /** What was found missing at verification. */
  readonly lacking: 'WATER' | 'HOUSE' | null;
}

export function inventDwelling(wish: DwellingWish, random: Random): Dwelling {
  const met = wish.stage === 'EXIT_STANDARD' || wish.stage === 'EXIT_ANNOUNCED';
  const house = houseOf(wish, met, random);
  const land = landOf(wish, random);
  const water = waterOf(wish, met, random);
  const road = roadOf(wish, met, random);
  const grid = met || random.chance(0.985);
  return {
    houseArea: house.area,
    houseStructure: house.structure,
    houseBuiltYear: house.builtYear,
    houseGrade: house.grade,
    relocation: relocationOf(wish, random),
    arableLand: land.arable,
    irrigatedLand: land.irrigated,
    forestLand: land.forest,
    returnedForestLand: land.returned,
    orchardLand: land.orchard,
    grassland: random.chance(0.04) ? random.between(1, 12) : 0,
    waterSurface: random.chance(0.06) ? random.between(2, 30) / 10 : 0,
    electricity: !grid ? 'UNSTABLE' : random.chance(0.12) ? 'THREE_PHASE' : 'GRID',
    fuel: rankOf(wish, met, random) < 0.1 ? 'WOOD' : 'CLEAN',
    drinkingWater: water.source,
    waterSafe: water.safe,
    sanitaryToilet: rankOf(wish, met, random) > -0.1,
    television: met || rankOf(wish, met, random) > -1.7,
    roadSurface: road.surface,
    roadDistance: road.distance,
    inMutualFund: random.chance(0.06),
    inCooperative: random.chance(wish.stage === 'SURVEYED' ? 0.12 : 0.31),
    militaryFamily: random.chance(0.012),
  };
}

export interface Dwelling {
  readonly houseArea: number;
  readonly houseStructure: string;
  readonly houseBuiltYear: number;
  readonly houseGrade: string;
  readonly relocation: string;
  readonly arableLand: number;
  readonly irrigatedLand: number;
  readonly forestLand: number;
  readonly returnedForestLand: number;
  readonly orchardLand: number;
  readonly grassland: number;
  readonly waterSurface: number;
  readonly electricity: string;
  readonly fuel: string;
  readonly drinkingWater: string;
  readonly waterSafe: boolean;
  readonly sanitaryToilet: boolean;
  readonly television: boolean;
  readonly roadSurface: string;
  readonly roadDistance: number;
  readonly inMutualFund: boolean;
  readonly inCooperative: boolean;
  readonly militaryFamily: boolean;
}

/** Whoever met the standard of exit does not live worse than it allows. */
function rankOf({ means }: DwellingWish, met: boolean, random: Random): number {
  return means + 0.8 * random.normal() + (met ? 1 : 0);
}

function relocationOf({ isRelocating }: DwellingWish, random: Random): string {
  if (!isRelocating) return 'NONE';
  return random.chance(0.8) ? 'WHOLE_CONCENTRATED' : 'SINGLE_CONCENTRATED';
}

type Structure = 'EARTH' | 'TIMBER' | 'BRICK_TIMBER' | 'BRICK_CONCRETE' | 'FRAME';

function structureOf(rank: number): Structure {
  if (rank < -1.35) return 'EARTH';
  if (rank < -0.8) return 'TIMBER';
  if (rank < 0.2) return 'BRICK_TIMBER';
  return rank < 1.9 ? 'BRICK_CONCRETE' : 'FRAME';
}

const builtBetween: Readonly<Record<Structure, readonly [number, number]>> = {
  EARTH: [1962, 1990],
  TIMBER: [1968, 1998],
  BRICK_TIMBER: [1978, 2006],
  BRICK_CONCRETE: [1996, 2015],
  FRAME: [2006, 2015],
};

const gradeOf: Readonly<Record<Structure, (random: Random) => string>> = {
  EARTH: weighted([
    ['D', 42],
    ['C', 40],
    ['B', 18],
  ] as const),
  TIMBER: weighted([
    ['D', 18],
    ['C', 42],
    ['B', 34],
    ['A', 6],
  ] as const),
  BRICK_TIMBER: weighted([
    ['D', 4],
    ['C', 22],
    ['B', 54],
    ['A', 20],
  ] as const),
  BRICK_CONCRETE: weighted([
    ['C', 3],
    ['B', 27],
    ['A', 70],
  ] as const),
  FRAME: weighted([
    ['B', 8],
    ['A', 92],
  ] as const),
};

function houseOf(wish: DwellingWish, met: boolean, random: Random) {
  const rank = wish.means + 0.65 * random.normal() + (met ? 0.8 : 0);
  const structure = met && rank < -0.8 ? 'BRICK_TIMBER' : structureOf(rank);
  const [from, to] = builtBetween[structure];
  const perHead = Math.exp(Math.log(24) + 0.34 * wish.means + 0.3 * random.normal());
  const area = Math.max(18, Math.min(420, perHead * Math.max(2, wish.members)));
  const grade = gradeOf[structure](random);
  return {
    area: Math.round(area),
    structure,
    builtYear: random.between(from, to),
    grade: wish.lacking === 'HOUSE' ? 'C' : met && isDangerous(grade) ? 'B' : grade,
  };
}

function isDangerous(grade: string): boolean {
  return grade === 'C' || grade === 'D';
}

function landOf(wish: DwellingWish, random: Random) {
  const lacking = wish.cause === 'LAND' ? 0.3 : 1;
  const perHead = Math.max(0.1, 0.95 + 0.3 * random.normal()) * lacking;
  const arable = tenth(Math.min(30, perHead * wish.members));
  const irrigated = arable * Math.min(0.9, Math.max(0, 0.48 + 0.22 * random.normal()));
  const forest = tenth(Math.max(0, 7 + 6 * random.normal() + wish.means));
  const returned = random.chance(0.3) ? Math.min(forest, random.between(5, 60) / 10) : 0;
  const orchard = random.chance(0.45) ? Math.min(arable + 4, random.between(5, 60) / 10) : 0;
  return {
    arable,
    irrigated: tenth(irrigated),
    forest,
    returned: tenth(returned),
    orchard: tenth(orchard),
  };
}

function waterOf(wish: DwellingWish, met: boolean, random: Random) {
  const dry = wish.cause === 'WATER';
  const source = dry ? 'CISTERN' : sourceOf(rankOf(wish, met, random), random);
  const luck = random.chance(0.55 + 0.15 * wish.means);
  const safe = wish.lacking !== 'WATER' && (met || (!dry && (source === 'TAP' || luck)));
  return { source, safe };
}

function sourceOf(rank: number, random: Random): string {
  if (rank > 0) return 'TAP';
  if (rank > -1) return random.chance(0.5) ? 'SPRING' : 'WELL';
  return random.chance(0.6) ? 'CISTERN' : 'POND';
}

function roadOf(wish: DwellingWish, met: boolean, random: Random) {
  const remote = wish.cause === 'TRANSPORT';
  const surface = remote ? 'EARTH' : surfaceOf(rankOf(wish, met, random));
  const distance = 1.6 + 1.5 * random.normal() + (remote ? 4 : 0) - 0.5 * wish.means;
  return {
    surface: met && surface === 'EARTH' ? 'GRAVEL' : surface,
    distance: tenth(Math.max(0, distance)),
  };
}

function surfaceOf(rank: number): string {
  if (rank < -1.1) return 'EARTH';
  if (rank < -0.1) return 'GRAVEL';
  return rank < 2.2 ? 'CONCRETE' : 'ASPHALT';
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
