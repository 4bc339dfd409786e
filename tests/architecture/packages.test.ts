import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
}

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

/** Whether some alternative of a range begins at or below a version, as `^20.19.0 || >=22.12.0` does. */
function allows(range: string, [major, minor]: readonly [number, number]): boolean {
  return range.split('||').some((one) => {
    const [, from = '0', and = '0'] = /(\d+)(?:\.(\d+))?/.exec(one) ?? [];
    const isNewer = Number(from) > major || (Number(from) === major && Number(and) > minor);
    const isOpen = /^\s*(>=|>|\*|x)/.test(one) || Number(from) === major;
    return !isNewer && isOpen;
  });
}

test.each([
  ['>=18', true],
  ['>= 20.19.0', true],
  ['^20.19.0 || >=22.12.0', true],
  ['18 || 20 || >=22', true],
  ['^18.0.0 || >=22', false],
  ['>=22', false],
  ['>=20.20', false],
])('a range %s with the oldest Node we run on: %s', (range, expected) => {
  expect(allows(range, [20, 19])).toBe(expected);
});

test('no package that is installed wants a newer Node than we promise to run on', () => {
  const { engines } = read('package.json');
  const [major = 0, minor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const packages: Readonly<Record<string, Locked>> = read('package-lock.json').packages;
  const tooNew = Object.entries(packages).filter(
    ([, { engines: wants }]) => wants?.node !== undefined && !allows(wants.node, [major, minor]),
  );

  expect(tooNew.map(([name, { version }]) => `${name} ${version}`)).toEqual([]);
});
