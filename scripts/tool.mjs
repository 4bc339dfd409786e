// `node scripts/tool.mjs check`: runs a TypeScript file of scripts/ or, by its path, of another folder
// (bench/main), with the packages it needs installed first.

import './node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { ensureInstalled, root } = await import('./prepare.mjs');
ensureInstalled((zh, en) => console.error(`${zh} ${en}`));
const { register } = await import('tsx/esm/api');
register();

const [name = '', ...rest] = process.argv.slice(2);
const file = join(root, name.includes('/') ? `${name}.ts` : `scripts/${name}.ts`);
if (existsSync(file)) {
  process.argv = [process.argv[0], file, ...rest];
  await import(pathToFileURL(file).href);
} else {
  console.error(`没有 ${name}。There is no ${name}.`);
  process.exitCode = 2;
}
