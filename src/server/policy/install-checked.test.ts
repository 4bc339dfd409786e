import { beforeAll, describe, expect, test } from 'vitest';
import { everything, scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';
import { type Changes, teaClub } from '#tests/world/tea-club.ts';
import { installChecked } from './install-checked.ts';
import { listInstalledVersions } from './installed-versions.ts';

const { db } = await aDatabase();

/** A pack on top of the tea club that replaces one number. */
const tearoom = new Map([
  [
    'pack.yaml',
    `id: tea-room
version: 1.0.0
title: { zh: 茶室, en: Tea room }
summary: { zh: 茶友会的一间茶室。, en: A room of the club. }
area: '990101'
levels: [nation]
from: '2016-01-01'
extends: { pack: tea-club, reason: { zh: 茶室小一些。, en: The room is smaller. } }
`,
  ],
  [
    'parameters/room.yaml',
    `parameters:
  - id: cupsLeast
    title: { zh: 解渴标准, en: Cups that quench a thirst }
    unit: cup/person/day
    override: { reason: { zh: 茶室的杯子大。, en: The cups of the room are larger. } }
    values:
      - { from: '2016-01-01', value: 1, source: { document: rulebook, place: 第一条 }, verified: true }
`,
  ],
]);

async function install(files: ReadonlyMap<string, string>, scope = everything): Promise<string> {
  try {
    const { isNew } = await inScope(db, everything, (tx) =>
      installChecked(tx, { files, account: null, scope }),
    );
    return isNew ? 'installed' : 'nothing to do';
  } catch (error) {
    if (error instanceof Refusal) return error.kind.code;
    throw error;
  }
}

const version = (number: string, changes: Changes = {}) => {
  const [before, ...more] = (changes['pack.yaml'] ?? []) as readonly (readonly [string, string])[];
  const own = [['version: 1.0.0', `version: ${number}`] as const, before, ...more];
  return teaClub({ ...changes, 'pack.yaml': own.filter((one) => one !== undefined) });
};

async function state(): Promise<readonly string[]> {
  const versions = await inScope(db, everything, listInstalledVersions, 'read');
  return versions.map(
    ({ manifest, digest }) => `${manifest.id}@${manifest.version} ${digest.toString('hex')}`,
  );
}

beforeAll(async () => {
  expect(await install(teaClub())).toBe('installed');
  expect(await install(tearoom)).toBe('installed');
});

describe('a pack enters the installation', () => {
  test('the same texts again change nothing', async () => {
    const before = await state();

    expect(await install(teaClub())).toBe('nothing to do');
    expect(await state()).toEqual(before);
  });

  test.each<[string, ReadonlyMap<string, string>, string]>([
    [
      'with a rule that names nothing',
      version('2.0.0', { 'criteria/thirst.yaml': [['rule: leaf in', 'rule: leef in']] }),
      'policy/pack-is-damaged',
    ],
    ['without a manifest', new Map([['texts/a.yaml', 'texts: []']]), 'policy/pack-is-damaged'],
    [
      'under a number that is taken',
      teaClub({ 'parameters/thirst.yaml': [['value: 7,', 'value: 8,']] }),
      'policy/version-taken',
    ],
    ['older than what is installed', version('0.9.0'), 'policy/older-version'],
    [
      'that takes away what another pack replaces',
      version('2.0.0', {
        'parameters/thirst.yaml': [['id: cupsLeast', 'id: cupsFewest']],
        'criteria/thirst.yaml': [['>= cupsLeast', '>= cupsFewest']],
        'examples/thirst.yaml': [
          ['cupsLeast', 'cupsFewest'],
          ['cupsLeast', 'cupsFewest'],
          ['cupsLeast', 'cupsFewest'],
          ['cupsLeast', 'cupsFewest'],
          ['cupsLeast', 'cupsFewest'],
        ],
      }),
      'policy/dependent-breaks',
    ],
  ])('a pack %s is refused, and what is installed stays as it was', async (_, files, code) => {
    const before = await state();

    expect(await install(files)).toBe(code);
    expect(await state()).toEqual(before);
  });

  test('a pack of another area is refused to whoever answers for their own', async () => {
    const county = scopeOfAreas([areaCode('451226')], null);

    expect(await install(version('1.1.0'), county)).toBe('policy/pack-is-elsewhere');
  });

  test('a later version stands beside the earlier one, which keeps its texts', async () => {
    const before = await state();

    expect(await install(version('1.1.0'))).toBe('installed');
    expect(await state()).toEqual(expect.arrayContaining([...before]));
    expect(await state()).toHaveLength(before.length + 1);
  });
});
