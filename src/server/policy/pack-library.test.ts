import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { anApp } from '#tests/world/app.ts';
import { child } from '#tests/world/pack-faults.ts';
import { type Changes, teaClub } from '#tests/world/tea-club.ts';
import { packRoutes } from './pack.routes.ts';
import { installPack } from './pack-library.ts';
import { readPackFolders, shippedPacks } from './read-pack-folders.ts';

const { platform } = await anApp({ routes: packRoutes });
const { packs } = platform;

async function install(files: ReadonlyMap<string, string>): Promise<void> {
  const { pack, problems } = readPack(files);
  if (pack === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  await installPack(platform.db, files, pack);
  await packs.reload();
}

for (const { files } of await readPackFolders(shippedPacks)) await install(files);

const huanjiang = areaCode('451226');
const neighbour = areaCode('451225');
const day = (text: string) => plainDate(text);

describe('which pack decides', () => {
  test('the county’s own pack decides its register, the national one that of its neighbour, on the same day', () => {
    expect(packs.inForce(huanjiang, day('2016-09-30'))?.id).toBe('huanjiang-2016');
    expect(packs.inForce(neighbour, day('2016-09-30'))?.id).toBe('china-2014');
  });

  test.each([
    ['2020-12-31', 'huanjiang-2016', undefined],
    ['2021-01-01', 'huanjiang-2016', 'china-2021-monitoring'],
    ['2022-06-30', 'huanjiang-2016', 'china-2021-monitoring'],
  ])(
    'on %s the register of Huanjiang is decided by %s and its monitoring by %s',
    (text, register, monitoring) => {
      expect(packs.inForce(huanjiang, day(text))?.id).toBe(register);
      expect(packs.inForce(huanjiang, day(text), 'monitoring')?.id).toBe(monitoring);
    },
  );

  test('before any pack began nothing decides', () => {
    expect(packs.inForce(huanjiang, day('2013-12-31'))).toBeUndefined();
  });
});

describe('versions', () => {
  const cups = (edition?: string) =>
    packs.resolve('tea-annex', day('2016-06-30'), edition)?.scope.parameters.get('cupsLeast')
      ?.value;
  const renamed = (version: string, more: Changes = {}): Changes => {
    const branch = child(more);
    const manifest = branch['pack.yaml'];
    return {
      ...branch,
      'pack.yaml': [
        ...(Array.isArray(manifest) ? manifest : []),
        ['version: 1.0.0', `version: ${version}`] as const,
      ],
    };
  };

  test('a decision is explained by the texts it was made with, those of the pack below included', async () => {
    await install(teaClub(renamed('1.0.0')));
    const before = packs.resolve('tea-annex', day('2016-06-30'))?.edition;

    await install(
      teaClub({
        'pack.yaml': [['version: 1.0.0', 'version: 2.0.0']],
        'parameters/thirst.yaml': [
          ["from: '2016-01-01', value: 3", "from: '2016-01-01', value: 5"],
        ],
      }),
    );

    expect(before).toBe('1.0.0+tea-club@1.0.0');
    expect(cups()).toBe(5);
    expect(cups(before)).toBe(3);
    expect(packs.resolve('tea-annex', day('2016-06-30'))?.edition).toBe('1.0.0+tea-club@2.0.0');
  });

  test('an edition that is not installed explains nothing rather than something else', () => {
    expect(packs.resolve('tea-annex', day('2016-06-30'), '0.9.0+tea-club@1.0.0')).toBeUndefined();
    expect(packs.resolve('tea-annex', day('2016-06-30'), '1.0.0+tea-club@0.9.0')).toBeUndefined();
    expect(packs.resolve('tea-annex', day('2016-06-30'), '1')).toBeUndefined();
  });

  test('an install that fails leaves what is installed as it was', async () => {
    const spoilt = teaClub({
      'pack.yaml': [['version: 1.0.0', 'version: 2.0.0']],
      'texts/welcome.yaml': [['先喝茶', '先付钱']],
    });
    const { pack } = readPack(spoilt);
    if (pack === undefined) throw new Error('unreadable');
    const before = packs.all().map(({ files, pack: { manifest } }) => [manifest, files]);

    await expect(installPack(platform.db, spoilt, pack)).rejects.toThrow('other texts');
    await packs.reload();

    expect(packs.all().map(({ files, pack: { manifest } }) => [manifest, files])).toEqual(before);
  });
});
