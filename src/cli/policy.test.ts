import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyCommands } from './policy.ts';
import { runCommand } from './run-command.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangfu-packs-'));
  await cp('policy/packs/tea-club', join(folder, 'tea-club'), { recursive: true });
  const file = join(folder, 'tea-club', 'criteria', 'thirst.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('rule: leaf in', 'rule: leef in'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const printed = { out: '', error: '' };
  const status = await runCommand(policyCommands, words, {
    environment: {},
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { status, ...printed };
}

describe('pack check', () => {
  test('a sound pack is said to be sound, and exits with 0', async () => {
    const { status, out } = await run('pack', 'check', 'policy/packs/tea-club');

    expect(status).toBe(0);
    expect(out).toBe('tea-club：检查通过。 Nothing is wrong with tea-club.\n');
  });

  test('a pack finds the pack it extends beside it', async () => {
    const { status, out } = await run('pack', 'check', 'policy/packs/huanjiang-2016', '--json');

    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      packs: [{ id: 'huanjiang-2016', errors: 0 }],
    });
  });

  test('a fault is told with file, line and remedy in both languages, and exits with 1', async () => {
    const { status, out } = await run('pack', 'check', join(folder, 'tea-club'));

    expect(status).toBe(1);
    expect(out).toContain('criteria/thirst.yaml:14:5');
    expect(out).toContain('没有名为“leef”的字段、参数或标准。是否想写“leaf”？');
    expect(out).toContain('Did you mean "leaf"?');
  });

  test('with --json standard output is JSON alone', async () => {
    const { status, out } = await run('pack', 'check', folder, '--json');

    const answer = JSON.parse(out);
    expect(status).toBe(1);
    expect(answer.ok).toBe(false);
    expect(answer.packs[0].problems[0]).toMatchObject({
      code: 'rule/unknown-name',
      severity: 'error',
      file: 'criteria/thirst.yaml',
      line: 14,
    });
  });

  test('a folder that is not there is wrong usage', async () => {
    expect((await run('pack', 'check', join(folder, 'nowhere'))).status).toBe(2);
    expect((await run('pack', 'check')).status).toBe(2);
  });

  test('a folder without a pack says that pack.yaml is missing', async () => {
    const { status, out } = await run('pack', 'check', 'policy/schema');

    expect(status).toBe(1);
    expect(out).toContain('pack.yaml');
  });
});

test('pack show counts what a pack holds and how much of it nobody verified', async () => {
  const { status, out } = await run('pack', 'show', 'policy/packs/huanjiang-2016', '--json');

  const [pack] = JSON.parse(out).packs;
  expect(status).toBe(0);
  expect(pack.contents).toContainEqual(
    expect.objectContaining({ kind: 'items', rows: 39, unverified: 39 }),
  );
});
