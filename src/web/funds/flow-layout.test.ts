import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layFlow } from './flow-layout.ts';
import { daysOf, monthsUntil } from './flow-search.ts';

const title = { zh: '甲', en: 'A' };

test('a thickness means the same sum in every column, and no node lies on another', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }), (amounts) => {
      const own = amounts.map((amount) => amount + 1);
      const total = own.reduce((sum, amount) => sum + amount, 0);
      const laid = layFlow(
        {
          columns: ['source', 'use'],
          nodes: [
            { column: 'source', key: 'all', title, amount: total },
            ...own.map((amount, index) => ({
              column: 'use' as const,
              key: String(index),
              title,
              amount,
            })),
          ],
          links: own.map((amount, index) => ({
            column: 'source' as const,
            from: 'all',
            to: String(index),
            amount,
          })),
          total,
        },
        1000,
      );
      const uses = laid.nodes.filter(({ column }) => column === 'use');
      expect(laid.ribbons).toHaveLength(own.length);
      for (const [index, node] of uses.entries()) {
        const next = uses[index + 1];
        if (next !== undefined) expect(node.y + node.height).toBeLessThan(next.y);
        expect(node.y + node.height).toBeLessThanOrEqual(laid.height);
      }
    }),
  );
});

test('months go three years back, and a stretch of them ends on the last day of the last one', () => {
  expect(monthsUntil('2016-02').slice(0, 3)).toEqual(['2016-02', '2016-01', '2015-12']);
  expect(monthsUntil('2016-02')).toHaveLength(36);
  expect(daysOf('2016-01', '2016-02')).toEqual({ since: '2016-01-01', on: '2016-02-29' });
});
