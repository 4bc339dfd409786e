import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { type EventChange, type RegistryEvent, sameValue, shownValue } from './event.ts';
import { type FoldedHousehold, foldEvents, isKnownAt } from './fold-events.ts';

let version = 0;

function anEvent(
  changes: readonly EventChange[],
  when: Partial<RegistryEvent> = {},
): RegistryEvent {
  version += 1;
  return {
    id: `event ${version}`,
    kind: 'household.changed',
    person: null,
    trueFrom: plainDate('2015-01-01'),
    recordedAt: `2015-01-01T00:00:${String(version % 60).padStart(2, '0')}Z`,
    author: null,
    authorName: '林',
    typist: null,
    typistName: null,
    source: 'visit',
    reason: '',
    version,
    changes,
    ...when,
  };
}

const houseArea = (to: number) => ({ field: 'houseArea', from: null, to });
const on = (trueFrom: string, recordedAt = `${trueFrom}T00:00:00Z`) => ({
  trueFrom: plainDate(trueFrom),
  recordedAt,
});

// Surveyed with 60 in 2014, 80 from 2016; in 2017 it turned out to have been 70 since mid-2015.
const survey = anEvent([{ entered: { houseArea: 60 } }], on('2014-03-01'));
const built = anEvent([houseArea(80)], on('2016-02-01'));
const late = anEvent([houseArea(70)], on('2015-06-01', '2017-05-05T00:00:00Z'));
const story = [survey, built, late];

test.each<[string, object, unknown]>([
  ['nothing was true before the survey', { trueOn: '2014-02-28' }, undefined],
  ['the survey holds from its day', { trueOn: '2014-03-01' }, 60],
  ['what turned out later was true then', { trueOn: '2015-12-31' }, 70],
  [
    'but was not known before it was recorded',
    { trueOn: '2015-12-31', knownAt: '2017-05-04T23:59:59Z' },
    60,
  ],
  ['and does not change what is true later', { trueOn: '2016-02-01' }, 80],
  ['today is the latest truth, not the latest record', {}, 80],
])('%s [HJ-71]', (_name, asOf, expected) => {
  expect(foldEvents(story, asOf).household.get('houseArea')?.value).toBe(expected);
});

test('of two statements about the same day the later record stands', () => {
  const first = anEvent([houseArea(60)], on('2015-01-01'));
  const correction = anEvent([houseArea(65)], on('2015-01-01', '2015-02-01T00:00:00Z'));

  expect(foldEvents([correction, first]).household.get('houseArea')).toMatchObject({
    value: 65,
    event: correction.id,
  });
});

test('a value keeps its own source and day of observation where it has them', () => {
  const event = anEvent([
    { ...houseArea(60), source: 'deed', observedOn: plainDate('2014-12-30') },
    { field: 'fuel', from: null, to: 'WOOD' },
  ]);

  const { household } = foldEvents([event]);

  expect(household.get('houseArea')).toMatchObject({ source: 'deed', observedOn: '2014-12-30' });
  expect(household.get('fuel')).toMatchObject({ source: 'visit', observedOn: null });
});

test('an instant with decimals of a second comes after the same second without', () => {
  expect(isKnownAt('2016-09-30T02:00:00.000001Z', '2016-09-30T02:00:00Z')).toBe(false);
  expect(isKnownAt('2016-09-30T02:00:00Z', '2016-09-30T02:00:00.5Z')).toBe(true);
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(plainDate('2015-01-01'), days));
const change = fc.oneof(
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), from: fc.constant(null), to: fc.integer() }),
  fc.record({
    field: fc.constantFrom('a', 'b'),
    person: fc.constantFrom('p', 'q'),
    from: fc.constant(null),
    to: fc.integer(),
  }),
  fc.record({ person: fc.constantFrom('p', 'q'), entered: fc.record({ a: fc.integer() }) }),
);
const history = fc
  .array(fc.record({ trueFrom: day, recordedOn: day, changes: fc.array(change) }))
  .map((rows) =>
    [...rows]
      .sort((left, right) => (left.recordedOn < right.recordedOn ? -1 : 1))
      .map(({ trueFrom, recordedOn, changes }, index) =>
        anEvent(changes, { trueFrom, recordedAt: `${recordedOn}T00:00:00Z`, version: index + 1 }),
      ),
  );

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

function plain({ household, persons }: FoldedHousehold) {
  const values = (held: ReadonlyMap<string, { value: unknown }>) =>
    [...held].map(([field, { value }]) => [field, value] as const).sort(byKey);
  const held = [...persons].map(([id, one]) => [id, values(one)] as const);
  return [values(household), held.sort(byKey)];
}

test('the state does not depend on the order in which events arrive', () => {
  fc.assert(
    fc.property(history, fc.array(fc.integer()), (events, keys) => {
      const shuffled = events
        .map((event, index) => ({ event, key: keys[index] ?? 0 }))
        .sort((left, right) => left.key - right.key)
        .map(({ event }) => event);

      expect(plain(foldEvents(shuffled))).toEqual(plain(foldEvents(events)));
    }),
  );
});

test('what is recorded later never changes what was known, nor what is true later what was true', () => {
  fc.assert(
    fc.property(history, day, fc.integer({ min: 0, max: 20 }), (events, when, cut) => {
      const early = events.slice(0, cut);
      const knownAt = `${when}T00:00:00Z`;

      expect(plain(foldEvents(events, { knownAt }))).toEqual(
        plain(foldEvents(events.filter((event) => event.recordedAt <= knownAt))),
      );
      const later = events.slice(cut).map((event) => ({ ...event, trueFrom: addDays(when, 1) }));
      expect(plain(foldEvents([...early, ...later], { trueOn: when }))).toEqual(
        plain(foldEvents(early, { trueOn: when })),
      );
    }),
  );
});

test('a sealed value is shown as its mask and compared by its hash', () => {
  const sealed = { mask: '990000********0417', hash: 'aa', sealed: 'c2VjcmV0' };

  expect(shownValue(sealed)).toBe('990000********0417');
  expect(sameValue(sealed, { ...sealed, sealed: 'b3RoZXI=' })).toBe(true);
  expect(sameValue(sealed, { ...sealed, hash: 'bb' })).toBe(false);
  expect(sameValue(sealed, { mask: sealed.mask })).toBe(true);
  expect(sameValue(['A', 'B'], ['A', 'B'])).toBe(true);
  expect(sameValue(['A', 'B'], ['B', 'A'])).toBe(false);
  expect(sameValue(null, sealed)).toBe(false);
});
