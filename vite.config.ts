import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

/** Beside each text file its gzipped twin, which the server sends to whoever takes it. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue;
      const path = join(dir, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), compressed],
  // Two pages: the desk, and the public page of notices, which loads nothing of it.
  build: {
    outDir: 'dist/web',
    target: 'es2022',
    rollupOptions: { input: ['index.html', 'notice.html'] },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
});
