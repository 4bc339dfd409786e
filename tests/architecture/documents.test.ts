import { expect, test } from 'vitest';
import { capabilities, capabilityOf } from './direction.ts';
import { brokenLinks, documents, termsOf, titlesOf } from './documents.ts';
import { filesIn, rootFiles } from './source-file.ts';

const all = documents();
const glossary = rootFiles(['.md']).find(({ path }) => path === 'GLOSSARY.md')?.text ?? '';
const terms = termsOf(glossary);

test('every link in the documents leads somewhere', () => {
  expect(all.length).toBeGreaterThan(10);
  expect(all.flatMap((document) => brokenLinks(document, all))).toEqual([]);
});

test('a document has one title', () => {
  expect(all.filter((document) => titlesOf(document).length !== 1).map(({ path }) => path)).toEqual(
    [],
  );
});

test('decisions are numbered once, from 0001 without a gap, and state the decision as their title', () => {
  const decisions = all.filter(({ path }) => path.startsWith('docs/decisions/'));
  const numbers = decisions.map(({ path }) => path.split('/').at(-1)?.slice(0, 4) ?? '').sort();
  const odd = decisions.filter(
    ({ path, text }) => !text.startsWith(`# ${path.split('/').at(-1)?.slice(0, 4)} `),
  );

  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test('every decision that code or documents name is there', () => {
  const known = all
    .filter(({ path }) => path.startsWith('docs/decisions/'))
    .map(({ path }) => path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 4));
  const named = filesIn(['src', 'tests', 'scripts'], ['.ts', '.tsx']).flatMap(({ path, text }) =>
    [...text.matchAll(/\b[Dd]ecisions? (\d{4})\b/g)].map((match) => ({ path, number: match[1] })),
  );

  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ number = '' }) => !known.includes(number))).toEqual([]);
});

test('every entry of the glossary has a Chinese word, and an identifier that the code uses', () => {
  const code = [...filesIn(['src'], ['.ts', '.tsx', '.sql']), ...filesIn(['policy'], ['.yaml'])]
    .map(({ text }) => text)
    .join('\n');
  const unused = terms.filter(({ identifier }) => !new RegExp(`\\b${identifier}\\b`).test(code));
  const plain = terms.filter(({ chinese }) => !/\p{Script=Han}/u.test(chinese));

  expect(terms.length).toBeGreaterThan(60);
  expect(unused).toEqual([]);
  expect(plain).toEqual([]);
});

test('every bold word of the glossary is an entry in its one form', () => {
  const bold = [...glossary.matchAll(/^\*\*/gm)].length;
  const words = terms.map(({ english }) => english.toLowerCase());

  expect(terms).toHaveLength(bold);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test('the glossary has a heading for every capability with a domain, in their order', () => {
  const headings = [...glossary.matchAll(/^## (\w+)$/gm)].map((match) => match[1] ?? '');
  const built = new Set(
    filesIn(['src/domain'], ['.ts']).flatMap(({ path }) => capabilityOf(path) ?? []),
  );

  expect([...built].filter((capability) => !headings.includes(capability))).toEqual([]);
  expect(headings).toEqual(capabilities.filter((capability) => headings.includes(capability)));
});

test('the checker finds a link that leads nowhere, and one to a heading that is not there', () => {
  const path = 'docs/how-to/bad.md';
  const text = '# Bad\n[a](../nowhere.md) [b](#bad) [c](#worse) [d](https://example.org) `[e](x)`';
  const document = { path, text };

  expect(brokenLinks(document, [document])).toEqual([
    `${path}: ../nowhere.md leads nowhere`,
    `${path}: there is no heading #worse`,
  ]);
});
