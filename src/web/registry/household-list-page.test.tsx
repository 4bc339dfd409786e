import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Asked, showPage } from '#web/shell/shown-page.tsx';

const first = '06e29a00-0000-8000-9000-00000000000a';
const second = '06e29a00-0000-8000-9000-00000000000b';

function aRow(id: string, headName: string, given: object = {}) {
  return {
    id,
    householdNo: '4512261002000001',
    areaCode: '451226100200',
    township: '思恩镇',
    village: '叠岭村',
    headName,
    members: 4,
    stage: 'LISTED',
    attribute: null,
    primaryCause: 'ILLNESS',
    primaryMeasure: null,
    helpClass: null,
    incomePerHeadFen: 268_800,
    incomeYear: 2015,
    houseGrade: null,
    surveyedOn: null,
    listedOn: null,
    version: 1,
    ...given,
  };
}

const list = 'GET /api/registry/households';
const count = 'GET /api/registry/households/count';
const answers = {
  [list]: { items: [aRow(first, '谭永福'), aRow(second, '卢秀英')], next: null },
  [count]: { households: 2, persons: 8, capped: false },
};

test('conditions are read back as one sentence, and the list is asked by them', async () => {
  const page = await showPage(
    '/households?area=451226100&stage=LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD&cause=ILLNESS&incomeBelow=3000',
    { answers },
  );

  await screen.findByText('谭永福');
  const sentence = await screen.findByRole('list', { name: '条件' });

  expect(within(sentence).getAllByRole('listitem').map(plainText)).toEqual([
    '户',
    '思恩镇',
    '未脱贫',
    '因病',
    '人均 < 3,000 元',
  ]);
  const asked = page.asked.find(({ address }) => address === list);
  expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
    area: '451226100',
    cause: 'ILLNESS',
    incomeBelow: '3000',
    sort: 'householdNo',
  });
});

test('a condition taken out leaves the address and the question', async () => {
  const page = await showPage('/households?cause=ILLNESS&incomeBelow=3000', { answers });
  await screen.findByText('谭永福');

  await page.user.click(await screen.findByRole('button', { name: '去掉条件：因病' }));

  expect(page.here()).toBe('/households?incomeBelow=3000');
  const last = page.asked.findLast(({ address }) => address === list);
  expect(last?.query.has('cause')).toBe(false);
});

test('where counting stopped, the number is said to be a least one', async () => {
  const capped = { households: 20_000, persons: 80_000, capped: true };

  await showPage('/households', { answers: { ...answers, [count]: capped } });

  expect(await screen.findByText('20,000 户以上')).toBeDefined();
});

test('only columns the server sorts by offer to be sorted, and say which way they are', async () => {
  const page = await showPage('/households', { answers });
  await screen.findByText('谭永福');
  const heads = screen.getAllByRole('columnheader');
  const offered = heads.filter((head) => within(head).queryByRole('button') !== null);

  await page.user.click(screen.getByRole('button', { name: /^人均/ }));

  expect(offered.map((head) => plainText(head).replace('↑', ''))).toEqual([
    '户主',
    '户编号',
    '人均（元）',
  ]);
  expect(page.here()).toBe('/households?sort=income');
  const sorted = await screen.findByRole('columnheader', { name: /^人均/ });
  expect(sorted.getAttribute('aria-sort')).toBe('ascending');
});

test('j goes down the rows; Enter opens the household beside the list and keeps the list', async () => {
  const page = await showPage('/households', { answers });
  await screen.findByText('谭永福');

  await page.user.keyboard('jj{Enter}');

  expect(page.here()).toBe(`/households?open=${second}`);
  expect(screen.getByText('谭永福')).toBeDefined();
});

test('on a phone there is no table: each household is a card that leads to its page', async () => {
  await showPage('/households', { answers, width: 390 });

  const card = await screen.findByRole('link', { name: /谭永福/ });

  expect(card.getAttribute('href')).toBe(`/households/${first}`);
  expect(screen.queryByRole('table')).toBeNull();
});

test('an area without households shows who may import the way to do it', async () => {
  const empty = { [list]: { items: [], next: null }, [count]: { households: 0, persons: 0 } };

  await showPage('/households', { answers: empty, role: 'township' });
  const link = await screen.findByRole('link', { name: '导入户表' });
  await showPage('/households', { answers: empty, role: 'village' });
  await screen.findByText('这里还没有登记的户');

  expect(link.getAttribute('href')).toBe('/imports');
  expect(screen.queryByRole('link', { name: '导入户表' })).toBeNull();
});

test('a household that is only surveyed has empty cells; one on the register says what is not written', async () => {
  const surveyed = aRow(second, '卢秀英', { stage: 'SURVEYED', primaryCause: null });
  const listed = aRow(first, '谭永福', {
    primaryCause: null,
    attribute: 'GENERAL',
    primaryMeasure: 'X',
  });

  await showPage('/households', {
    answers: { ...answers, [list]: { items: [listed, surveyed], next: null } },
  });
  const rowOf = async (name: string) => {
    const row = (await screen.findByText(name)).closest('tr');
    return row === null ? 0 : within(row).queryAllByText('未写').length;
  };

  expect(await rowOf('谭永福')).toBe(1);
  expect(await rowOf('卢秀英')).toBe(0);
});

test('more is asked for from where the last page ended', async () => {
  const pages = ({ query }: Asked) =>
    query.get('cursor') === 'after-one'
      ? { items: [aRow(second, '卢秀英')], next: null }
      : { items: [aRow(first, '谭永福')], next: 'after-one' };
  const page = await showPage('/households', { answers: { ...answers, [list]: pages } });

  await page.user.click(await screen.findByRole('button', { name: /再看/ }));

  expect(await screen.findByText('卢秀英')).toBeDefined();
  expect(screen.getByText('谭永福')).toBeDefined();
});

function plainText(element: HTMLElement): string {
  return (element.textContent ?? '').replace('×', '').trim();
}
