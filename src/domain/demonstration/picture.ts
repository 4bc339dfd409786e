// Drawn pictures of invented works, where a county has photographs: a sky, hills of limestone, a field, and what was
// built. Anybody sees that they are drawn; nobody is in them.
import type { Random } from './random.ts';

export interface PictureSubject {
  /** Kind of the project, as its pack names it. */
  readonly kind: string;
  readonly isDone: boolean;
}

const [wide, high] = [480, 320];
/** It says of itself that it is 720 by 480. */
const scale = 1.5;
const ground = 205;
const skies = ['#dfe9ee', '#e8ecec', '#d6e4ea', '#eee9df'] as const;
const hills = ['#a9bcb4', '#8ea79b', '#73907f'] as const;
const fields = ['#c9cfa0', '#bfc58c', '#d4cfa6'] as const;

/** An SVG in units of 480 by 320. */
export function drawnPicture({ kind, isDone }: PictureSubject, random: Random): string {
  const ranges = hills.map((colour, index) => hillRange(colour, 60 + index * 38, random));
  const work = works[kind] ?? drawHall;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide * scale}" height="${high * scale}" viewBox="0 0 ${wide} ${high}">`,
    rect([0, 0, wide, high], random.pick(skies)),
    ...ranges,
    rect([0, ground, wide, high - ground], random.pick(fields)),
    work(isDone, random),
    isDone ? '' : scaffold(),
    '</svg>',
  ].join('');
}

type Box = readonly [x: number, y: number, wide: number, high: number];

function rect([x, y, w, h]: Box, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
}

function path(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

/** Steep round hills beside one another, as limestone leaves them. */
function hillRange(colour: string, top: number, random: Random): string {
  let d = `M0 ${ground + 4}`;
  for (let x = -20; x < wide; ) {
    const width = random.between(70, 150);
    const peak = top + random.between(0, 46);
    d += ` L${x} ${ground} C${x + width * 0.22} ${peak} ${x + width * 0.78} ${peak} ${x + width} ${ground}`;
    x += width - random.between(12, 34);
  }
  return path(`${d} L${wide} ${ground + 4}Z`, colour);
}

type Draw = (isDone: boolean, random: Random) => string;

const drawRoad: Draw = (isDone, random) => {
  const far = random.between(190, 300);
  const surface = isDone ? '#b9b9b4' : '#b59f7c';
  const line = `<path d="M${far} ${ground}L240 ${high}" stroke="#f2f0e6" stroke-width="4" stroke-dasharray="16 14"/>`;
  return `${path(`M${far - 7} ${ground}L${far + 7} ${ground}L390 ${high}L90 ${high}Z`, surface)}${isDone ? line : ''}`;
};

const drawTank: Draw = (isDone, random) => {
  const x = random.between(130, 230);
  return [
    rect([x, 150, 130, 96], isDone ? '#d9d8d2' : '#b7b0a2'),
    `<ellipse cx="${x + 65}" cy="150" rx="65" ry="18" fill="${isDone ? '#6f9cb0' : '#8d8778'}"/>`,
    `<ellipse cx="${x + 65}" cy="246" rx="65" ry="14" fill="#a9a79e"/>`,
    rect([x + 128, 226, 70, 8], '#7d8a8f'),
  ].join('');
};

/** Rows of plants that come nearer. */
function rowsOf(plant: (x: number, y: number, size: number) => string): string {
  let drawn = '';
  for (let row = 0; row < 5; row += 1) {
    const size = 7 + row * 4;
    const y = ground + 14 + row * 22;
    for (let x = (row % 2) * size; x < wide + size; x += size * 3.2) drawn += plant(x, y, size);
  }
  return drawn;
}

const drawTrees: Draw = (isDone) =>
  rowsOf((x, y, size) => {
    const crown = isDone ? size : size * 0.55;
    const fruit = isDone
      ? `<circle cx="${x + size * 0.3}" cy="${y - size * 0.7}" r="${size * 0.2}" fill="#d9a441"/>`
      : '';
    return `${rect([x - 1, y - size * 0.4, 2, size * 0.7], '#7b6a4f')}<circle cx="${x}" cy="${y - size * 0.8}" r="${crown}" fill="#587a4c"/>${fruit}`;
  });

const drawMulberries: Draw = (isDone) =>
  rowsOf((x, y, size) => {
    const up = isDone ? size * 1.6 : size * 0.8;
    return path(
      `M${x - size * 0.7} ${y}Q${x - size} ${y - up} ${x} ${y - up}Q${x + size} ${y - up} ${x + size * 0.7} ${y}Z`,
      '#6b8f55',
    );
  });

function house([x, y, w, h]: Box, wall: string, roof: string): string {
  return [
    rect([x, y, w, h], wall),
    path(`M${x - 10} ${y}L${x + w / 2} ${y - h * 0.55}L${x + w + 10} ${y}Z`, roof),
    rect([x + w * 0.42, y + h * 0.45, w * 0.16, h * 0.55], '#6d5f4b'),
    rect([x + w * 0.12, y + h * 0.25, w * 0.18, h * 0.24], '#8fa5ad'),
    rect([x + w * 0.7, y + h * 0.25, w * 0.18, h * 0.24], '#8fa5ad'),
  ].join('');
}

const drawHouses: Draw = (isDone, random) => {
  const wall = isDone ? '#efe9dc' : '#c4ab87';
  const first = random.between(30, 90);
  return [0, 1, 2]
    .map((at) => house([first + at * 125, 172 + at * 10, 96, 72], wall, '#8a5a4a'))
    .join('');
};

const drawSheds: Draw = (isDone, random) => {
  const x = random.between(60, 130);
  return [
    rect([x, 184, 260, 62], isDone ? '#e0dccf' : '#c2b396'),
    path(`M${x - 12} 186L${x + 20} 158L${x + 240} 158L${x + 272} 186Z`, '#6f7f87'),
    ...[0, 1, 2, 3, 4].map((at) => rect([x + 16 + at * 48, 206, 30, 22], '#7c766a')),
    `<path d="M${x - 30} 268H${x + 300}M${x - 30} 282H${x + 300}" stroke="#7b6a4f" stroke-width="4"/>`,
  ].join('');
};

const drawHall: Draw = (isDone, random) => {
  const x = random.between(90, 150);
  return [
    rect([x, 150, 220, 100], isDone ? '#ece7da' : '#c6b79b'),
    rect([x - 8, 140, 236, 12], '#8c8f8d'),
    ...[0, 1, 2, 3, 4].map((at) => rect([x + 14 + at * 42, 168, 26, 24], '#8fa5ad')),
    rect([x + 92, 206, 36, 44], '#6d5f4b'),
    rect([x + 196, 96, 3, 46], '#7d7d78'),
  ].join('');
};

const works: Readonly<Record<string, Draw>> = {
  ROAD: drawRoad,
  WATER: drawTank,
  CROPS: drawTrees,
  SERICULTURE: drawMulberries,
  LIVESTOCK: drawSheds,
  HOUSE: drawHouses,
};

/** Poles and boards in front of what is not finished. */
function scaffold(): string {
  const poles = [60, 150, 330, 420].map((x) => rect([x, 168, 4, 96], '#a1865b')).join('');
  return `${poles}${rect([50, 200, 124, 4], '#a1865b')}${rect([320, 200, 114, 4], '#a1865b')}`;
}
