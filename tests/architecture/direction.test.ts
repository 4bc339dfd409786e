import { expect, test } from 'vitest';
import { capabilities, capabilityOf, directionProblems } from './direction.ts';
import { filesIn } from './source-file.ts';

const sources = filesIn(['src'], ['.ts', '.tsx']);

test('imports point down: domain to itself, contract to domain, server and web to both, never to each other', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(directionProblems)).toEqual([]);
});

test('every folder of a part is a capability or the machinery of the server and the browser', () => {
  const machinery = {
    domain: [],
    server: ['http', 'database', 'jobs'],
    web: ['shell', 'ui', 'charts', 'maps', 'client', 'theme', 'text'],
  };
  for (const [part, others] of Object.entries(machinery)) {
    const folders = new Set(
      sources
        .filter(({ path }) => path.startsWith(`src/${part}/`))
        .flatMap(({ path }) => capabilityOf(path) ?? []),
    );
    const known: readonly string[] = [...capabilities, ...others];
    expect([...folders].filter((folder) => !known.includes(folder))).toEqual([]);
  }
});

test.each([
  ['src/domain/registry/bad.ts', "import { x } from 'node:fs/promises';", 'node:fs/promises'],
  [
    'src/domain/funds/bad.ts',
    "import { x } from '#domain/monitoring/a.ts';",
    'src/domain/monitoring/a.ts',
  ],
  [
    'src/domain/funds/bad.ts',
    "import { x } from '../monitoring/a.ts';",
    'src/domain/monitoring/a.ts',
  ],
  [
    'src/web/funds/bad.tsx',
    "import { x } from '#server/funds/a.store.ts';",
    'src/server/funds/a.store.ts',
  ],
  ['src/server/funds/bad.ts', "import {\n  x,\n} from '#web/funds/a.tsx';", 'src/web/funds/a.tsx'],
  ['src/server/access/bad.ts', "import { x } from '#server/audit/a.ts';", 'src/server/audit/a.ts'],
  [
    'src/server/http/bad.ts',
    "import { x } from '#server/registry/a.ts';",
    'src/server/registry/a.ts',
  ],
  [
    'src/contract/access.ts',
    "import { x } from './registry-areas.ts';",
    'src/contract/registry-areas.ts',
  ],
  ['src/contract/access.ts', "import { x } from '#server/access/a.ts';", 'src/server/access/a.ts'],
  ['src/contract/access.ts', "import fastify from 'fastify';", 'fastify'],
  ['src/server/funds/bad.ts', "const x = await import('#web/funds/a.tsx');", 'src/web/funds/a.tsx'],
  ['src/server/funds/bad.ts', "export { x } from '#tests/world/a.ts';", 'tests/world/a.ts'],
])('the checker finds in %s: %s', (path, text, target) => {
  expect(directionProblems({ path, text })).toEqual([`${path} imports ${target}`]);
});

test.each([
  ['src/domain/monitoring/good.ts', "import { x } from '#domain/funds/a.ts';"],
  ['src/server/http/good.ts', "import { x } from '#server/audit/record-act.ts';"],
  ['src/server/compose.ts', "import { x } from '#server/registry/a.ts';"],
  ['src/cli/audit.ts', "import { x } from '#server/audit/a.ts';"],
  ['src/domain/funds/a.test.ts', "import { test } from 'vitest';"],
])('the checker has nothing against %s: %s', (path, text) => {
  expect(directionProblems({ path, text })).toEqual([]);
});
