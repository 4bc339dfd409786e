import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyChanges } from '#domain/insight/simulation/apply-changes.ts';
import { costingOf } from '#domain/insight/simulation/cost.ts';
import { flipOf } from '#domain/insight/simulation/near-miss.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScore } from '#domain/policy/pack/score-sheet.ts';
import type { Change } from './change.ts';

const folder = new URL('../../../../policy/packs/tea-club', import.meta.url).pathname;
const pack = teaClub();

function teaClub(): ResolvedPack {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const read = readPack(files).pack;
  const found =
    read && resolvePack(new Map([['tea-club', read]]), 'tea-club', plainDate('2016-09-30'));
  if (found?.ok !== true) throw new Error('the tea club does not resolve');
  return found.pack;
}

function changed(...changes: Change[]): ResolvedPack {
  const applied = applyChanges(pack, changes);
  if (!applied.ok) throw new Error(applied.problems[0]?.message.en);
  return applied.pack;
}

const refused = (...changes: Change[]) => {
  const applied = applyChanges(pack, changes);
  return applied.ok ? [] : applied.problems.map(({ message }) => message.en);
};

const sheetOf = ({ sheets }: ResolvedPack) => {
  const sheet = sheets.get('thirst');
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const facts = { members: 2, cups: 2, leaf: 'NONE', teapotAge: 10, shelf: [] };
const totalOf = (one: ResolvedPack) => compileScore(sheetOf(one))(facts).total;

test('the pack itself stays as it was, whatever is tried on it', () => {
  const before = [sheetOf(pack).cutOff, totalOf(pack)];

  changed({ kind: 'cutOff', value: 80 }, { kind: 'weight', item: 'pot', factor: 3 });

  expect([sheetOf(pack).cutOff, totalOf(pack)]).toEqual(before);
});

test('a line, a parameter, a weight, points and a veto are compiled into the sheet', () => {
  expect(sheetOf(changed({ kind: 'cutOff', value: 62.5 })).cutOff).toBe(62.5);
  // Cups 20, leaf 0, pot 30 - 10 × 0.5.
  expect(totalOf(pack)).toBe(45);
  expect(totalOf(changed({ kind: 'parameter', id: 'potPointsPerYear', value: 1 }))).toBe(40);
  expect(totalOf(changed({ kind: 'weight', item: 'cupsPerHead', factor: 1.5 }))).toBe(55);
  expect(totalOf(changed({ kind: 'weight', item: 'pot', factor: 0.5 }))).toBe(32.5);
  expect(totalOf(changed({ kind: 'points', item: 'leafKind', at: 0, points: 12 }))).toBe(57);
  expect(totalOf(changed({ kind: 'points', item: 'cupsPerHead', at: 1, points: 5 }))).toBe(30);
  expect(sheetOf(changed({ kind: 'veto', veto: 'ownsTeaHouse', rule: null })).vetoes).toEqual([]);
  const strict = changed({ kind: 'veto', veto: 'ownsTeaHouse', rule: 'cups > 1' });
  expect(compileScore(sheetOf(strict))(facts).vetoes).toEqual([1]);
});

test('of two changes of the same thing the later one counts', () => {
  const twice = changed({ kind: 'cutOff', value: 10 }, { kind: 'cutOff', value: 20 });

  expect(sheetOf(twice).cutOff).toBe(20);
});

test('names the pack does not have, values of another kind and points above the maximum are refused', () => {
  expect(refused({ kind: 'parameter', id: 'moon', value: 1 })[0]).toContain('"moon"');
  expect(refused({ kind: 'weight', item: 'moon', factor: 1 })[0]).toContain('"moon"');
  expect(refused({ kind: 'veto', veto: 'moon', rule: null })[0]).toContain('"moon"');
  expect(refused({ kind: 'benefit', benefit: 'moon', amount: 1 })[0]).toContain('"moon"');
  expect(refused({ kind: 'points', item: 'pot', at: 0, points: 1 })[0]).toContain('"pot 0"');
  expect(refused({ kind: 'points', item: 'leafKind', at: 9, points: 1 })[0]).toContain('9');
  expect(refused({ kind: 'points', item: 'leafKind', at: 0, points: 31 })[0]).toContain(
    'at most 30',
  );
  expect(refused({ kind: 'parameter', id: 'thirstCutOff', value: 'high' })[0]).toContain(
    'cannot be',
  );
  expect(refused({ kind: 'parameter', id: 'greenLeaves', value: ['COFFEE'] })[0]).toContain(
    'cannot be',
  );
  expect(refused({ kind: 'veto', veto: 'ownsTeaHouse', rule: 'cups >' })).toHaveLength(1);
  expect(refused({ kind: 'benefit', benefit: 'giftOfTea', eligible: 'cups' })).toHaveLength(1);
});

test('an entitlement is paid its amount, and another amount where the trial gives one', () => {
  const dearer = changed({ kind: 'benefit', benefit: 'giftOfTea', amount: 20 });
  const open = changed({ kind: 'benefit', benefit: 'giftOfTea', eligible: null });

  expect(costingOf(pack).lines).toMatchObject([{ id: 'giftOfTea', yuan: 12, per: 'household' }]);
  expect(costingOf(dearer).lines).toMatchObject([{ id: 'giftOfTea', yuan: 20, verified: false }]);
  expect(costingOf(open).lines[0]?.eligible).toBeUndefined();
  expect(costingOf(open).lines[0]?.assumptions).toContain('everyListed');
});

test('the flip is the smallest single change, and none where no item alone is enough', () => {
  const sheet = sheetOf(pack);
  const score = compileScore(sheet);

  expect(flipOf(sheet, score({ ...facts, cups: 0, teapotAge: 60 }))).toBeUndefined();
  // 20 + 15 + 25 = 60: no leaf at all, or fewer cups, would bring it to the line of 50.
  expect(flipOf(sheet, score({ ...facts, leaf: 'BLACK' }))).toEqual({
    kind: 'item',
    id: 'leafKind',
    from: 15,
    to: 0,
  });
});
