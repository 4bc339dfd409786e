// The colours of the screens, measured: what has to be read can be read, and overdue is confused with
// nothing by the common kinds of colour-blindness.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colour = readonly [number, number, number];

const css = readFileSync('src/web/theme/tokens.css', 'utf8');
const [lightPart = '', darkPart = ''] = css.split('[data-theme="dark"]');
const themes = { light: tokensIn(lightPart), dark: tokensIn(darkPart) };

describe.each(Object.entries(themes))('the colours of the %s theme', (_name, token) => {
  test.each([
    ['t1', 'ground'],
    ['t2', 'ground'],
    ['t3', 'ground'],
    ['t3', 'sunk'],
    ['accent', 'ground'],
    ['accent', 'accent-bg'],
    ['on-accent', 'accent'],
    ['done', 'done-bg'],
    ['due', 'due-bg'],
    ['over', 'over-bg'],
    ['over', 'ground'],
    ['unk', 'ground'],
    ['on-ramp-1', 'ramp-1'],
    ['on-ramp-2', 'ramp-2'],
    ['on-ramp-3', 'ramp-3'],
    ['on-ramp-4', 'ramp-4'],
    ['on-ramp-5', 'ramp-5'],
  ])('%s on %s can be read by WCAG AA', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([['accent'], ['due'], ['done']])(
    'overdue is told from %s also by those who see two colours',
    (other) => {
      for (const sight of [normal, protanopia, deuteranopia, tritanopia]) {
        expect(distance(seen(token('over'), sight), seen(token(other), sight))).toBeGreaterThan(18);
      }
    },
  );
});

function tokensIn(part: string): (name: string) => Colour {
  return (name) => {
    const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(part)?.[1];
    if (hex === undefined) throw new Error(`no token ${name}`);
    const at = (index: number) => linear(Number.parseInt(hex.slice(index, index + 2), 16) / 255);
    return [at(0), at(2), at(4)];
  };
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

type Sight = readonly [Colour, Colour, Colour];

// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
const normal: Sight = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const protanopia: Sight = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: Sight = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const tritanopia: Sight = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
];

function seen(colour: Colour, sight: Sight): Colour {
  const channel = (row: Colour) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]));
  return [channel(sight[0]), channel(sight[1]), channel(sight[2])];
}

/** Distance in CIELAB: below about 10 two colours are hard to tell apart. */
function distance(one: Colour, other: Colour): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab([red, green, blue]: Colour): Colour {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
