// A machine removes nobody: from the comparison of lists no path of imports leads to what writes a
// household, its stage or a case.
import { expect, test } from 'vitest';
import { importsOf } from './direction.ts';
import { filesIn, isTest } from './source-file.ts';

const files = new Map(
  filesIn(['src'], ['.ts'])
    .filter(({ path }) => !isTest(path))
    .map((file) => [file.path, file]),
);

/** What changes a household or begins and moves a case. */
const writers = [
  'src/server/registry/write-household.ts',
  'src/server/registry/household-write.store.ts',
  'src/server/registry/bulk.store.ts',
  'src/server/registry/change-households.ts',
  'src/server/casework/enter-stage.ts',
  'src/server/casework/begin-case.ts',
  'src/server/casework/act-on-case.ts',
];

/** What is imported as a type alone cannot be called. */
function withoutTypes(text: string): string {
  return text.replace(/^import type [^;]+;/gm, '');
}

function reachedFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const file = files.get(at);
    if (file === undefined || reached.has(at)) continue;
    reached.add(at);
    waiting.push(...importsOf({ ...file, text: withoutTypes(file.text) }));
  }
  return reached;
}

test('[JJ-25] no code path leads from a comparison or a lead to a stage', () => {
  expect(writers.filter((path) => !files.has(path))).toEqual([]);
  const reached = reachedFrom('src/server/targeting/comparison/comparison.routes.ts');
  expect(reached.size).toBeGreaterThan(40);

  expect(writers.filter((path) => reached.has(path))).toEqual([]);
  for (const path of reached) {
    if (!path.startsWith('src/server/targeting/comparison/')) continue;
    expect(files.get(path)?.text).not.toMatch(/(update|insert into|updateTable\(')\s*registry_/);
  }
});
