// Positions on maps published in China are shifted by a few hundred metres (GCJ-02). A county that
// loads such outlines says so, and they are brought back to WGS84 here, where every other position is
// kept. The shift has no published formula; this is the one in common use, its inverse found by
// repetition to about a millimetre of the forward formula.

export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** Krasovsky's ellipsoid, on which the shift is computed. */
const semiMajorAxis = 6378245;
const eccentricitySquared = 0.006693421622965943;

/** Generous bounds of the country; they tell exchanged or projected coordinates from real ones. */
const bounds = { west: 73, east: 136, south: 3, north: 54 };

export function isInChina({ longitude, latitude }: Position): boolean {
  return (
    longitude >= bounds.west &&
    longitude <= bounds.east &&
    latitude >= bounds.south &&
    latitude <= bounds.north
  );
}

export function gcjToWgs(shifted: Position): Position {
  let guess = shifted;
  for (let round = 0; round < 4; round += 1) {
    const back = wgsToGcj(guess);
    guess = {
      longitude: guess.longitude + shifted.longitude - back.longitude,
      latitude: guess.latitude + shifted.latitude - back.latitude,
    };
  }
  return guess;
}

export function wgsToGcj({ longitude, latitude }: Position): Position {
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const metresNorth = shiftNorth(x, y);
  const metresEast = shiftEast(x, y);
  return {
    longitude:
      longitude + (metresEast * 180) / ((semiMajorAxis / root) * Math.cos(radians) * Math.PI),
    latitude:
      latitude +
      (metresNorth * 180) /
        (((semiMajorAxis * (1 - eccentricitySquared)) / (magic * root)) * Math.PI),
  };
}

function shiftNorth(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(20, [6 * x, 2 * x]) +
    waves(20, [y]) +
    waves(40, [y / 3]) +
    waves(160, [y / 12]) +
    waves(320, [y / 30])
  );
}

function shiftEast(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(20, [6 * x, 2 * x]) +
    waves(20, [x]) +
    waves(40, [x / 3]) +
    waves(150, [x / 12]) +
    waves(300, [x / 30])
  );
}

function waves(height: number, turns: readonly number[]): number {
  return turns.reduce((sum, turn) => sum + Math.sin(turn * Math.PI), 0) * ((height * 2) / 3);
}
