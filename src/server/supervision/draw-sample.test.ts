import { beforeAll, describe, expect, test } from 'vitest';
import { proveFrameFile, readFrameFile } from '#domain/supervision/frame-file.ts';
import { digestOf } from '#domain/supervision/hash-order.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aTownship } from '#tests/world/supervision-world.ts';
import { supervisionRoutes } from './supervision.routes.ts';

const app = await anApp({ routes: supervisionRoutes });
const [chen, zhao, sun, wu, du, lin] = (['chen', 'zhao', 'sun', 'wu', 'du', 'lin'] as const).map(
  (name) => app.as(name),
) as [
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
];
const claim = { right: 0.98, confidence: 0.95 };
const plain = {
  area: places.township,
  title: '下南乡抽查',
  population: 'all',
  claim,
  teams: ['一组', '二组'],
  stages: [{ unit: 'household', take: { total: 12 }, how: 'random' }],
};

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await aTownship(app, { hamlets: 4, households: 6 });
});

async function planned(body: object = {}, by = chen): Promise<string> {
  const answer = await by.post('/api/supervision/campaigns', { ...plain, ...body });
  expect(answer.code).toBeUndefined();
  return answer.body.id;
}

const drawnOf = (id: string, word = '', by = chen) =>
  by.post(`/api/supervision/campaigns/${id}/draw`, { word });

async function sampleOf(
  id: string,
  by = chen,
): Promise<readonly { householdNo: string; areaCode: string; probability: number }[]> {
  return (await by.get(`/api/supervision/campaigns/${id}/sample`, { limit: 200 })).body.items;
}

describe('a draw', () => {
  test('without a sign-in, and without the permission, nothing is planned', async () => {
    expect((await app.nobody.post('/api/supervision/campaigns', plain)).status).toBe(401);
    expect((await lin.post('/api/supervision/campaigns', plain)).code).toBe('access/not-permitted');
  });

  test('the digest of the seed stands before the draw, the seed itself only after it', async () => {
    const id = await planned();
    const before = (await chen.get(`/api/supervision/campaigns/${id}`)).body;
    expect(before).toMatchObject({ state: 'planned', seed: null, frame: null });

    const after = (await drawnOf(id)).body;

    expect(after).toMatchObject({
      state: 'drawn',
      households: 12,
      frame: { households: 48, villages: 2 },
    });
    expect(digestOf(after.seed)).toBe(before.seedDigest);
    expect(after.seedDigest).toBe(before.seedDigest);
  });

  test('it is drawn once', async () => {
    const id = await planned();
    await drawnOf(id);

    expect((await drawnOf(id)).code).toBe('supervision/drawn-already');
  });

  test('the word of those who are checked changes what is drawn, and is kept for the proof', async () => {
    const one = await planned();
    const word = (await drawnOf(one, '3 7 12')).body;

    expect(word.word).toBe('3 7 12');
    expect((await chen.get(`/api/supervision/campaigns/${one}/proof`)).body).toEqual({
      seedHolds: true,
      frameHolds: true,
      sampleHolds: true,
      kept: 12,
      again: 12,
    });
  });

  test('anybody with the file draws the same without this system, and a changed line is found', async () => {
    const id = await planned();
    await drawnOf(id, '井水');
    const { text } = await wu.get(`/api/supervision/campaigns/${id}/frame`);
    const file = readFrameFile(text);

    expect(file?.frame).toHaveLength(48);
    expect(file === undefined ? undefined : proveFrameFile(file)).toEqual({
      seedHolds: true,
      frameHolds: true,
      sampleHolds: true,
      kept: 12,
      again: 12,
    });
    const [line = ''] = text.split('\n').slice(2);
    const forged = readFrameFile(text.replace(line, line.replace(/\d$/, '9X')));
    expect(forged === undefined ? undefined : proveFrameFile(forged).frameHolds).toBe(false);
  });

  test('the register may change afterwards: the proof rests on what was frozen', async () => {
    const id = await planned();
    await drawnOf(id);
    const move = (from: string, to: string) =>
      app.owner.query('update registry_household set area_code = $2 where area_code = $1', [
        `${places.otherVillage}${from}`,
        `${places.otherVillage}${to}`,
      ]);
    await move('001', '009');

    const proof = (await chen.get(`/api/supervision/campaigns/${id}/proof`)).body;
    await move('009', '001');
    expect(proof).toMatchObject({ frameHolds: true, sampleHolds: true });
  });

  test('[HJ-62] a township spot check takes three to five households of every village', async () => {
    const id = await planned({ design: 'townshipSpotCheck', sizes: [null, 4], stages: undefined });

    await drawnOf(id);

    const villages = (await sampleOf(id)).map(({ areaCode }) => areaCode.slice(0, 12));
    expect(villages.filter((code) => code === places.village)).toHaveLength(4);
    expect(villages.filter((code) => code === places.otherVillage)).toHaveLength(4);
    const outside = await chen.post('/api/supervision/campaigns', {
      ...plain,
      stages: undefined,
      design: 'townshipSpotCheck',
      sizes: [null, 6],
    });
    expect(outside.code).toBe('supervision/size-outside-design');
  });

  test('[HJ-61] neighbouring villages swap two to three households each, at random', async () => {
    const id = await planned({ design: 'villageCross', stages: undefined });

    await drawnOf(id);

    expect(await sampleOf(id)).toHaveLength(6);
  });

  test('[HJ-60] two neighbouring hamlets of a village give three to five households each', async () => {
    const id = await planned({
      area: places.village,
      design: 'hamletExchange',
      sizes: [2, 3],
      stages: undefined,
      teams: ['两组共同'],
    });

    await drawnOf(id);

    const hamlets = [
      ...new Set((await sampleOf(id)).map(({ areaCode }) => Number(areaCode.slice(12)))),
    ];
    expect(hamlets).toHaveLength(2);
    const [low = 0, high = 0] = hamlets.sort((left, right) => left - right);
    expect([1, 3]).toContain(high - low);
    expect(await sampleOf(id)).toHaveLength(6);
  });

  test('[HJ-31] [HJ-64] supervisors draw unannounced: named townships, half of the villages, hamlets, households', async () => {
    const body = {
      ...plain,
      area: places.township,
      design: 'supervisionRandom',
      sizes: [null, null, 3, 4],
      stages: undefined,
      chosen: [places.township],
    };
    const { design, sizes, chosen, population } = body;
    const { body: preview } = await du.get('/api/supervision/previews', {
      area: places.township,
      plan: JSON.stringify({ design, sizes, chosen, population, claim }),
    });
    const id = await planned(body, du);

    await drawnOf(id, '', du);

    const rows = await sampleOf(id, du);
    expect(new Set(rows.map(({ areaCode }) => areaCode.slice(0, 12))).size).toBe(1);
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.length).toBeLessThanOrEqual(16);
    expect(preview.drawn).toBe(rows.length);
    expect(preview.judged.sentence.zh).toContain('这个样本不能证明 98%');
    expect(rows.every(({ probability }) => probability > 0 && probability < 0.5)).toBe(true);
  });

  test('a place outside the area, an unknown design and stages that make no draw are refused', async () => {
    const codes = async (body: object) =>
      (await chen.post('/api/supervision/campaigns', { ...plain, stages: undefined, ...body }))
        .code;

    expect(await codes({ design: 'nothing' })).toBe('supervision/no-such-design');
    expect(await codes({ design: 'supervisionRandom', chosen: [places.otherTownship] })).toBe(
      'supervision/chosen-outside',
    );
    expect(await codes({ stages: [{ unit: 'village', take: { count: 1 }, how: 'random' }] })).toBe(
      'supervision/unsound-plan',
    );
    expect(await codes({ stages: plain.stages, askedAgain: ['phone'] })).toBe(
      'supervision/unknown-field',
    );
  });

  test('where nobody lives nothing is drawn', async () => {
    const id = await planned({ area: places.thirdTownship });

    expect((await drawnOf(id)).code).toBe('supervision/empty-frame');
  });

  test('the neighbouring county neither sees nor draws, and no area beside one’s own is named', async () => {
    const id = await planned();

    expect((await sun.get(`/api/supervision/campaigns/${id}`)).code).toBe(
      'supervision/no-such-campaign',
    );
    expect((await drawnOf(id, '', sun)).code).toBe('supervision/no-such-campaign');
    expect((await sun.get('/api/supervision/campaigns')).body.items).toEqual([]);
    expect((await sun.post('/api/supervision/campaigns', plain)).code).toBe('access/outside-area');
    expect((await zhao.get(`/api/supervision/campaigns/${id}`)).status).toBe(200);
  });

  test('where a claim cannot be proven the wizard says so and how many households would do', async () => {
    const { body } = await chen.get('/api/supervision/previews', {
      area: places.township,
      plan: JSON.stringify({ population: 'all', claim, stages: plain.stages }),
    });

    expect(body).toMatchObject({ frame: 48, drawn: 12, judged: { verdict: 'cannot-tell' } });
    expect(body.judged.sentence.zh).toMatch(/^这个样本不能证明 98%：12 户/);
  });
});
