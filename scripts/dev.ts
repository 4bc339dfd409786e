// `npm run dev`: the server from its TypeScript, started again when a source changes, and beside it
// Vite with the pages, which hands /api on to the server.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm run dev\n\n开发模式：代码改动后自动重启。Serves from the sources and restarts on change.\n',
  );
} else {
  const children = [
    start(['node_modules/tsx/dist/cli.mjs', 'watch', 'src/server/main.ts']),
    start(['node_modules/vite/bin/vite.js']),
  ];
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      for (const child of children) child.kill(name);
    });
  }
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
}
