// A file of ours that runs in a process of its own (`x.process.ts`): the built one
// where the server was built, otherwise its source, which Node must be told to translate.
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../..', import.meta.url));

export interface OwnEntry {
  readonly file: string;
  /** What Node is started with so that it can run the file. */
  readonly execArgv: readonly string[];
}

/** `ownEntry(new URL('./pairing.process.ts', import.meta.url))` */
export function ownEntry(source: URL): OwnEntry {
  const path = fileURLToPath(source);
  const name = relative(sources, path).split(sep).join('-').replace(/\.ts$/, '.js');
  const built = join(import.meta.dirname, name);
  return existsSync(built)
    ? { file: built, execArgv: [] }
    : { file: path, execArgv: ['--import', import.meta.resolve('tsx')] };
}
