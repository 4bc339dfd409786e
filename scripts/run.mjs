// `node scripts/run.mjs cli/main <arguments>`: runs an entry of src/ from its built form, building it
// first when the sources changed. The program sees only its own arguments, and says nothing but its own.

import './node-version.mjs';
import { pathToFileURL } from 'node:url';

const { builtEntry, ensureBuilt, ensureInstalled } = await import('./prepare.mjs');
const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error('node scripts/run.mjs <entry of src/, such as cli/main> [arguments]');
  process.exit(2);
}
const aside = (zh, en) => console.error(`${zh} ${en}`);
ensureInstalled(aside);
ensureBuilt('node', aside);
const file = builtEntry(entry);
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
