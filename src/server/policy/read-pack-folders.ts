// Packs from disk: every YAML file of a folder as text, by its path inside the folder. Follows no
// symbolic links and reads no file larger than a pack file may be.

import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import { fileCountLimit, fileLimit, readPack } from '#domain/policy/pack/read-pack.ts';

/** The packs that come with the program. */
export const shippedPacks = fileURLToPath(new URL('../../../policy/packs', import.meta.url));

export interface PackFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

export async function readPackFolder(folder: string): Promise<PackFolder> {
  const files = await readTexts(folder);
  return { folder, files, ...readPack(files) };
}

/** Every folder below that holds a pack.yaml. */
export async function readPackFolders(parent: string): Promise<readonly PackFolder[]> {
  const folders = await readPackTexts(parent);
  return folders.map(({ folder, files }) => ({ folder, files, ...readPack(files) }));
}

/** The same without a look at what the texts say, which takes most of the time. */
export async function readPackTexts(
  parent: string,
): Promise<readonly Pick<PackFolder, 'folder' | 'files'>[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const packs: Pick<PackFolder, 'folder' | 'files'>[] = [];
  for (const name of names.sort()) {
    const folder = join(parent, name);
    const files = await readTexts(folder);
    if (files.has('pack.yaml')) packs.push({ folder, files });
  }
  return packs;
}

async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    const { size } = await lstat(path);
    // A file beyond the limit is refused by its length; its content is not needed for that.
    texts.set(
      name,
      size > 4 * fileLimit ? ' '.repeat(fileLimit + 1) : await readFile(path, 'utf8'),
    );
    if (texts.size > fileCountLimit) break;
  }
  return texts;
}
