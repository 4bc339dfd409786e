import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Refused, showPage } from './shown-page.tsx';

const townships = ['下南乡', '驯乐苗族乡'].map((name, index) => ({
  code: `45122620${index}`,
  name,
  level: 'township',
}));

test('whoever answers for several places chooses one where a page is about one, and nothing failed', async () => {
  const outside = new Refused(403, { code: 'access/outside-area', message: '不在管辖范围内' });
  const me = { code: '451226', name: '环江毛南族自治县', level: 'county' };
  const page = await showPage('/money', {
    role: 'supervisor',
    answers: {
      'GET /api/access/me': {
        account: '06e29a00-0000-8000-9000-000000000002',
        username: 'supervisor',
        displayName: '黄督查',
        title: '',
        role: 'supervisor',
        permissions: ['funds.read'],
        area: me,
        areas: townships,
        householdsOnly: false,
        language: 'zh',
        stage: 'full',
        mustChangePassword: false,
        secondFactor: false,
        installation: {
          demonstration: true,
          today: '2016-09-30',
          notes: [],
          version: '0',
          packs: [],
        },
      },
      'GET /api/funds/books': outside,
      'GET /api/funds/balances': outside,
    },
  });
  expect(await screen.findAllByText('先选一个地方')).not.toEqual([]);
  expect(screen.queryByText('这里没有读出来')).toBeNull();

  const [choice] = await screen.findAllByRole('link', { name: '驯乐苗族乡' });
  if (choice !== undefined) await page.user.click(choice);
  expect(page.here()).toContain('area=451226201');
});
