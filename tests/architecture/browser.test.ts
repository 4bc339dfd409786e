import { expect, test } from 'vitest';
import { burdensOf, valuesImportedBy } from './browser.ts';
import { filesIn } from './source-file.ts';

test('no page carries the schemas, the parsers or the grammar of the server into the browser', () => {
  const files = filesIn(['src'], ['.ts', '.tsx']);

  expect(files.length).toBeGreaterThan(1000);
  expect(burdensOf(files)).toEqual([]);
});

test('a package is found through every file between it and the page', () => {
  const files = [
    { path: 'src/web/funds/a.tsx', text: "import { b } from './b.ts';" },
    { path: 'src/web/funds/b.ts', text: "import {\n  shows,\n} from '#contract/funds.ts';" },
    { path: 'src/contract/funds.ts', text: "import { z } from 'zod';" },
  ];

  expect(burdensOf(files)).toContain(
    'src/web/funds/a.tsx > src/web/funds/b.ts > src/contract/funds.ts > zod',
  );
});

test('types weigh nothing', () => {
  const text = [
    "import type { A } from '#contract/funds.ts';",
    "import { type B, type C } from '#contract/access.ts';",
    "import { type D, e } from '#domain/kernel/fen.ts';",
  ].join('\n');

  expect(valuesImportedBy({ path: 'src/web/funds/a.tsx', text })).toEqual([
    'src/domain/kernel/fen.ts',
  ]);
});
