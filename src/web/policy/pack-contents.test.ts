import { expect, test } from 'vitest';
import type { PackArticle, PackMark } from '#contract/policy.ts';
import { numberedSections } from './pack-contents.ts';

const checked: PackMark = { verified: true, sample: false, source: null, note: null };
const unchecked: PackMark = { ...checked, verified: false };
const words = { zh: '贫困线', en: 'Poverty line' };

function anArticle(id: string, given: Partial<PackArticle> = {}): PackArticle {
  return {
    id,
    title: words,
    label: null,
    paragraphs: [],
    rule: null,
    numbers: [],
    table: null,
    mark: checked,
    inheritedFrom: null,
    override: null,
    requirements: [],
    ...given,
  };
}

const pack = {
  sections: [
    { kind: 'parameters', title: words, articles: [anArticle('line'), anArticle('period')] },
    {
      kind: 'sheets',
      title: words,
      articles: [
        anArticle('survey', {
          numbers: [{ from: '2016-01-01', shown: words, inForce: true, mark: unchecked }],
        }),
      ],
    },
  ],
};

test('articles are numbered through the whole pack, not section by section', () => {
  const numbers = numberedSections(pack, {}).flatMap(({ articles }) =>
    articles.map(({ number, anchor }) => [number, anchor]),
  );

  expect(numbers).toEqual([
    [1, 'parameters.line'],
    [2, 'parameters.period'],
    [3, 'sheets.survey'],
  ]);
});

test('an article of which one number is unverified is shown among the unverified, by its own number', () => {
  const shown = numberedSections(pack, { show: 'unverified' });

  expect(shown.map(({ kind }) => kind)).toEqual(['sheets']);
  expect(shown[0]?.articles[0]?.number).toBe(3);
});
