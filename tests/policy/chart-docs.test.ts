// For each chart that a shipped pack declares there is a line in docs/charts.md that says what it must let a reader
// see and why it has its form; and no line of a chart that no pack has.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shipped } from '#tests/world/shipped-packs.ts';

const text = readFileSync(new URL('../../docs/charts.md', import.meta.url), 'utf8');

/** The lines of a section's table: chart, what to see, form and why. */
function linesOf(section: string): ReadonlyMap<string, readonly string[]> {
  const [, after = ''] = text.split(`## ${section}\n`);
  const [own = ''] = after.split('\n## ');
  const rows = own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  return new Map(rows.map(([title = '', ...rest]) => [title, rest]));
}

test('every chart of every pack has its line: what it must let a reader see, and why it has this form [HJ-10]', () => {
  const lines = linesOf('Charts of the packs');
  const titles = [...shipped.values()]
    .filter(({ manifest }) => manifest.id !== 'tea-club')
    .flatMap(({ rows }) =>
      rows.chartSets.flatMap(({ row }) => row.charts.map(({ title }) => title.zh)),
    );
  expect(titles.length).toBeGreaterThan(20);
  for (const title of new Set(titles)) {
    const [sees = '', form = ''] = lines.get(title) ?? [];
    expect(
      [sees, form].every((said) => said.length > 10),
      title,
    ).toBe(true);
  }
  expect([...lines.keys()].filter((title) => !titles.includes(title))).toEqual([]);
});
