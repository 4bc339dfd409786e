// Packs from disk as far as published figures need them: the figures themselves, and of everything else
// the folders a claim is held against. Reading a whole pack takes many times as long.

import type { Relation } from '#domain/policy/pack/figure-schemas.ts';
import type { FileFolder } from '#domain/policy/pack/file-kinds.ts';
import type { Pack, Rows } from '#domain/policy/pack/pack.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { readPackTexts } from '#server/policy/read-pack-folders.ts';

export interface FigurePacks {
  readonly packs: ReadonlyMap<string, Pack>;
  /** Folders of which something could not be read. */
  readonly unreadable: readonly string[];
}

type ListKind = NonNullable<Extract<Relation, { kind: 'count' }>['list']>['kind'];

const folderOf: Readonly<Record<ListKind, FileFolder>> = {
  chartSets: 'charts',
  listSets: 'lists',
  organisation: 'organisation',
  verification: 'verification',
  sampleSets: 'samples',
  taxonomies: 'measures',
  catalogue: 'catalogue',
  processes: 'processes',
  signOffs: 'signoffs',
  lists: 'codes',
  indicators: 'indicators',
};

export async function readFigurePacks(parent: string): Promise<FigurePacks> {
  const texts = await readPackTexts(parent);
  const first = texts.map(({ folder, files }) => ({
    folder,
    files,
    ...readPack(within(files, ['figures'])),
  }));
  const unreadable = first.filter(({ problems }) => problems.length > 0).map((one) => one.folder);
  const packs = new Map<string, Pack>();
  const wanted = new Map<string, Set<FileFolder>>();
  for (const { pack } of first) if (pack !== undefined) packs.set(pack.manifest.id, pack);
  for (const pack of packs.values()) {
    // What a claim is held against may stand in a pack below.
    const seen = new Set<Pack>();
    for (let one: Pack | undefined = pack; one !== undefined; one = baseOf(one, packs)) {
      if (seen.has(one)) break;
      seen.add(one);
      const folders = wanted.get(one.manifest.id) ?? new Set();
      wanted.set(one.manifest.id, folders);
      for (const folder of neededBy(pack)) folders.add(folder);
    }
  }
  for (const { files, folder, pack } of first) {
    const more = [...(wanted.get(pack?.manifest.id ?? '') ?? [])];
    if (pack === undefined || more.length === 0) continue;
    const rest = readPack(within(files, more));
    if (rest.problems.length > 0) unreadable.push(folder);
    if (rest.pack !== undefined) packs.set(pack.manifest.id, withRows(pack, rest.pack.rows));
  }
  return { packs, unreadable };
}

function within(
  files: ReadonlyMap<string, string>,
  folders: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    [...files].filter(
      ([path]) => path === 'pack.yaml' || folders.includes(path.split('/')[0] ?? ''),
    ),
  );
}

function neededBy({ rows }: Pack): ReadonlySet<FileFolder> {
  const folders = new Set<FileFolder>();
  for (const relation of rows.claims.flatMap(({ row }) => row.relations)) {
    if (relation.kind === 'threshold') folders.add('parameters');
    if (relation.kind === 'count' && relation.list !== undefined) {
      folders.add(folderOf[relation.list.kind]);
    }
  }
  return folders;
}

function baseOf({ manifest }: Pack, packs: ReadonlyMap<string, Pack>): Pack | undefined {
  const id = manifest.extends?.pack;
  return id === undefined ? undefined : packs.get(id);
}

function withRows(pack: Pack, rows: Rows): Pack {
  return { ...pack, rows: { ...rows, figures: pack.rows.figures, claims: pack.rows.claims } };
}
