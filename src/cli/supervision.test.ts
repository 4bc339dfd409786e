import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawFrom } from '#domain/supervision/draw-households.ts';
import { digestOfFrame, type FrameHead } from '#domain/supervision/frame-file.ts';
import { digestOf } from '#domain/supervision/hash-order.ts';
import { supervisionCommands } from './supervision.ts';

const frame = Array.from({ length: 40 }, (_, at) => ({ area: '451226202202001', no: `户${at}` }));
const seed = 'a'.repeat(64);
const plan: FrameHead['plan'] = {
  area: '451226202202',
  population: 'all',
  stages: [{ unit: 'household', take: { total: 5 }, how: 'random' }],
};
const head: FrameHead = {
  bangfu: 'draw',
  version: 1,
  title: '抽查',
  seedDigest: digestOf(seed),
  seed,
  word: '',
  frameDigest: digestOfFrame(frame),
  plan,
};

async function verify(change: (text: string) => string) {
  const lines = (rows: readonly { area: string; no: string }[]) =>
    rows.map(({ area, no }) => `${area}\t${no}\n`).join('');
  const text = `${JSON.stringify(head)}\nframe\n${lines(frame)}sample\n${lines(drawFrom(plan, seed, frame))}`;
  const path = join(await mkdtemp(join(tmpdir(), 'bangfu-draw-')), 'draw.txt');
  await writeFile(path, change(text));
  const [command] = supervisionCommands;
  return command?.run({
    values: {},
    flags: new Set(['verify']),
    operands: [path],
    isJson: true,
    environment: {},
    open: () => Promise.reject(new Error('needs no installation')),
    say: () => undefined,
  });
}

test('a draw is proven from its file alone', async () => {
  const outcome = await verify((text) => text);

  expect(outcome).toMatchObject({ isYes: true, json: { ok: true, kept: 5, again: 5 } });
});

test.each([
  ['another seed', (text: string) => text.replace(seed, 'b'.repeat(64)), 'seedHolds'],
  [
    'a household left out',
    (text: string) => text.replace('451226202202001\t户7\n', ''),
    'frameHolds',
  ],
  ['another sample', (text: string) => text.replace(/sample\n.*\n/, 'sample\n'), 'sampleHolds'],
] as const)('%s is found', async (_, change, what) => {
  const outcome = await verify(change);

  expect(outcome).toMatchObject({ isYes: false, json: { [what]: false } });
});

test('a file that is none is wrong usage', async () => {
  await expect(verify(() => 'not a draw')).rejects.toThrow('is not the file of a draw');
});
