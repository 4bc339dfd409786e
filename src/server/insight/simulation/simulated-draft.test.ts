import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { draftRoutes } from '#server/policy/draft.routes.ts';
import { installChecked } from '#server/policy/install-checked.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { simulationRoutes } from './simulation.routes.ts';

const app = await anApp({ routes: [...simulationRoutes, ...draftRoutes] });
const { platform } = app;
const county = app.as('chen');

beforeAll(async () => {
  const folders = await readPackFolders(shippedPacks);
  for (const { files, pack } of folders) {
    if (!['china-2014', 'huanjiang-2016'].includes(pack?.manifest.id ?? '')) continue;
    await inScope(platform.db, everything, (tx) =>
      installChecked(tx, { files, account: null, scope: everything }),
    );
  }
  await platform.packs.reload();
}, 60_000);

async function draftWith(...edits: readonly object[]): Promise<string> {
  const begun = await county.post('/api/policy/drafts', {
    pack: 'huanjiang-2016',
    takesEffect: '2017-01-01',
    reason: '放宽一些',
  });
  const { id, version } = begun.body.summary;
  await county.post(`/api/policy/drafts/${id}/edits`, { baseVersion: version, edits });
  return id;
}

const line = (value: number) => ({
  do: 'value',
  id: 'listingCutOff',
  from: '2017-01-01',
  value,
  verified: false,
  note: { zh: '议定', en: 'Agreed' },
});

test('[HJ-74] a whole draft is tried like a changed number, and changes are laid over it', async () => {
  const draft = await draftWith(line(48));

  const alone = await county.get('/api/insight/simulations', { draft });
  const over = await county.get('/api/insight/simulations', {
    draft,
    changes: '[{"kind":"cutOff","value":50}]',
  });

  expect(alone.body.base.cutOff).toBe(60);
  expect(alone.body.variant.cutOff).toBe(48);
  expect(over.body.variant.cutOff).toBe(50);
});

test('a draft that does not stand, is for another place or is not there is not tried', async () => {
  const broken = await draftWith({
    do: 'set',
    kind: 'sheets',
    id: 'householdAssessment',
    path: ['vetoes', 0, 'rule'],
    value: 'townProperty && nowhere',
  });

  const tried = await county.get('/api/insight/simulations', { draft: broken });
  const none = await county.get('/api/insight/simulations', { draft: platform.newId(451226) });

  expect(tried.code).toBe('insight/draft-does-not-stand');
  expect(none.code).toBe('policy/no-such-draft');
});
