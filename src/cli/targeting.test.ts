import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { matchCheck, matchHash } from '#server/targeting/comparison/match-hash.ts';
import { numberOf } from '#tests/world/comparison-world.ts';
import { targetingCommands } from './targeting.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangfu-match-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = Buffer.alloc(32, 5);
const [hash] = targetingCommands;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const run = (operand: string, keyFile: string, flags: readonly string[] = []) =>
  hash?.run({
    values: { key: keyFile, output: join(folder, 'out.csv') },
    flags: new Set(flags),
    operands: [operand],
    isJson: true,
    environment: {},
    open: () => Promise.reject(new Error('it needs no installation')),
    say: () => undefined,
  });

describe('match hash', () => {
  const good = file('key.txt', `bangfu-match-${key.toString('hex')}\n`);
  const list = file(
    'list.csv',
    `姓名,身份证号,车牌号\n韦一,${numberOf(1)},"桂M1,旧"\n韦二,12345,桂M2\n`,
  );

  test('writes hashes with their checks, and no number leaves the machine', async () => {
    const outcome = await run(list, good);

    expect(outcome).toMatchObject({ isYes: false, json: { rows: 2, hashed: 1, refused: [3] } });
    const text = readFileSync(join(folder, 'out.csv'), 'utf8');
    const made = matchHash(key, numberOf(1)).toString('hex');
    expect(text).toBe(`哈希,校验,事项,起始日期\r\n${made},${matchCheck(key, made)},"桂M1,旧",\r\n`);
    expect(text).not.toContain(numberOf(1));
    await run(list, good, ['without-objects']);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).not.toContain('桂M1');
  });

  test('says what is wrong with a key, a list, a file', async () => {
    await expect(run(list, file('bad.txt', 'secret'))).rejects.toThrow('no match key');
    await expect(run(join(folder, 'none.csv'), good)).rejects.toThrow('There is no file');
    await expect(run(file('names.csv', '姓名,车牌号\n韦一,桂M1\n'), good)).rejects.toThrow(
      'no column of identity numbers',
    );
    expect(await run(file('empty.csv', ''), good)).toMatchObject({
      json: { error: { code: 'exchange/file-empty' } },
    });
  });
});
