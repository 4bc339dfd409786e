// A trial in SQL against the JavaScript evaluator over the same households: the shipped sheet of
// Huanjiang, generated households, and changes of every kind.
import fc from 'fast-check';
import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { applyChanges } from '#domain/insight/simulation/apply-changes.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { isNear, outcomeOf, outcomes } from '#domain/insight/simulation/outcome.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { leavesOf } from '#domain/policy/expression-rule.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScore } from '#domain/policy/pack/score-sheet.ts';
import { householdField, itemColumn } from '#domain/registry/form.ts';
import { inScope } from '#server/database/connect.ts';
import { wireTypes } from '#server/database/wire-types.ts';
import { simulate } from '#server/insight/simulation/simulate.ts';
import { viewOf } from '#server/insight/simulation/simulation-view.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { factsOf } from '#server/targeting/household-column.ts';
import { aDatabase } from '#tests/world/database.ts';
import { anId } from '#tests/world/household.ts';

const database = await aDatabase();
let pack: ResolvedPack;
let rows: readonly Record<string, unknown>[];

beforeAll(async () => {
  const folders = await readPackFolders(shippedPacks);
  const packs = new Map(
    folders.flatMap((one) => (one.pack ? [[one.pack.manifest.id, one.pack]] : [])),
  );
  const found = resolvePack(packs, 'huanjiang-2016', plainDate('2016-09-30'));
  if (!found.ok) throw new Error('the pack does not resolve');
  pack = found.pack;
  const households = fc.sample(aRow(sheetOf(pack)), { numRuns: 1500, seed: 74 });
  const whole = households.map((row, index) => ({
    ...row,
    id: anId(),
    county: 451226,
    household_no: `S${index}`,
    area_code: `45122610${1 + (index % 3)}20${1 + (index % 2)}`,
    stage: 'LISTED',
    version: 1,
    created_at: '2016-01-01',
    changed_at: '2016-01-01',
  }));
  const client = new Client({ ...database.ownerConnection, types: wireTypes });
  await client.connect();
  await client.query(
    `set app.low = ''; set app.high = ':'; set app.spans = ''; set app.households = ''`,
  );
  await client.query(
    'insert into registry_household select * from jsonb_populate_recordset(null::registry_household, $1)',
    [JSON.stringify(whole)],
  );
  rows = (await client.query('select * from registry_household')).rows;
  await client.end();
}, 60_000);

function sheetOf({ sheets }: ResolvedPack): CompiledSheet {
  const sheet = sheets.get('householdAssessment');
  if (sheet === undefined) throw new Error('the sheet does not compile');
  return sheet;
}

/** Values near the edges of the bands; a household in six does not know one of them. */
function aRow({ items, vetoes }: CompiledSheet) {
  const facts = [...items, ...vetoes].flatMap(({ rule }) => leavesOf(rule).facts);
  const columns = [...new Set(facts.map(({ name }) => name))].map((name) => {
    const item = pack.rows.items.find(({ row }) => row.id === name)?.row;
    const column =
      item === undefined ? (householdField(name)?.column ?? '') : itemColumn(item.slot);
    return [column, anyValue(name)] as const;
  });
  return fc.record({
    ...Object.fromEntries(columns),
    members: fc.integer({ min: 1, max: 7 }),
    primary_cause: fc.constantFrom('ILLNESS', 'LABOUR', null),
    ethnic_makeup: fc.constantFrom('HAN:1', 'HAN:1,ZHUANG:2', 'MAONAN:4'),
  });
}

function anyValue(name: string): fc.Arbitrary<unknown> {
  const known = knownValue(name);
  return fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: known, weight: 150 });
}

function knownValue(name: string): fc.Arbitrary<unknown> {
  const item = pack.rows.items.find(({ row }) => row.id === name)?.row;
  if (item?.type === 'boolean') return fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1);
  if (item?.type === 'choice')
    return fc.constantFrom(...(item.options ?? []).map(({ value }) => value));
  if (item !== undefined) return fc.constantFrom(0, 0, 0, 0, 1, 2, 3);
  const field = householdField(name);
  if (field?.type === 'code')
    return fc.constantFrom(...(pack.scope.lists.get(field.list ?? '') ?? []));
  if (field?.type === 'fen') return fc.constantFrom(150_000, 236_160, 295_200, 442_800);
  if (field?.type === 'integer') return fc.integer({ min: 0, max: 3 });
  return fc.constantFrom(0, 0.3, 2, 40, 80, 140, 300);
}

const margin = 2;

/** The same counts by the JavaScript evaluator, household by household. */
function byHand(base: ResolvedPack, variant: ResolvedPack) {
  const sides = [base, variant].map((one) => ({
    one,
    sheet: sheetOf(one),
    score: compileScore(sheetOf(one)),
  }));
  const told = rows.map((row) =>
    sides.map(({ one, sheet, score }) => {
      const scored = score(factsOf(one, row));
      const outcome = outcomeOf(sheet, scored);
      return {
        outcome,
        total: scored.total,
        near: isNear(outcome, scored.total, sheet.cutOff, margin),
      };
    }),
  );
  const count = (holds: (before: string, after: string) => boolean) =>
    told.reduce(
      (sum, [before, after], index) =>
        holds(before?.outcome ?? '', after?.outcome ?? '')
          ? { households: sum.households + 1, persons: sum.persons + Number(rows[index]?.members) }
          : sum,
      { households: 0, persons: 0 },
    );
  const bars = (side: 0 | 1) => {
    const found: Record<string, number> = {};
    for (const one of told) {
      const { total, outcome } = one[side] ?? { total: null, outcome: '' };
      if (total === null) continue;
      const bar = `${Math.floor(total)} ${outcome}`;
      found[bar] = (found[bar] ?? 0) + 1;
    }
    return found;
  };
  return {
    enters: count((before, after) => before !== 'listed' && after === 'listed'),
    leaves: count((before, after) => before === 'listed' && after !== 'listed'),
    listed: count((_, after) => after === 'listed'),
    outcomes: outcomes.map((name) => count((_, after) => after === name).households),
    near: told.filter(([, after]) => after?.near === true).length,
    bars: [bars(0), bars(1)],
  };
}

const trials: readonly (readonly [string, readonly Change[]])[] = [
  ['nothing', []],
  ['the line', [{ kind: 'cutOff', value: 44 }]],
  ['a parameter of a veto', [{ kind: 'parameter', id: 'vetoYearsAway', value: 1 }]],
  ['the poverty line', [{ kind: 'parameter', id: 'povertyLine', value: 2300 }]],
  ['a weight', [{ kind: 'weight', item: 'healthLoad', factor: 0.35 }]],
  ['points of a case', [{ kind: 'points', item: 'houseBuild', at: 1, points: 7.5 }]],
  ['a veto off', [{ kind: 'veto', veto: 'grandHouse', rule: null }]],
  ['a veto of another rule', [{ kind: 'veto', veto: 'isIdle', rule: 'labourers / members > 0.5' }]],
  [
    'several at once',
    [
      { kind: 'cutOff', value: 52.5 },
      { kind: 'veto', veto: 'hasPublicPost', rule: 'publicPosts > 1 || orElse(debts == 3, false)' },
      { kind: 'weight', item: 'livestock', factor: 2 },
    ],
  ],
];

test.each(trials)(
  '[HJ-74] with %s changed, SQL counts what the JavaScript evaluator counts',
  async (_, changes) => {
    const applied = applyChanges(pack, changes);
    expect(applied.ok ? [] : applied.problems).toEqual([]);
    if (!applied.ok) return;

    const trial = await inScope(database.db, everything, (tx) =>
      simulate(pack, applied.pack, {
        tx,
        where: { spans: [spanOf(areaCode('451226'))], digits: 9, margin },
      }),
    );

    const view = viewOf(trial);
    const bars = (side: 'base' | 'variant') =>
      Object.fromEntries(
        view.distribution.flatMap((bar) =>
          outcomes.flatMap((name) =>
            bar[side][name] > 0 ? [[`${bar.points} ${name}`, bar[side][name]]] : [],
          ),
        ),
      );
    const { variant } = view;
    expect({
      enters: view.enters,
      leaves: view.leaves,
      listed: variant.listed,
      outcomes: [variant.listed.households, variant.beyond, variant.vetoed, variant.undetermined],
      near: variant.near,
      bars: [bars('base'), bars('variant')],
    }).toEqual(byHand(pack, applied.pack));
  },
);
