import { expect, test } from 'vitest';
import { gatherWords, wordsLeft } from './page-words.ts';

const answer = {
  rows: [{ village: '才帛村', holder: '何伟东', note: '合作社务工，按月结算\n每月十五日' }],
  status: { zh: '未脱贫', en: 'Still poor' },
};

function left(...texts: readonly string[]): readonly string[] {
  const theirs = new Set<string>();
  gatherWords(answer, theirs);
  return wordsLeft(texts, theirs);
}

test('what people and villages are called, and what they wrote, stays in its language', () => {
  expect(left('才帛村', '才帛村 何伟东 · 3 persons', '合作社务工，按月结算')).toEqual([]);
});

test('a word that the product has in English too is found, also beside a name', () => {
  expect(left('未脱贫', '才帛村 未脱贫')).toEqual(['未脱贫', '才帛村 未脱贫']);
});

test('a Chinese mark between names of an English page is found', () => {
  expect(left('才帛村、何伟东')).toEqual(['才帛村、何伟东']);
});

test('names that lie over one another cover what they cover together', () => {
  const theirs = new Set(['思恩镇 城北社区', '城北社区居委会']);
  expect(wordsLeft(['思恩镇 城北社区居委会', '思恩镇 城南社区'], theirs)).toEqual([
    '思恩镇 城南社区',
  ]);
});
