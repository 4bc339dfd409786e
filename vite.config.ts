import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

export default defineConfig({
  plugins: [react()],
  // Two pages: the desk, and the public page of notices, which loads nothing of it.
  build: {
    outDir: 'dist/web',
    target: 'es2022',
    rollupOptions: { input: ['index.html', 'notice.html'] },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
});
