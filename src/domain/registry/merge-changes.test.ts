import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { EventValue, RegistryEvent } from './event.ts';
import { mergeChanges, type ProposedChange } from './merge-changes.ts';

function theirs(changes: RegistryEvent['changes']): RegistryEvent {
  return {
    id: 'theirs',
    kind: 'household.changed',
    person: null,
    trueFrom: plainDate('2016-09-01'),
    recordedAt: '2016-09-02T00:00:00Z',
    author: null,
    authorName: '赵',
    typist: null,
    typistName: null,
    source: 'department',
    reason: '',
    version: 5,
    changes,
  };
}

const fuelByThem = theirs([{ field: 'fuel', from: 'WOOD', to: 'CLEAN' }]);
const now: Readonly<Record<string, EventValue>> = {
  fuel: 'CLEAN',
  houseArea: 80,
  television: null,
};
const current = (field: string) => now[field] ?? null;
const merge = (proposed: readonly ProposedChange[], since: readonly RegistryEvent[]) =>
  mergeChanges({ current, since, person: undefined, proposed });

test.each<[string, readonly ProposedChange[], readonly RegistryEvent[], object]>([
  [
    'fields nobody else touched merge',
    [{ field: 'houseArea', from: 80, to: 96 }],
    [fuelByThem],
    { changes: [{ field: 'houseArea', from: 80, to: 96 }], same: [], conflicts: [] },
  ],
  [
    'the same value typed twice is one value',
    [{ field: 'fuel', from: 'WOOD', to: 'CLEAN' }],
    [fuelByThem],
    { changes: [], same: ['fuel'], conflicts: [] },
  ],
  [
    'the same field with two values is a question with both sides',
    [{ field: 'fuel', from: 'WOOD', to: 'COAL' }],
    [fuelByThem],
    {
      changes: [],
      same: [],
      conflicts: [
        { field: 'fuel', base: 'WOOD', mine: 'COAL', theirs: 'CLEAN', event: fuelByThem },
      ],
    },
  ],
  [
    'a writer who saw what never was is asked, though nobody wrote since',
    [{ field: 'houseArea', from: 75, to: 96 }],
    [],
    { changes: [], same: [], conflicts: [{ field: 'houseArea', base: 75, theirs: 80 }] },
  ],
  [
    'a writer who says nothing of what they saw overwrites what nobody touched',
    [{ field: 'television', to: true }],
    [fuelByThem],
    { changes: [{ field: 'television', from: null, to: true }], same: [], conflicts: [] },
  ],
  [
    'a change to the same field of a member is not a change to the household',
    [{ field: 'houseArea', to: 96 }],
    [theirs([{ field: 'houseArea', person: 'p', from: 1, to: 2 }])],
    { changes: [{ field: 'houseArea', from: 80, to: 96 }], conflicts: [] },
  ],
])('%s', (_name, proposed, since, expected) => {
  expect(merge(proposed, since)).toMatchObject(expected);
});

test('writes to different fields come to the same whichever arrives first', () => {
  const value = fc.constantFrom<EventValue>('A', 'B', 1, 2, true);
  fc.assert(
    fc.property(value, value, value, value, (baseA, baseB, toA, toB) => {
      const afterBoth = (order: readonly ('a' | 'b')[]) => {
        const state: Record<string, EventValue> = { a: baseA, b: baseB };
        const since: RegistryEvent[] = [];
        for (const field of order) {
          const from = field === 'a' ? baseA : baseB;
          const to = field === 'a' ? toA : toB;
          const { changes, conflicts } = mergeChanges({
            current: (name) => state[name] ?? null,
            since,
            person: undefined,
            proposed: [{ field, from, to }],
          });
          expect(conflicts).toEqual([]);
          for (const change of changes) state[change.field] = change.to;
          since.push(theirs(changes));
        }
        return state;
      };

      expect(afterBoth(['a', 'b'])).toEqual(afterBoth(['b', 'a']));
    }),
  );
});

test('the same write sent twice is the same as sent once', () => {
  const first = merge([{ field: 'houseArea', from: 80, to: 96 }], []);

  const second = mergeChanges({
    current: (field) => (field === 'houseArea' ? 96 : current(field)),
    since: [theirs(first.changes)],
    person: undefined,
    proposed: [{ field: 'houseArea', from: 80, to: 96 }],
  });

  expect(second).toEqual({ changes: [], same: ['houseArea'], conflicts: [] });
});
