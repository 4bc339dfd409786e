import { describe, expect, test } from 'vitest';
import { differencesOf } from '#web/registry/history/state-differences.ts';
import { changesOf, isEditForm, keptForm } from './edit-form.ts';

describe('an edit', () => {
  test('sends only what differs from what was seen, each with the value it came from', () => {
    const changes = changesOf({ houseArea: 80, fuel: 'WOOD' }, { houseArea: 96, fuel: 'WOOD' });

    expect(changes).toEqual([{ field: 'houseArea', from: 80, to: 96 }]);
  });

  test('a sealed number is sent without what was seen, for that was a mask', () => {
    expect(changesOf({ phone: '138****0000' }, { phone: '13900000000' })).toEqual([
      { field: 'phone', to: '13900000000' },
    ]);
  });

  test('several codes in another order are no change', () => {
    expect(changesOf({ health: ['A', 'B'] }, { health: ['B', 'A'] })).toEqual([]);
  });

  test('sealed numbers never lie in a draft on the device', () => {
    expect(['identity', 'phone', 'bankAccount', 'name'].map(keptForm)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('a draft in another shape is not restored', () => {
    expect(isEditForm({ values: {} })).toBe(false);
    expect(isEditForm({ baseVersion: 1, values: {}, said: {} })).toBe(true);
  });
});

describe('a household on another day', () => {
  const member = (id: string, labour: string | null) => ({
    id,
    version: 1,
    values: { name: id, labour },
    age: 40,
    isHead: false,
    extras: {},
  });

  test('lists what was otherwise, of the household and of members present on both days', () => {
    const now = { values: { houseArea: 96 }, members: [member('a', 'NORMAL'), member('b', null)] };
    const then = { values: { houseArea: 80 }, members: [member('a', 'WEAK'), member('c', 'WEAK')] };

    expect(differencesOf(now, then)).toEqual([
      { field: 'houseArea', before: 80, now: 96 },
      { person: 'a', personName: 'a', field: 'labour', before: 'WEAK', now: 'NORMAL' },
    ]);
  });
});
