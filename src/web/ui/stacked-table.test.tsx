import { cleanup, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { StackedTable } from './stacked-table.tsx';

beforeEach(() => {
  cleanup();
  localStorage.setItem('bangfu.language', 'zh');
});

const names = { village: '村', households: '户', state: '“状态”' } as const;

test('every column has its head, for rows side by side and for cards', () => {
  render(
    <StackedTable
      heads={['village', 'households', 'state']}
      figures={['households']}
      nameOf={(head) => names[head]}
      label="名单"
    >
      <tbody>
        <tr>
          <td>温平村</td>
          <td className="number">17</td>
          <td>已审定</td>
        </tr>
      </tbody>
    </StackedTable>,
  );

  const table = screen.getByRole('table', { name: '名单' });
  expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
    '村',
    '户',
    '“状态”',
  ]);
  expect(screen.getByRole('columnheader', { name: '户' }).className).toBe('number');
  expect(table.style.getPropertyValue('--head-2')).toBe('"户"');
  expect(table.style.getPropertyValue('--head-3')).toBe('"“状态”"');
});

test('a column of buttons is named, and on no paper', () => {
  render(
    <StackedTable heads={['village']} nameOf={(head) => names[head]} acts="去掉">
      <tbody />
    </StackedTable>,
  );

  expect(screen.getByRole('columnheader', { name: '去掉' }).className).toBe('no-print');
});
