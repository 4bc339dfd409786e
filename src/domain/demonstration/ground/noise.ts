// Smooth chance over a plane: the same seed gives the same hills and the same wandering of borders. Value
// noise on whole numbers, added up in octaves.
import { randomOf } from '../random.ts';

/** From -1 to 1; neighbouring places have neighbouring values. */
export type Noise = (x: number, y: number) => number;

export function noiseOf(seed: string): Noise {
  const salt = randomOf(seed).below(0x7fff_ffff);
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [eased(x - left), eased(y - top)];
    const upper = mixed(cornerOf(salt, left, top), cornerOf(salt, left + 1, top), u);
    const lower = mixed(cornerOf(salt, left, top + 1), cornerOf(salt, left + 1, top + 1), u);
    return mixed(upper, lower, v);
  };
}

/** Octaves: each twice as fine and half as high as the one before. */
export function octavesOf(noise: Noise, count: number): Noise {
  const whole = 2 - 2 ** (1 - count);
  return (x, y) => {
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const fine = 2 ** at;
      sum += noise(x * fine + at * 17.3, y * fine - at * 9.1) / fine;
    }
    return sum / whole;
  };
}

function cornerOf(salt: number, x: number, y: number): number {
  let hash = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ salt;
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2_147_483_648 - 1;
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
