import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { PublishedFirst } from './tests/journeys/published-first.ts';

/** How long a test waits for what is under way. It ends with the waiting, so patience costs only where something is wrong. */
const patient = { expect: { poll: { timeout: 20_000 } } };

// Five kinds of test, each with what it needs: `domain` nothing, `server` one PostgreSQL for the whole
// run, `web` a document, `reliability` processes to kill, `journeys` a browser. The limits are those of a machine
// that does other work besides.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: PublishedFirst },
    projects: [
      {
        test: {
          name: 'domain',
          include: ['src/{domain,contract}/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          // A property tried ten thousand times takes its time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['src/{server,cli}/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['tests/{architecture,reliability,journeys}/**'],
          globalSetup: ['tests/world/database-server.ts'],
          ...patient,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          include: ['src/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['src/web/shell/await-page.ts', 'src/web/shell/leave-page.ts'],
          ...patient,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'reliability',
          include: ['tests/reliability/**/*.test.ts'],
          fileParallelism: false,
          ...patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/running-server.ts', 'tests/world/database-server.ts'],
          fileParallelism: false,
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
