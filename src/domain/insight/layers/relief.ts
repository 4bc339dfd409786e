// Terrain as it is seen from above with the sun in the north-west: heights become a picture in greys, because
// colours of the map mean something already.

export interface Heights {
  /** Row by row, with one more on every side than is shown. */
  readonly metres: ArrayLike<number>;
  readonly wide: number;
  readonly high: number;
  /** Metres of ground from one to the next. */
  readonly step: number;
}

/** Forty-five degrees above the north-west, as maps have been lit since there are maps. */
const sun = { azimuth: (315 * Math.PI) / 180, above: (45 * Math.PI) / 180 };
/** Heights count for more than they are, or a hilly county would look flat. */
const exaggeration = 1.6;

/** Red, green, blue and how much, four bytes a pixel, without the rim; nothing where a height is not known. */
export function reliefOf({ metres, wide, high, step }: Heights): Uint8ClampedArray {
  const [columns, rows] = [wide - 2, high - 2];
  const picture = new Uint8ClampedArray(columns * rows * 4);
  const at = (x: number, y: number) => metres[y * wide + x] ?? Number.NaN;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column + 1, row + 1];
      const here = at(x, y);
      if (!Number.isFinite(here)) continue;
      const known = (value: number) => (Number.isFinite(value) ? value : here);
      const east = known(at(x + 1, y)) - known(at(x - 1, y));
      const south = known(at(x, y + 1)) - known(at(x, y - 1));
      const light = lightOn(
        (east / (2 * step)) * exaggeration,
        (south / (2 * step)) * exaggeration,
      );
      const grey = Math.round(96 + 150 * light);
      picture.set([grey, grey, grey, 255], (row * columns + column) * 4);
    }
  }
  return picture;
}

/** How much of the sun falls on a slope: 1 where it faces the sun, 0 where it is in its own shade. */
export function lightOn(eastward: number, southward: number): number {
  const slope = Math.atan(Math.hypot(eastward, southward));
  // The direction in which water would run, clockwise from the north.
  const aspect = Math.atan2(-eastward, southward);
  const lit =
    Math.sin(sun.above) * Math.cos(slope) +
    Math.cos(sun.above) * Math.sin(slope) * Math.cos(sun.azimuth - aspect);
  return Math.max(0, lit);
}
