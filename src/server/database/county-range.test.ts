import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { aDatabase } from '#tests/world/database.ts';

const { owner } = await aDatabase();

/** Codes of any level, the whole country among them. */
const codes = fc
  .tuple(
    fc.integer({ min: 100_000, max: 999_999 }).map(String),
    fc.constantFrom(0, 2, 4, 6, 9, 12),
    fc.stringMatching(/^\d{6}$/),
  )
  .map(([county, length, below]) => `${county}${below}`.slice(0, length) as AreaCode);

/** Six digits: beside the last county there is none that a text of codes could hold. */
const isCounty = (number: number) => number >= 100_000 && number <= 999_999;

test('the counties of a range of codes are the same as numbers and as text', async () => {
  await fc.assert(
    fc.asyncProperty(codes, fc.integer({ min: 100_000, max: 999_999 }), async (code, other) => {
      const { low, high } = spanOf(code);
      const near = code.length < 6 ? other : Number(code.slice(0, 6));
      for (const county of [other, near - 1, near, near + 1].filter(isCounty)) {
        const { rows } = await owner.query<{ inside: boolean }>(
          `select $1::integer >= kernel_county_from($2) and $1::integer < kernel_county_below($3) as inside`,
          [county, low, high],
        );
        const text = String(county);
        expect(rows[0]?.inside).toBe(text >= low.slice(0, 6) && text < high);
      }
    }),
    {
      numRuns: 60,
      examples: [
        ['' as AreaCode, 999_999],
        ['99' as AreaCode, 999_999],
      ],
    },
  );
});

test('a scope that holds nothing holds no county, and neither does none', async () => {
  const { rows } = await owner.query(
    `select kernel_county_from(':') > 999999 as nothing, kernel_county_below('') = 0 as ended,
       kernel_county_below(null) is null as unset`,
  );

  expect(rows).toEqual([{ nothing: true, ended: true, unset: true }]);
});
