// Builds what Node runs: each entry of src/server and src/cli with our own sources joined to it, every
// package left outside. Starting from this is three times faster than translating TypeScript on the
// way in, and takes half the memory.

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export default defineConfig({
  root,
  publicDir: false,
  plugins: [keepPlaces()],
  build: {
    ssr: true,
    outDir: 'dist/node',
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: entries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
    },
  },
});

/** `src/server/main.ts` becomes `server-main`; `x.process.ts` runs in a process of its own. */
function entries(): Record<string, string> {
  const mains = ['server/main.ts', 'cli/main.ts'].filter((path) =>
    existsSync(join(root, 'src', path)),
  );
  const processes = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.process\.ts$/.test(path),
  );
  return Object.fromEntries(
    [...mains, ...processes].map((path) => [
      path.split(sep).join('-').replace(/\.ts$/, ''),
      join(root, 'src', path),
    ]),
  );
}

/** A source that looks for files beside itself (migrations) must find them after it was joined to others. */
function keepPlaces(): Plugin {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || !code.includes('import.meta.url')) return undefined;
      const place = relative(join(root, 'dist/node'), id).split(sep).join('/');
      const url = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
      return { code: code.replaceAll('import.meta.url', url), map: null };
    },
  };
}
