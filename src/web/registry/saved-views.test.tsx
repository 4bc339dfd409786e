import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const answers = {
  'GET /api/registry/households': { items: [], next: null },
  'GET /api/registry/households/count': { households: 0, persons: 0, capped: false },
};

beforeEach(() => localStorage.clear());

test('conditions are kept under a name on this device, and lead back to the same list', async () => {
  const page = await showPage('/households?cause=ILLNESS&incomeBelow=3000', { answers });
  await page.user.click(await screen.findByRole('button', { name: '常用条件' }));
  await page.user.type(
    screen.getByRole('textbox', { name: '给现在的条件起个名字' }),
    '线下因病{Enter}',
  );

  const again = await showPage('/households', { answers });
  await again.user.click(await screen.findByRole('button', { name: '常用条件' }));
  await again.user.click(screen.getByRole('link', { name: '线下因病' }));

  expect(again.here()).toBe('/households?cause=ILLNESS&incomeBelow=3000');
});

test('what was stored by somebody else’s hand does not break the page', async () => {
  localStorage.setItem(
    'bangfu.households.views',
    '[{"name":1},"x",null,{"name":"a","search":{"cause":5}}]',
  );
  localStorage.setItem('bangfu.households.columns', '{"not":"a list"}');

  const page = await showPage('/households', { answers });
  await page.user.click(await screen.findByRole('button', { name: '常用条件' }));

  const links = within(document.querySelector<HTMLElement>('.saved-views-panel') ?? document.body);
  expect(links.getAllByRole('link').map((link) => link.textContent)).toEqual(['a']);
});
