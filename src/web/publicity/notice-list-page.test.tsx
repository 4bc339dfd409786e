import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { NoticeRow } from '#contract/publicity.ts';
import { showPage } from '#web/shell/shown-page.tsx';

const row: NoticeRow = {
  id: '06e29a00-0000-8000-9000-0000000000d1',
  areaCode: '451226202202',
  area: '仪凤村',
  kind: 'notice',
  title: { zh: '仪凤村贫困户识别村级公示', en: 'List of Yifeng' },
  cases: 3,
  isOfAreas: false,
  topic: null,
  firstDay: '2016-09-24',
  lastDay: '2016-10-06',
  state: 'hanging',
  daysLeft: 7,
  missing: [],
  objections: { open: 0, all: 0 },
  postedBy: '谭村官',
};
const answersFor = (daysLeft: number) => ({
  'GET /api/publicity/notices': { items: [{ ...row, daysLeft }], next: null },
  'GET /api/publicity/waiting': { items: [], next: null },
});

test.each([
  [7, '张贴中，还剩 7 天'],
  [1, '张贴中，今天是最后一天'],
])('a notice with %i days says that they are left', async (daysLeft, said) => {
  await showPage('/notices', { answers: answersFor(daysLeft) });

  const name = await screen.findByRole('link', { name: row.title.zh });

  expect(name.closest('li')?.textContent).toContain(said);
});
