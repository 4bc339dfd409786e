import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FigureTable } from './figure-table.tsx';

beforeEach(() => {
  cleanup();
  localStorage.setItem('bangfu.language', 'zh');
});

afterEach(() => {
  vi.restoreAllMocks();
});

function shownOn(screenKind: 'desk' | 'phone'): void {
  vi.spyOn(window, 'matchMedia').mockReturnValue(
    Object.assign(new EventTarget(), { matches: screenKind === 'phone' }) as MediaQueryList,
  );
  const names = { paid: '支付（万元）', left: '结余（万元）' } as const;
  render(
    <FigureTable
      head="辖区"
      columns={['paid', 'left'] as const}
      nameOf={(column) => names[column]}
      rows={[
        { key: 'a', title: '思恩镇', figures: { paid: '12.0', left: '3.0' } },
        { key: 'b', title: '水源镇', figures: { paid: '8.0', left: '1.0' } },
      ]}
      total={{ paid: '20.0' }}
    />,
  );
}

test('at a desk figures stand in columns under their heads, what they add up to in the last row', () => {
  shownOn('desk');

  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    '辖区',
    '支付（万元）',
    '结余（万元）',
  ]);
  expect(screen.getByRole('row', { name: '合计 20.0' })).toBeDefined();
});

test('on a phone each row is a card with its figures under their names, and nothing runs sideways', () => {
  shownOn('phone');

  expect(screen.queryByRole('table')).toBeNull();
  const [first, , total] = within(screen.getByRole('list', { name: '辖区' })).getAllByRole(
    'listitem',
  );
  expect(first?.textContent).toBe('思恩镇支付（万元）12.0结余（万元）3.0');
  expect(total?.textContent).toBe('合计支付（万元）20.0');
});
