import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FlowCell,
  fewProjects,
  flowOf,
  otherProjects,
  reachedKinds,
  reachedOf,
} from './flow.ts';

const cell = fc.record({
  source: fc.constantFrom('central', 'county', 'social/商会'),
  use: fc.constantFrom('INDUSTRY', 'HOUSE'),
  place: fc.constantFrom('451226100', '451226101', '451226202'),
  project: fc.constantFrom('', 'p1', 'p2'),
  reached: fc.constantFrom(...reachedKinds),
  amount: fc.bigInt({ min: -500n, max: 5_000n }),
}) satisfies fc.Arbitrary<FlowCell>;

test('every column adds up to the same sum, and every node to what comes in and what goes out [HJ-10]', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const { columns, nodes, links, total } = flowOf(cells);
      const sum = (rows: readonly { readonly amount: bigint }[]) =>
        rows.reduce((all, { amount }) => all + amount, 0n);
      for (const [index, column] of columns.entries()) {
        expect(sum(nodes.filter((node) => node.column === column))).toBe(total);
        const before = columns[index - 1];
        for (const node of nodes.filter((one) => one.column === column)) {
          const out = links.filter((link) => link.column === column && link.from === node.key);
          const into = links.filter((link) => link.column === before && link.to === node.key);
          if (index < columns.length - 1) expect(sum(out)).toBe(node.amount);
          if (index > 0) expect(sum(into)).toBe(node.amount);
        }
      }
    }),
  );
});

test('money that banks lend is nobody’s grant, and a payment without a household went to works', () => {
  expect(reachedOf('bank', false)).toBeUndefined();
  expect(reachedOf('spent', true)).toBe('households');
  expect(reachedOf('spent', false)).toBe('works');
  expect(reachedOf('lent', true)).toBe('lent');
});

test('of many projects the largest are named and the others told together, with nothing lost', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const few = fewProjects(cells, 1);
      const named = new Set(few.map(({ project }) => project));
      named.delete('');
      named.delete(otherProjects);
      expect(named.size).toBeLessThanOrEqual(1);
      expect(flowOf(few).total).toBe(flowOf(cells).total);
    }),
  );
});
