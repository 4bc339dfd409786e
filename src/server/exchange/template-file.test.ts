import { beforeAll, expect, test } from 'vitest';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { exchangeRoutes } from './exchange.routes.ts';

const app = await anApp({ demonstration: true, routes: exchangeRoutes });
const chen = app.as('chen');

beforeAll(async () => {
  for (const { files, pack } of await readPackFolders(shippedPacks)) {
    if (pack !== undefined) await installPack(app.platform.db, files, pack);
  }
  await app.platform.packs.reload();
});

test('the template is recognised without mapping', async () => {
  const template = await chen.get('/api/exchange/template');
  const answer = await chen.upload(`/api/exchange/imports?area=${county}`, {
    name: '模板.xlsx',
    bytes: template.bytes,
  });

  expect(answer.body.missingColumns).toEqual([]);
  const unclear = answer.body.columns.filter(
    (column: { confidence: number }) => column.confidence < 1,
  );
  expect(unclear).toEqual([]);
});
