import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '#web/shell/shown-page.tsx';

const none = { items: [], next: null };
const answers = {
  'GET /api/monitoring/order-parts': { items: [], mayIssue: false },
  'GET /api/monitoring/orders': none,
  'GET /api/monitoring/circulars': { items: [], late: [] },
  'GET /api/monitoring/documents': { items: [], mayEnter: false },
  'GET /api/monitoring/tasks': none,
};

test('who sees only their own orders is told of those, and nothing of others', async () => {
  await showPage('/orders', { answers, role: 'department' });

  expect(await screen.findByText('没有发给您、还没办结的督办。')).toBeTruthy();
  expect(screen.queryByText('没有在办的督办。')).toBeNull();
  expect(screen.queryByText('没有发过通报。')).toBeNull();
});

test('who sees only their own tasks is told of those', async () => {
  await showPage('/tasks', { answers, role: 'department' });

  expect(await screen.findByText('没有由您负责的任务')).toBeTruthy();
  expect(screen.queryByText('还没有列任务')).toBeNull();
});

test('who sees the whole area is told that there is none', async () => {
  await showPage('/orders', { answers, role: 'county' });

  expect(await screen.findByText('没有在办的督办。')).toBeTruthy();
  expect(await screen.findByText('没有发过通报。')).toBeTruthy();
});
