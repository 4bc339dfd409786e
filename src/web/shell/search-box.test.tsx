import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from './shown-page.tsx';

const answers = {
  'GET /api/registry/areas': {
    items: [
      { code: '451226207', name: '驯乐苗族乡', fullName: '广西河池市环江毛南族自治县驯乐苗族乡' },
    ],
  },
  'GET /api/registry/households': {
    items: [
      {
        id: '06e29a00-0000-8000-9000-000000000002',
        householdNo: '4512262070010001',
        headName: '韦建国',
        township: '驯乐苗族乡',
        village: '平莫村',
      },
    ],
    next: null,
  },
};

test('pages, places and households are offered while one types, and the arrow keys open one', async () => {
  const { user, here } = await showPage('/security', { answers });

  await user.type(await screen.findByRole('combobox', { name: /搜索/ }), '质');
  expect(await screen.findByRole('option', { name: '页面 质量' })).toBeTruthy();
  expect(await screen.findByRole('option', { name: /地方 驯乐苗族乡/ })).toBeTruthy();
  expect(await screen.findByRole('option', { name: /户 韦建国/ })).toBeTruthy();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('质量');
  await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');

  await waitFor(() => expect(here()).toContain('/households/06e29a00-0000-8000-9000-000000000002'));
});

test('an identity number is looked up when it is sent off, not while it is typed', async () => {
  const { user, asked, here } = await showPage('/security', { answers });
  const box = await screen.findByRole('combobox', { name: /搜索/ });
  await user.click(box);
  await user.paste('990226195507070771');
  await new Promise((done) => setTimeout(done, 400));

  expect(asked.some(({ query }) => query.get('q') !== null)).toBe(false);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(here()).toContain('q=990226195507070771'));
});
