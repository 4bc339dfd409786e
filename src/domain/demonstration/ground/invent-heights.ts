// Hills for the invented outlines: heights as a raster, from noise. No mountain of any county.
import type { Position } from '#domain/registry/area-position.ts';
import { type GroundPlan, positionOn, sheetOf } from './invent-outlines.ts';
import { noiseOf, octavesOf } from './noise.ts';

export interface Heights {
  readonly wide: number;
  readonly high: number;
  /** Whole metres, row by row from the north-west. */
  readonly metres: Uint16Array;
  readonly northWest: Position;
  /** Degrees to a pixel. */
  readonly step: { readonly longitude: number; readonly latitude: number };
}

/** Pixels along the longer side: about a hundred metres each for a county of five tiles. */
const longest = 900;

export function inventHeights({ seed, townships }: GroundPlan): Heights {
  const sheet = sheetOf(townships);
  const scale = longest / Math.max(sheet.wide, sheet.high);
  const [wide, high] = [Math.round(sheet.wide * scale), Math.round(sheet.high * scale)];
  const ranges = octavesOf(noiseOf(`${seed} ranges`), 5);
  const bulk = noiseOf(`${seed} bulk`);
  const metres = new Uint16Array(wide * high);
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const [x, y] = [(column + 0.5) / scale, (row + 0.5) / scale];
      // Ridges are where the noise changes its sign, valleys where it is far from it.
      const ridge = (1 - Math.abs(ranges(x * 1.4, y * 1.4))) ** 3;
      const height = 160 + 1150 * ridge * (0.55 + 0.45 * bulk(x * 0.6, y * 0.6));
      metres[row * wide + column] = Math.round(Math.max(0, height));
    }
  }
  const northWest = positionOn({ x: 0, y: 0 });
  const southEast = positionOn({ x: wide / scale, y: high / scale });
  return {
    wide,
    high,
    metres,
    northWest,
    step: {
      longitude: (southEast.longitude - northWest.longitude) / wide,
      latitude: (northWest.latitude - southEast.latitude) / high,
    },
  };
}
