import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp, type TestApp } from '#tests/world/app.ts';
import type { CastName } from '#tests/world/cast.ts';

let folder: string;
let app: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangfu-screens-'));
  for (const name of ['index', 'field', 'notice']) {
    await writeFile(join(folder, `${name}.html`), `<title>${name}</title>`);
  }
  app = await anApp({ webFolder: folder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function pageFor(url: string, name?: CastName): Promise<string> {
  const headers =
    name === undefined ? {} : { cookie: `bangfu_session=${app.accounts[name].token}` };
  const { text } = await app.nobody.send({ method: 'GET', url, headers });
  return /<title>(.*)<\/title>/.exec(text)?.[1] ?? text;
}

test('a household and a helper get the light entry at every address, also at the first', async () => {
  for (const name of ['ma', 'he'] as const) {
    expect(await pageFor('/', name)).toBe('field');
    expect(await pageFor('/households/x1', name)).toBe('field');
  }
});

test('whoever works at a desk gets the desk', async () => {
  for (const name of ['lin', 'zhao', 'chen'] as const) {
    expect(await pageFor('/', name)).toBe('index');
  }
});

test('the door is light, and a session that is not one opens the desk, which sends to the door', async () => {
  expect(await pageFor('/sign-in?to=%2Foverview')).toBe('field');
  expect(await pageFor('/overview')).toBe('index');
  expect(await pageFor('/notice/AB12')).toBe('notice');
});

test('an unknown door of the API is refused as one, not answered with a page', async () => {
  const { status, code } = await app.nobody.get('/api/nothing');

  expect([status, code]).toEqual([404, 'input/unknown-address']);
});
