import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import type { Answer } from '#tests/world/caller.ts';
import { draftRoutes } from './draft.routes.ts';
import { draftPacks } from './draft-packs.ts';
import { installChecked } from './install-checked.ts';
import { listInstalledVersions } from './installed-versions.ts';
import { packRoutes } from './pack.routes.ts';
import { readPackFolders, shippedPacks } from './read-pack-folders.ts';

const app = await anApp({ routes: [...packRoutes, ...draftRoutes] });
const { platform } = app;
const county = app.as('chen');
const second = app.as('fang');
const neighbour = app.as('sun');
const drafts = '/api/policy/drafts';

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

async function begin(more: object = {}): Promise<Answer['body']> {
  const first = { pack: 'huanjiang-2016', takesEffect: '2017-01-01', reason: '分数线定得太高' };
  const answer = await county.post(drafts, { ...first, ...more });
  expect(answer.text.slice(0, 300) && answer.status).toBe(200);
  return answer.body;
}

const cutOff = (value: number, from = '2017-01-01') => ({
  do: 'value',
  id: 'listingCutOff',
  from,
  value,
  verified: false,
  note: { zh: '县里议定', en: 'As the county decided' },
});

async function edit(view: Answer['body'], ...edits: readonly object[]): Promise<Answer['body']> {
  const answer = await county.post(`${drafts}/${view.summary.id}/edits`, {
    baseVersion: view.summary.version,
    edits,
  });
  expect(answer.status === 200 ? 'saved' : answer.text).toBe('saved');
  return answer.body;
}

const act = (who: typeof county, view: Answer['body'], name: string, more: object = {}) =>
  who.post(`${drafts}/${view.summary.id}/${name}`, {
    baseVersion: view.summary.version,
    reason: '看过了',
    ...more,
  });

describe('a draft of a new version', () => {
  test('begins with the texts in force and changes nothing yet', async () => {
    const view = await begin();

    expect(view.summary).toMatchObject({
      kind: 'version',
      pack: 'huanjiang-2016',
      state: 'open',
      errors: 0,
      changes: 0,
      area: '451226',
    });
    expect(view.changes).toEqual([]);
    const refused = await act(county, view, 'submit');
    expect(refused.code).toBe('policy/draft-is-empty');
  });

  test('tells a changed value in words, and what its examples come to', async () => {
    const view = await edit(await begin(), cutOff(48));

    expect(view.changes.map((one: { id: string }) => one.id)).toEqual(['listingCutOff']);
    expect(view.changes[0].details[0].sentence.zh).toMatch(
      /^列入贫困户的分数线 60 分 → 48 分，自 2017-01-01 起$/,
    );
    expect(view.examples.every(({ passes }: { passes: boolean | null }) => passes !== false)).toBe(
      true,
    );
    expect(view.history.map((one: { act: string }) => one.act)).toEqual(['create', 'edit']);
  });

  test('is saved with its errors, told at their place, and not submitted with them', async () => {
    const rule = { do: 'set', kind: 'criteria', id: 'hasSchooling', path: ['rule'] };
    const view = await edit(await begin(), { ...rule, value: 'schoolingAsured' });

    expect(view.summary.errors).toBeGreaterThan(0);
    expect(view.problems[0]).toMatchObject({
      code: 'rule/unknown-name',
      row: { kind: 'criteria', id: 'hasSchooling' },
    });
    expect((await act(county, view, 'submit')).code).toBe('policy/draft-has-errors');
  });

  test('what no file could hold is not saved', async () => {
    const view = await begin();
    const save = (...edits: readonly object[]) =>
      county.post(`${drafts}/${view.summary.id}/edits`, {
        baseVersion: view.summary.version,
        edits,
      });
    const set = { do: 'set', kind: 'criteria', id: 'hasSchooling' };

    const misshapen = await save({ ...set, path: ['question'], value: 'in one language' });
    expect(misshapen.code).toBe('policy/edit-is-misshapen');
    expect((await save({ ...set, id: 'noSuch', path: ['rule'], value: 'true' })).code).toBe(
      'policy/no-such-part',
    );
    const text = { do: 'text', kind: 'criteria', id: 'hasSchooling', text: '- [' };
    expect((await save(text)).code).toBe('policy/text-is-no-row');
    expect((await county.get(`${drafts}/${view.summary.id}`)).body.summary.version).toBe(1);
  });

  test('a rule of any size is bounded, and a bomb of YAML is no row', async () => {
    const view = await begin();
    const rule = 'schoolingAssured && '.repeat(120);
    const long = await county.get(`${drafts}/${view.summary.id}/trial`, {
      kind: 'criteria',
      row: 'hasSchooling',
      path: 'rule',
      rule: `${rule}true`,
    });
    expect(long.body.problems[0].message.en).toContain('at most');

    const bomb = 'id: hasSchooling\na: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n';
    const saved = await county.post(`${drafts}/${view.summary.id}/edits`, {
      baseVersion: 1,
      edits: [{ do: 'text', kind: 'criteria', id: 'hasSchooling', text: bomb }],
    });
    expect(saved.code).toBe('policy/text-is-no-row');
  });

  test('of two editors the later is told what the other did, and loses nothing', async () => {
    const view = await begin();
    await edit(view, cutOff(48));

    const late = await second.post(`${drafts}/${view.summary.id}/edits`, {
      baseVersion: view.summary.version,
      edits: [cutOff(45)],
    });
    expect(late.status).toBe(409);
    expect(late.code).toBe('policy/draft-changed');
    const { details } = late.body.error;
    expect(details.yours[0]).toMatchObject({ value: 45 });
    expect(details.theirs[0].edits[0]).toMatchObject({ value: 48 });
  });

  test('values of the past stay as they were', async () => {
    const view = await edit(await begin(), cutOff(40, '2016-06-01'));

    expect((await act(county, view, 'submit')).code).toBe('policy/past-is-changed');
  });
});

/** The version an approved draft gets: the next minor one. */
function later(version: string): string {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${(minor ?? 0) + 1}.0`;
}

describe('approval', () => {
  test('is another person’s, on a day that has not passed, and makes a version that begins then', async () => {
    const view = await edit(await begin(), cutOff(47));
    expect((await act(second, view, 'approve')).code).toBe('policy/draft-not-waiting');
    const submitted = (await act(county, view, 'submit')).body;
    expect(submitted.summary.state).toBe('submitted');

    expect((await act(county, submitted, 'approve')).code).toBe('policy/approves-own');
    const late = await act(second, submitted, 'approve', { takesEffect: '2016-09-01' });
    expect(late.code).toBe('policy/day-has-passed');
    const waiting = await second.get(drafts);
    expect(waiting.body.items[0]).toMatchObject({ id: view.summary.id, waitsForMe: true });

    const edits = { baseVersion: submitted.summary.version, edits: [cutOff(46)] };
    const frozen = await county.post(`${drafts}/${view.summary.id}/edits`, edits);
    expect(frozen.code).toBe('policy/draft-not-open');

    const both = await Promise.all([
      act(second, submitted, 'approve', { takesEffect: '2017-03-01' }),
      act(app.as('tang'), submitted, 'approve', { takesEffect: '2017-03-01' }),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const approved = both.find(({ status }) => status === 200)?.body;
    expect(approved.summary).toMatchObject({
      state: 'approved',
      installedVersion: later(view.summary.base.version),
      takesEffect: '2017-03-01',
      inForce: false,
    });

    const on = (day: string) =>
      platform.packs
        .inForce(areaCode('451226'), plainDate(day))
        ?.scope.parameters.get('listingCutOff')?.value;
    expect([on('2016-09-30'), on('2017-02-28'), on('2017-03-01')]).toEqual([60, 60, 47]);
  });

  test('on a base that was replaced meanwhile the changes are carried over first', async () => {
    const one = await edit(await begin(), cutOff(44));
    const other = await edit(await begin(), {
      do: 'set',
      kind: 'criteria',
      id: 'hasSchooling',
      path: ['holds'],
      value: { zh: '上学有保障。', en: 'School is assured.' },
    });
    await act(second, (await act(county, other, 'submit')).body, 'approve');

    expect((await act(county, one, 'submit')).code).toBe('policy/base-replaced');
    const seen = (await county.get(`${drafts}/${one.summary.id}`)).body;
    const replacing = later(one.summary.base.version);
    expect(seen.baseReplacedBy).toBe(replacing);
    const carried = await county.post(`${drafts}/${one.summary.id}/rebase`, {
      baseVersion: seen.summary.version,
    });
    expect(carried.body.summary.base.version).toBe(replacing);
    expect(carried.body.changes.map(({ id }: { id: string }) => id)).toEqual(['listingCutOff']);
  });

  test('a change that has no place in the newer version is not carried over', async () => {
    const newest = await inScope(platform.db, everything, listInstalledVersions, 'read');
    const { files, manifest } =
      newest.filter((one) => one.manifest.id === 'huanjiang-2016').at(-1) ?? expect.fail();
    const [path = ''] = [...files.keys()].filter((one) => one.startsWith('organisation/'));
    const text = files.get(path) ?? '';
    const id = /- id: (\w+)/.exec(text)?.[1] ?? '';
    const title = { zh: '改名', en: 'Renamed' };
    const view = await edit(await begin(), {
      do: 'set',
      kind: 'organisation',
      id,
      path: ['title'],
      value: title,
    });
    const next = new Map(files)
      .set(path, text.replace(`- id: ${id}`, `- id: ${id}Again`))
      .set(
        'pack.yaml',
        (files.get('pack.yaml') ?? '').replace(`version: ${manifest.version}`, 'version: 9.0.0'),
      );
    await inScope(platform.db, everything, (tx) =>
      installChecked(tx, { files: next, account: null, scope: everything }),
    );

    const { version } = view.summary;
    const carried = await county.post(`${drafts}/${view.summary.id}/rebase`, {
      baseVersion: version,
    });
    expect(carried.code).toBe('policy/edit-does-not-fit');
    expect((await county.get(`${drafts}/${view.summary.id}`)).body.summary.version).toBe(version);
  });

  test('a returned draft is mended and submitted again; a withdrawn one is closed', async () => {
    const view = await edit(await begin(), cutOff(43));
    const submitted = (await act(county, view, 'submit')).body;
    const returned = (await act(second, submitted, 'return', { reason: '请写明依据' })).body;
    expect(returned.summary.state).toBe('returned');
    const listed = await county.get(drafts);
    expect(listed.body.items[0]).toMatchObject({ id: view.summary.id, waitsForMe: true });

    const mended = await edit(returned, cutOff(44));
    expect(mended.summary.state).toBe('open');
    const withdrawn = (await act(county, mended, 'withdraw')).body;
    expect(withdrawn.summary.state).toBe('withdrawn');
    expect((await act(county, withdrawn, 'submit')).code).toBe('policy/draft-not-open');
    expect(withdrawn.history.map((one: { act: string }) => one.act)).toEqual([
      'create',
      'edit',
      'submit',
      'return',
      'edit',
      'withdraw',
    ]);
  });
});

describe('a pack of one’s own on top of another', () => {
  const own = { id: 'luocheng-2017', title: { zh: '罗城县规则', en: 'Rules of Luocheng' } };
  const words = { zh: '本县粮价不同', en: 'Prices differ here' };

  test('holds only what it changes, each with its reason, and is proved by copied examples', async () => {
    const begun = await neighbour.post(drafts, {
      pack: 'china-2014',
      takesEffect: '2017-01-01',
      reason: '本县粮价不同',
      own,
    });
    expect(begun.body.summary).toMatchObject({ kind: 'extension', area: '451225', errors: 0 });
    const criterion = begun.body.sections.find(({ kind }: { kind: string }) => kind === 'criteria')
      .rows[0];
    expect(criterion.isOwn).toBe(false);

    const saved = await neighbour.post(`${drafts}/${begun.body.summary.id}/edits`, {
      baseVersion: 1,
      edits: [
        { do: 'override', kind: 'criteria', id: criterion.id, reason: words },
        { do: 'set', kind: 'criteria', id: criterion.id, path: ['holds'], value: words },
      ],
    });
    expect(saved.body.summary).toMatchObject({ errors: 0, changes: 1 });
    expect(saved.body.changes[0]).toMatchObject({
      id: criterion.id,
      change: 'changed',
      reason: words,
    });

    const { packs, takesEffect } = await inScope(platform.db, everything, (tx) =>
      draftPacks(tx, begun.body.summary.id),
    );
    const resolved = resolvePack(packs, 'luocheng-2017', plainDate(takesEffect));
    expect(resolved.ok && resolved.pack.chain.map(({ manifest }) => manifest.id)).toEqual([
      'china-2014',
      'luocheng-2017',
    ]);
  });

  test('nobody drafts for an area that is not theirs, nor under a taken id', async () => {
    const ask = (more: object) =>
      neighbour.post(drafts, { takesEffect: '2017-01-01', reason: '试一试', ...more });

    expect((await ask({ pack: 'huanjiang-2016' })).code).toBe('policy/pack-not-above');
    expect((await ask({ pack: 'huanjiang-2016', own })).code).toBe('policy/pack-not-above');
    expect((await ask({ pack: 'china-2014' })).code).toBe('policy/pack-not-above');
    expect((await ask({ pack: 'no-such' })).code).toBe('policy/no-such-pack');
    expect((await ask({ pack: 'china-2014', own: { ...own, id: 'huanjiang-2016' } })).code).toBe(
      'policy/pack-id-taken',
    );
  });
});

test('the neighbour and the township below never see a county’s draft', async () => {
  const { summary } = await begin();

  expect((await neighbour.get(`${drafts}/${summary.id}`)).code).toBe('policy/no-such-draft');
  const listed = await neighbour.get(drafts);
  expect(listed.body.items.map(({ area }: { area: string }) => area)).not.toContain('451226');
  expect((await app.as('zhao').get(drafts)).code).toBe('access/not-permitted');
  expect((await app.nobody.get(drafts)).status).toBe(401);
});

test('what happened to a draft can be added to and not rewritten', async () => {
  await begin();
  const change = inScope(platform.db, everything, (tx) =>
    tx.updateTable('policy_draft_act').set({ reason: 'forged' }).execute(),
  );
  await expect(change).rejects.toThrow(/permission denied/);
});
