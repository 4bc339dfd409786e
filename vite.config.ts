import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

const squeeze = { br: promisify(brotliCompress), gz: promisify(gzip) } as const;

/** Beside each text file its compressed twins, which the server sends to whoever takes them. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    const texts = names.filter((name) => /\.(js|css|html|svg)$/.test(name));
    await Promise.all(
      texts.map(async (name) => {
        const path = join(dir, name);
        const text = readFileSync(path);
        writeFileSync(`${path}.br`, await squeeze.br(text));
        writeFileSync(`${path}.gz`, await squeeze.gz(text, { level: 9 }));
      }),
    );
  },
};

const shared = [
  {
    name: 'router',
    test: /node_modules[\\/](?:@tanstack|use-sync-external-store)[\\/]|src[\\/]web[\\/](?:client[\\/]read|access[\\/]me|shell[\\/]use-closing)\.tsx?$/,
  },
  // The notice takes some of these too, so none of them may know the router.
  {
    name: 'parts',
    test: /src[\\/]web[\\/]ui[\\/](?:block|chip|column-heads|day-input|dotted|field|figure|later|more-button|page-head|problem|said|scrolled|search-input|sheet|skeleton|stacked-table|states|texts|whole-days|words-sheet)\.tsx?$|src[\\/]domain[\\/](?:kernel[\\/](?:fen|plain-date)|registry[\\/]area|casework[\\/](?:case-clock|who-acts)|publicity[\\/]money-notice)\.ts$/,
  },
  // What a household's own page says, beside what a helper's visits take of it.
  {
    name: 'household',
    test: /src[\\/]web[\\/](?:registry[\\/](?:form-words|shown-value|household[\\/](?:household-reads|household-texts|living-facts))|registry[\\/]why[\\/]why-reads|assistance[\\/](?:benefit-meanings|benefit-state-texts|quantity-text|stale-plans)|funds[\\/](?:household-money-texts|payment-meanings|stale-lists))\.tsx?$/,
  },
];

export default defineConfig({
  plugins: [react(), compressed],
  // Three pages: the desk, the light entry of households and helpers, and the public page of notices.
  build: {
    outDir: 'dist/web',
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'field.html', 'notice.html'],
      // What nearly every page takes comes in two files, not in twenty.
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: shared } },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
});
