import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { isInForce } from '#domain/registry/area.ts';
import {
  type AreaRevision,
  destinationOf,
  historyOf,
  predecessorsOf,
  stateOn,
  successorsOf,
} from '#domain/registry/area-revision.ts';

const name = (code: string, text: string) => ({ code: areaCode(code), name: text });
const current = (code: string, text: string) => ({ ...name(code, text), source: 'edition' });

function aRevision(change: Partial<AreaRevision>): AreaRevision {
  return {
    id: 'r',
    kind: 'recode',
    on: null,
    after: plainDate('2021-10-31'),
    by: plainDate('2022-10-31'),
    from: [],
    to: [],
    source: 'two editions',
    verified: true,
    note: null,
    ...change,
  };
}

const split = aRevision({
  id: 'split',
  kind: 'split',
  from: [name('990101100', 'Old Town')],
  to: [name('990101100', 'Old Town'), name('990101001', 'New Street')],
});
const recode = aRevision({
  id: 'recode',
  from: [name('990101100206', 'Quiet')],
  to: [name('990101001200', 'Quiet')],
});
const gone = aRevision({
  id: 'gone',
  kind: 'abolished',
  by: plainDate('2018-10-31'),
  from: [name('990101100003', 'Mine')],
});
const rename = aRevision({
  id: 'rename',
  kind: 'rename',
  on: plainDate('2019-05-01'),
  by: plainDate('2019-10-31'),
  from: [name('990101100201', 'Before')],
  to: [name('990101100201', 'After')],
});
const edition = [
  current('990101001', 'New Street'),
  current('990101001200', 'Quiet'),
  current('990101100', 'Old Town'),
  current('990101100201', 'After'),
];

describe('areas through time', () => {
  test('each day shows the areas of its own edition', () => {
    const states = historyOf(edition, [recode, split, gone, rename]);
    const shownOn = (day: string) =>
      states.filter((state) => isInForce(state, plainDate(day))).map((state) => state.code);

    expect(shownOn('2016-09-30')).toEqual([
      '990101100',
      '990101100003',
      '990101100201',
      '990101100206',
    ]);
    expect(shownOn('2023-12-31')).toEqual([
      '990101001',
      '990101001200',
      '990101100',
      '990101100201',
    ]);
  });

  test('a renamed area keeps its code and has the name of the day', () => {
    const states = historyOf(edition, [rename]).filter((state) => state.code === '990101100201');

    expect(stateOn(states, plainDate('2019-04-30'))?.name).toBe('Before');
    expect(stateOn(states, plainDate('2019-05-01'))?.name).toBe('After');
  });

  test('a revision that ends an area the newest edition still has is refused', () => {
    const wrong = aRevision({ kind: 'abolished', from: [name('990101100', 'Old Town')] });

    expect(() => historyOf(edition, [wrong])).toThrow(/has ended, yet the newest edition has it/);
  });

  test('a revision that opens an area the newest edition lacks is refused', () => {
    const wrong = aRevision({ kind: 'new', to: [name('990101002', 'Nowhere')] });

    expect(() => historyOf(edition, [wrong])).toThrow(/is open, yet the newest edition lacks it/);
  });

  test('two revisions cannot end the same area', () => {
    expect(() => historyOf(edition, [gone, { ...gone, id: 'again' }])).toThrow(/had ended before/);
  });
});

describe('where a household goes', () => {
  const period = { since: plainDate('2016-09-30'), until: plainDate('2023-06-30') };

  test('a hamlet follows its recoded village', () => {
    expect(destinationOf(areaCode('990101100206003'), [split, recode], period)).toEqual({
      kind: 'moved',
      to: '990101001200003',
      verified: true,
      by: ['recode'],
    });
  });

  test('a village untouched by any revision stays, though its township was split', () => {
    expect(destinationOf(areaCode('990101100201'), [split, recode, rename], period)).toEqual({
      kind: 'same',
    });
  });

  test('an abolished village without a published successor is left for a person to decide', () => {
    expect(destinationOf(areaCode('990101100003'), [gone], period)).toEqual({
      kind: 'open',
      candidates: [],
      by: ['gone'],
    });
  });

  test('two recodes in a row are followed, and one unverified link makes the whole unverified', () => {
    const first = aRevision({
      id: 'first',
      by: plainDate('2020-10-31'),
      after: plainDate('2019-10-31'),
      from: [name('990101100207', 'Three')],
      to: [name('990101100206', 'Quiet')],
      verified: false,
    });

    expect(destinationOf(areaCode('990101100207'), [recode, first], period)).toEqual({
      kind: 'moved',
      to: '990101001200',
      verified: false,
      by: ['first', 'recode'],
    });
  });

  test('a revision after the asked day moves nobody', () => {
    const until = plainDate('2022-10-30');

    expect(
      destinationOf(areaCode('990101100206'), [recode], { since: period.since, until }),
    ).toEqual({ kind: 'same' });
  });

  test('successors and predecessors name the revision and its day', () => {
    expect(successorsOf(areaCode('990101100206'), [recode])).toEqual([
      {
        code: '990101001200',
        revision: 'recode',
        on: '2022-10-31',
        verified: true,
      },
    ]);
    expect(predecessorsOf(areaCode('990101001'), [split]).map((area) => area.code)).toEqual([
      '990101100',
    ]);
  });
});
