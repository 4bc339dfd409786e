import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { decide } from '#domain/policy/pack/check-examples.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScore, scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { teaClubPack } from '#tests/world/tea-club.ts';

const club = teaClubPack();

function clubOn(day: string): ResolvedPack {
  const found = resolvePack(new Map([['tea-club', club]]), 'tea-club', plainDate(day));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

const branch = readPack(
  new Map([
    [
      'pack.yaml',
      `id: tea-annex
version: 2.0.0
title: { zh: 茶友分会, en: Tea annex }
summary: { zh: 分会。, en: A branch. }
area: '9901'
levels: [village, household]
from: '2016-01-01'
extends: { pack: tea-club, reason: { zh: 分会章程, en: Rules of the branch } }
`,
    ],
    [
      'parameters/thirst.yaml',
      `parameters:
  - id: cupsLeast
    title: { zh: 分会解渴标准, en: Cups in the branch }
    unit: cup/person/day
    override: { reason: { zh: 天热, en: Hot weather } }
    values: [{ from: '2017-07-01', value: 5, verified: false, sample: true }]
`,
    ],
  ]),
).pack;

function branchOn(day: string): ResolvedPack {
  if (branch === undefined) throw new Error('the branch cannot be read');
  const packs = new Map([club, branch].map((pack) => [pack.manifest.id, pack]));
  const found = resolvePack(packs, 'tea-annex', plainDate(day));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.pack;
}

describe('a parameter has the value of the day', () => {
  test.each([
    ['2014-12-31', null],
    ['2015-01-01', 2],
    ['2015-12-31', 2],
    ['2016-01-01', 3],
  ])('on %s it is %s', (day, value) => {
    expect(clubOn(day).scope.parameters.get('cupsLeast')?.value).toBe(value);
  });

  test.each([
    ['2015-06-01', 2],
    ['2017-06-30', 3],
    ['2017-07-01', 5],
  ])('a branch keeps the older values of the pack below: on %s it is %s', (day, value) => {
    expect(branchOn(day).scope.parameters.get('cupsLeast')?.value).toBe(value);
  });

  test('before its first value a rule that reads it is unknown', () => {
    const rule = clubOn('2014-12-31').criteria.get('quenched')?.rule;

    expect(rule && compileToFunction(rule)({ cups: 9, members: 1 })).toBeNull();
  });
});

describe('a household is scored', () => {
  const pack = clubOn('2016-06-01');
  const sheet = pack.sheets.get('thirst');
  const score = (facts: Facts) => {
    if (sheet === undefined) throw new Error('no sheet');
    return scoreHousehold(sheet, facts, pack.wordings);
  };

  test('with points and the reason for them', () => {
    const { items, total } = score({ members: 2, cups: 5, leaf: 'GREEN', shelf: [], teapotAge: 4 });

    expect(total).toBe(78);
    expect(items.map(({ points }) => points)).toEqual([20, 30, 28]);
    expect(items[0]?.trace.leaves).toMatchObject([
      { name: 'cups', value: 5, label: { zh: '每日杯数' } },
      { name: 'members', value: 2 },
    ]);
    expect(items[1]?.trace.children.at(-1)?.words.zh).toBe('若喝绿茶则30，否则15');
  });

  test('a missing value leaves the total open and is named once', () => {
    const result = score({ members: 2, leaf: 'GREEN', shelf: [], teapotAge: 4 });

    expect(result).toMatchObject({ total: null, undetermined: true, missing: ['cups'] });
  });

  test('a veto decides even where the total is open', () => {
    const result = score({ shelf: ['GREEN', 'WHITE', 'BLACK'] });

    expect(result).toMatchObject({ total: null, undetermined: false });
    expect(result.vetoes[0]?.holds).toBe(true);
  });

  test('without traces the answer is the same', () => {
    if (sheet === undefined) throw new Error('no sheet');
    const facts = { members: 2, cups: 5, leaf: 'BLACK', shelf: ['GREEN'], teapotAge: 70 };

    expect(compileScore(sheet)(facts)).toEqual({
      items: [20, 15, 0],
      total: 35,
      vetoes: [],
      undetermined: false,
    });
    expect(score(facts).total).toBe(35);
  });
});

describe('a decision table', () => {
  const table = clubOn('2016-06-01').tables.get('help');
  const answer = (facts: Facts) => (table === undefined ? undefined : decide(table, facts).row);

  test('gives the first row that holds', () => {
    expect(answer({ kettle: false, members: 1, cups: 1 })).toBe('noKettle');
    expect(answer({ kettle: true, members: 1, cups: 1 })).toBe('thirsty');
    expect(answer({ kettle: true, members: 1, cups: 9 })).toBe('none');
  });

  test('does not pass over a row that cannot be told', () => {
    expect(answer({ members: 1, cups: 1 })).toBe('unknown');
  });
});
