import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { figuresCommands } from './figures.ts';
import { runCommand } from './run-command.ts';

const folder = await mkdtemp(join(tmpdir(), 'bangfu-figures-'));
afterAll(() => rm(folder, { recursive: true }));

async function typed(...words: string[]) {
  const said = { out: '', error: '' };
  const status = await runCommand(figuresCommands, ['figures', 'check', ...words], {
    environment: {},
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  return { status, ...said };
}

async function aFile(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('figures check', () => {
  test('prints every case with its verdict and what it implies, and is a no where something disagrees [AT-HJ-03]', async () => {
    const { status, out } = await typed('--pack', 'huanjiang-2016', '--json');
    const lines: { id: string; verdict: string; implied?: number[] }[] = JSON.parse(out);

    expect(status).toBe(1);
    expect(lines).toHaveLength(19);
    expect(lines.find(({ id }) => id === 'AT-HJ-03')).toMatchObject({
      verdict: 'AGREE_CONDITIONAL',
      implied: [18_431, 18_437],
    });
  });

  test('is a yes where nothing disagrees [AT-EX-03]', async () => {
    const { status, out } = await typed('--pack', 'china-2014');

    expect(status).toBe(0);
    expect(out).toContain('− 9,290,000 + 8,070,000 = −1,220,000');
  });

  test('a pack or a file that is not there is wrong usage', async () => {
    expect((await typed('--pack', 'nowhere')).status).toBe(2);
    expect((await typed('--packs', join(folder, 'none'))).status).toBe(2);
    expect((await typed('--file', join(folder, 'none.csv'))).status).toBe(2);
  });

  test('a report of one’s own is checked the same way', async () => {
    const path = await aFile(
      'good.csv',
      '名称,数值,单位,分子',
      '在册,1.84,万户',
      '申请,8565,户',
      '占比,46.5,%,申请',
    );
    const { status, out } = await typed('--file', path, '--json');

    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { id: '占比', verdict: 'AGREE_CONDITIONAL', implied: [18_400, 18_439] },
    ]);
  });

  test('a row that cannot be read is told with its number, and the answer is no', async () => {
    const path = await aFile('bad.csv', '名称,数值,单位', '在册,很多,户');
    const { status, out } = await typed('--file', path, '--json');

    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ id: 'row 2', detail: { column: 'value' } }]);
  });
});
