import { expect, test } from 'vitest';
import { placeholdersOf, sources, statedRefusals, unfilled } from './refusals.ts';
import { filesIn, isTest } from './source-file.ts';

const files = sources();
const refusals = statedRefusals(files);

test('every refusal is stated in the one form that the catalogue reads', () => {
  const stated = files.reduce(
    (sum, { text }) => sum + [...text.matchAll(/as const satisfies RefusalKind\b/g)].length,
    0,
  );

  expect(refusals.length).toBeGreaterThan(40);
  expect(refusals).toHaveLength(stated);
});

test('a code belongs to one refusal and is named capability/reason', () => {
  const codes = refusals.map(({ kind }) => kind.code);

  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('a refusal speaks Chinese and English, in whole sentences, with the same facts in both', () => {
  const odd = refusals.filter(({ kind: { message } }) => {
    const isChinese = /\p{Script=Han}/u.test(message.zh) && /([。？！]|\{\w+\})$/.test(message.zh);
    const isEnglish = /[A-Za-z]{2}/.test(message.en) && /([.?!]|\{\w+\})$/.test(message.en);
    const isMixed = /\p{Script=Han}/u.test(message.en.replace(/[“”"'][^“”"']*[“”"']/g, ''));
    const isSame = String(placeholdersOf(message.zh)) === String(placeholdersOf(message.en));
    return !isChinese || !isEnglish || isMixed || !isSame;
  });

  expect(odd.map(({ path, kind }) => `${path}: ${kind.code}`)).toEqual([]);
});

test('whoever refuses gives every fact that the sentence names', () => {
  expect(refusals.flatMap((refusal) => unfilled(refusal, files))).toEqual([]);
});

test('every refusal is produced by a test', () => {
  const tests = filesIn(['src', 'tests'], ['.test.ts', '.test.tsx'])
    .filter(({ path }) => isTest(path))
    .map(({ text }) => text)
    .join('\n');

  const untested = refusals.filter(
    ({ kind, name }) => !tests.includes(kind.code) && !new RegExp(`\\b${name}\\b`).test(tests),
  );
  expect(untested.map(({ path, kind }) => `${path}: ${kind.code}`)).toEqual([]);
});

test('the checker finds a refusal that lacks a fact', () => {
  const path = 'src/domain/funds/bad.ts';
  const text = `export const short = {
    code: 'funds/short',
    status: 422,
    message: { zh: '少 {fen} 分。', en: 'Short of {fen} fen.' },
  } as const satisfies RefusalKind;
  function post() { return refuse(short, { amount: 3 }, [1]); }
  function pay() { return refuse(refusals.short); }
  function lend() { return refuse(short, { fen: 3 }); }`;
  const [short] = statedRefusals([{ path, text }]);

  expect(short && unfilled(short, [{ path, text }])).toEqual([
    `${path}: funds/short without {fen}`,
    `${path}: funds/short without {fen}`,
  ]);
});
