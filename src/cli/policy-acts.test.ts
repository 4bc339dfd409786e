import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyActCommands } from './policy-acts.ts';
import { runCommand } from './run-command.ts';

const club = 'policy/packs/tea-club';
let changed = '';
let parent = '';

/** A copy of the tea club with texts replaced. */
async function copy(name: string, file: string, from: string, to: string): Promise<string> {
  const folder = join(parent, name);
  await cp(club, folder, { recursive: true });
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(from, to));
  return folder;
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'bangfu-pack-acts-'));
  changed = await copy('changed', 'parameters/thirst.yaml', 'value: 7,', 'value: 10,');
});

afterAll(() => rm(parent, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const printed = { out: '', error: '' };
  const status = await runCommand(policyActCommands, words, {
    environment: { BANGFU_DATA: join(parent, 'nowhere') },
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { status, ...printed };
}

describe('pack diff', () => {
  test('tells in both languages what changed, and exits with 0', async () => {
    const { status, out } = await run('pack', 'diff', club, changed);

    expect(status).toBe(0);
    expect(out).toContain('～ 参数 张贴天数');
    expect(out).toContain('张贴天数 7 天 → 10 天，自 2015-01-01 起');
    expect(out).toContain('Days on the board 7 days → 10 days, from 2015-01-01');
  });

  test('with --json standard output is JSON alone', async () => {
    const { out } = await run('pack', 'diff', club, changed, '--json');

    expect(JSON.parse(out)).toMatchObject({
      before: { id: 'tea-club', version: '1.0.0' },
      on: '2015-01-01',
      changes: [{ kind: 'parameters', id: 'noticeDays', change: 'changed' }],
    });
  });

  test('a pack and what it extends are compared by what they add', async () => {
    const { out } = await run(
      'pack',
      'diff',
      'policy/packs/china-2014',
      'policy/packs/huanjiang-2016',
      '--json',
    );

    const kinds = JSON.parse(out).changes.map(({ change }: { change: string }) => change);
    expect(new Set(kinds)).toContain('added');
    expect(kinds.filter((kind: string) => kind === 'removed')).toEqual([]);
  });

  test('the same pack twice differs in nothing', async () => {
    expect((await run('pack', 'diff', club, club)).out).toBe('两者没有差别。 Nothing differs.\n');
  });

  test('a folder that is not there, a day that is none and a missing name are wrong usage', async () => {
    expect((await run('pack', 'diff', club, './nowhere')).status).toBe(2);
    expect((await run('pack', 'diff', club, changed, '--on', 'today')).status).toBe(2);
    expect((await run('pack', 'diff', club)).status).toBe(2);
  });

  test('a folder whose pack cannot be read is refused with the place', async () => {
    const { status, error } = await run('pack', 'diff', club, 'policy/schema');

    expect(status).toBe(1);
    expect(error).toContain('pack.yaml:1');
    const json = await run('pack', 'diff', club, 'policy/schema', '--json');
    expect(JSON.parse(json.out).error.code).toBe('policy/pack-is-unreadable');
  });
});

describe('pack example run', () => {
  test('says what comes out of each example and why', async () => {
    const { status, out } = await run('pack', 'example', 'run', club);

    expect(status).toBe(0);
    expect(out).toContain('sameCupsNextYear  2016-01-01  对 passes');
    expect(out).toContain('已解渴：不符合');
    expect(out).toContain('每日杯数 6 杯/天、人数 3 人、解渴标准 3 杯/人/天');
  });

  test('one that comes out otherwise makes the answer no', async () => {
    const folder = await copy('stricter', 'parameters/thirst.yaml', 'value: 3,', 'value: 1,');
    const { status, out } = await run(
      'pack',
      'example',
      'run',
      folder,
      'sameCupsNextYear',
      '--json',
    );

    const { passes, examples } = JSON.parse(out);
    expect(status).toBe(1);
    expect(passes).toBe(false);
    expect(examples).toHaveLength(1);
    expect(examples[0].problems[0].en).toContain('should be false but is true');
  });

  test('an example that the pack does not have is refused with those it has', async () => {
    const { status, out } = await run('pack', 'example', 'run', club, 'noSuch', '--json');

    expect(status).toBe(1);
    expect(JSON.parse(out).error.code).toBe('policy/no-such-example');
    expect(JSON.parse(out).error.message).toContain('bandEdge');
  });
});

test('without an installation a pack cannot be named by its id', async () => {
  const { status, error } = await run('pack', 'example', 'run', 'tea-club');

  expect(status).toBe(1);
  expect(error).toContain('npm start');
});
