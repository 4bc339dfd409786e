import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { compareStated, questioned } from './compare-stated.ts';
import type { Held } from './fold-events.ts';

const heldOn = (trueFrom: string, source = 'visit'): Held => ({
  value: 80,
  event: 'e',
  kind: 'household.registered',
  trueFrom: plainDate(trueFrom),
  observedOn: null,
  source,
  recordedAt: '2016-01-01T00:00:00Z',
  authorName: '林',
});

test.each<[string, Held | undefined, number | null, object]>([
  ['a later day replaces', heldOn('2015-01-01'), 95, { changes: [{ to: 95 }], historical: [] }],
  ['an unknown origin is replaced', undefined, 95, { changes: [{ to: 95 }], disagreements: [] }],
  ['an earlier day enters history', heldOn('2016-07-01'), 95, { historical: ['houseArea'] }],
  [
    'the same day of the same source is corrected',
    heldOn('2016-06-01', 'housing'),
    95,
    { changes: [{ to: 95 }] },
  ],
  [
    'the same day of another source is a question',
    heldOn('2016-06-01'),
    95,
    { changes: [], disagreements: [{ known: 80, stated: 95 }] },
  ],
  ['the same value says nothing', heldOn('2015-01-01'), 80, { changes: [], disagreements: [] }],
  ['what is not known says nothing', heldOn('2015-01-01'), null, { changes: [] }],
])('%s', (_name, held, value, expected) => {
  const comparison = compareStated({ houseArea: 80 }, new Map(held ? [['houseArea', held]] : []), {
    values: { houseArea: value },
    trueFrom: plainDate('2016-06-01'),
    source: 'housing',
  });

  expect(comparison).toMatchObject(expected);
});

test('a change made a question is not written', () => {
  const comparison = compareStated({ relation: 'SPOUSE' }, new Map(), {
    values: { relation: 'HEAD' },
    trueFrom: plainDate('2016-06-01'),
    source: 'housing',
  });

  expect(questioned(comparison, 'relation', undefined)).toMatchObject({
    changes: [],
    disagreements: [{ field: 'relation', known: 'SPOUSE', stated: 'HEAD' }],
  });
  expect(questioned(comparison, 'labour', undefined)).toBe(comparison);
});
