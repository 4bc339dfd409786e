import { cleanup, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { FigureTable } from './figure-table.tsx';

beforeEach(() => {
  cleanup();
  localStorage.setItem('bangfu.language', 'zh');
});

test('figures stand under their heads, what adds up in the last row, a bar at the end of each row', () => {
  const names = { paid: '支付（万元）', share: '占比' } as const;
  render(
    <FigureTable
      head="辖区"
      columns={['paid', 'share'] as const}
      nameOf={(column) => names[column]}
      rows={[
        { key: 'a', title: '思恩镇', figures: { paid: '12.0', share: '60%' }, bar: '▇▇▇' },
        { key: 'b', title: '水源镇', figures: { paid: '8.0', share: '40%' }, bar: '▇▇' },
      ]}
      total={{ paid: '20.0' }}
      bars="进度"
    />,
  );

  const textsOf = (role: string) => screen.getAllByRole(role).map(({ textContent }) => textContent);
  expect(textsOf('columnheader')).toEqual(['辖区', '支付（万元）', '占比', '进度']);
  expect(textsOf('row').slice(1)).toEqual(['思恩镇12.060%▇▇▇', '水源镇8.040%▇▇', '合计20.0']);
});
