import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functions } from '#domain/policy/expression-parse.ts';
import { baseUnits } from '#domain/policy/expression-unit.ts';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import { fileKinds } from '#domain/policy/pack/file-kinds.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { readPackFolder, shippedPacks } from '#server/policy/read-pack-folders.ts';

const guide = readFileSync('docs/how-to/write-a-pack.md', 'utf8');

test('the pack the guide builds has every kind of row and is sound', async () => {
  const blocks = [...guide.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)];
  const files = new Map(blocks.map(([, path = '', text = '']) => [path, text]));
  const national = await readPackFolder(`${shippedPacks}/china-2014`);

  const { pack, problems } = readPack(files);

  const folders = new Set([...files.keys()].map((path) => path.split('/')[0]));
  // Figures are published, catalogue rows are like those of verification: the page points to both.
  const shown = Object.keys(fileKinds).filter((kind) => kind !== 'figures' && kind !== 'catalogue');
  expect(shown.filter((kind) => !folders.has(kind))).toEqual([]);
  expect(problems).toEqual([]);
  if (pack === undefined || national.pack === undefined) throw new Error('unreadable');
  const packs = new Map([national.pack, pack].map((one) => [one.manifest.id, one]));
  expect(checkPack(packs, 'example-county')).toEqual([]);
});

test('the guide names every function, unit and folder', () => {
  const names = [...Object.keys(functions), ...Object.keys(baseUnits), ...Object.keys(fileKinds)];

  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide))).toEqual([]);
});
