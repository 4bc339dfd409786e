// Loads the country's areas at the first start, and again when the edition or the revisions a pack
// ships have changed: provinces, cities, counties, townships and 620,573 village units with their
// search keys, and the dated history of the counties that have one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientBase, type ClientConfig } from 'pg';
import { parse } from 'yaml';
import { levelOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { sinceAlways } from '#domain/registry/area.ts';
import { type AreaFile, parseAreaFile } from '#domain/registry/area-file.ts';
import { historyOf } from '#domain/registry/area-revision.ts';
import { areaKeyReader } from '#domain/registry/pinyin.ts';
import { type Edition, type EditionArea, editionLevels } from './area-edition.ts';
import {
  findLoadedEdition,
  type LoadedArea,
  replaceAreas,
  replaceRevisions,
  replaceTilePlaces,
} from './area-load.store.ts';

export interface AreaLoad {
  /** Areas now in the table; 0 when nothing had to be done. */
  readonly areas: number;
}

export interface AreaLoadRequest {
  readonly edition: Edition;
  readonly files: readonly AreaFile[];
  readonly onProgress?: (areas: number) => void;
}

/** Reads every `areas/*.yaml` of every pack; a mistake stops the start and names the file. */
export function readAreaFiles(packsFolder: string): readonly AreaFile[] {
  return readdirSync(packsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((pack) => yamlFilesIn(join(packsFolder, pack.name, 'areas')))
    .map((path) => {
      try {
        return parseAreaFile(parse(readFileSync(path, 'utf8')));
      } catch (cause) {
        throw new Error(`${path} cannot be used`, { cause });
      }
    });
}

function yamlFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** True when nothing has to be loaded. */
export async function areAreasLoaded(
  owner: ClientConfig,
  edition: Edition,
  files: readonly AreaFile[],
): Promise<boolean> {
  const client = new Client(owner);
  await client.connect();
  const loaded = await findLoadedEdition(client).finally(() => client.end());
  return loaded === stateOf(edition, files);
}

export async function loadAreas(
  owner: ClientBase,
  { edition, files, onProgress }: AreaLoadRequest,
): Promise<AreaLoad> {
  const state = stateOf(edition, files);
  if ((await findLoadedEdition(owner)) === state) return { areas: 0 };

  let areas = 0;
  await replaceAreas(owner, state, async (put) => {
    for await (const batch of areasWithHistory(edition, files)) {
      await put(batch);
      areas += batch.length;
      onProgress?.(areas);
    }
  });
  for (const file of files) await replaceRevisions(owner, file.county, file.revisions);
  await replaceTilePlaces(owner, tilePlacesOf(files));

  return { areas };
}

/** Names the edition and digests the revisions and this file's way of making rows. */
function stateOf(edition: Edition, files: readonly AreaFile[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([1, files]))
    .digest('hex')
    .slice(0, 12);
  return `${edition.source} ${digest}`;
}

function tilePlacesOf(files: readonly AreaFile[]): object {
  return Object.fromEntries(
    files.filter((file) => file.tiles !== null).map((file) => [file.county, file.tiles]),
  );
}

/**
 * Rows of all levels. The areas of a county with a history are held back until all of them have been
 * read, then written as their states through time.
 */
async function* areasWithHistory(
  edition: Edition,
  files: readonly AreaFile[],
): AsyncGenerator<readonly LoadedArea[]> {
  const finish = rowMaker();
  const counties = new Map(files.map((file) => [file.county as string, file]));
  const heldBack = new Map<string, EditionArea[]>(files.map((file) => [file.county, []]));

  for (const level of editionLevels) {
    for await (const batch of edition.areasOf(level)) {
      const rows: LoadedArea[] = [];
      for (const area of batch) {
        const held = area.code.length > 6 ? heldBack.get(area.code.slice(0, 6)) : undefined;
        if (held === undefined) rows.push(finish(area, sinceAlways, null, edition.source));
        else held.push(area);
      }
      yield rows;
    }
  }
  for (const [county, areas] of heldBack) {
    const current = areas.map(({ code, name }) => ({ code, name, source: edition.source }));
    yield historyOf(current, counties.get(county)?.revisions ?? []).map((area) =>
      finish(area, area.validFrom, area.validTo, area.source),
    );
  }
}

/** Levels that exist for the tables only: nobody says 市辖区 between a city and its district. */
const unspoken = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

/** Completes areas, parents before children, with keys and the full name from the province down. */
function rowMaker() {
  const keysOf = areaKeyReader();
  const fullNames = new Map<string, string>();
  return (
    { code, name }: EditionArea,
    validFrom: PlainDate,
    validTo: PlainDate | null,
    source: string,
  ): LoadedArea => {
    const parent = code.slice(0, code.length > 6 ? -3 : -2);
    const above = fullNames.get(parent) ?? '';
    const fullName = code.length === 4 && unspoken.test(name) ? above : above + name;
    if (code.length < 12) fullNames.set(code, fullName);
    const { full, initials } = keysOf(name);
    const level = levelOf(code);
    return {
      code,
      name,
      validFrom,
      validTo,
      source,
      parent,
      level,
      fullName,
      pinyin: full,
      initials,
    };
  };
}
