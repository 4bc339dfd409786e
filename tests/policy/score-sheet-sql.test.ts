import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { leavesOf } from '#domain/policy/expression-rule.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScore, compileScoreToSql } from '#domain/policy/pack/score-sheet.ts';
import { householdField, isInNumberRange, itemColumn } from '#domain/registry/form.ts';
import { wireTypes } from '#server/database/wire-types.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { factsOf, householdColumns } from '#server/targeting/household-column.ts';

let client: Client;
let pack: ResolvedPack;
let sheet: CompiledSheet;

beforeAll(async () => {
  const folders = await readPackFolders(shippedPacks);
  const packs = new Map(
    folders.flatMap((one) => (one.pack ? [[one.pack.manifest.id, one.pack]] : [])),
  );
  const found = resolvePack(packs, 'huanjiang-2016', plainDate('2016-09-30'));
  const compiled = found.ok ? found.pack.sheets.get('householdAssessment') : undefined;
  if (!found.ok || compiled === undefined) throw new Error('the sheet does not compile');
  pack = found.pack;
  sheet = compiled;
  const server = inject('testServer');
  client = new Client({ ...server.owner, database: server.template, types: wireTypes });
  await client.connect();
  await client.query(
    'create temporary table trial (like registry_household including constraints)',
  );
  await client.query(
    'alter table trial alter county drop not null, alter id drop not null, alter version drop not null, alter household_no drop not null, alter area_code drop not null, alter created_at drop not null, alter changed_at drop not null',
  );
});

afterAll(async () => {
  await client.end();
});

/** Any value a column of the sheet can hold, the edges of its bands among them; now and then none. */
function stored(name: string): fc.Arbitrary<unknown> {
  const known = { arbitrary: knownValue(name), weight: 40 };
  return name === 'members' ? known.arbitrary : fc.oneof(fc.constant(null), known);
}

function knownValue(name: string): fc.Arbitrary<unknown> {
  const item = pack.rows.items.find(({ row }) => row.id === name)?.row;
  if (item?.type === 'boolean') return fc.constantFrom(0, 0, 0, 1);
  if (item?.type === 'choice') {
    return fc.constantFrom(...(item.options ?? []).map(({ value }) => value));
  }
  if (item !== undefined) return fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 15, 20);
  const field = householdField(name);
  if (field?.type === 'code') {
    return fc.constantFrom(...(pack.scope.lists.get(field.list ?? '') ?? []));
  }
  if (field?.type === 'fen') {
    const edges = fc.constantFrom(295_200, 236_160, 442_800, -100);
    return fc.oneof(edges, fc.integer({ min: 0, max: 2_000_000 }));
  }
  if (field?.type === 'integer') return fc.integer({ min: 0, max: 9 });
  const edges = fc.constantFrom(0, 0.1, 0.3, 40, 80, 140, 1e-9);
  return fc.oneof(edges, fc.double({ min: 0, max: 1000, noNaN: true }).filter(isInNumberRange));
}

function columnOf(name: string): string {
  const item = pack.rows.items.find(({ row }) => row.id === name)?.row;
  return item === undefined ? (householdField(name)?.column ?? '') : itemColumn(item.slot);
}

test('the sheet scores 2,000 generated households alike in JavaScript and in SQL, vetoes and open ones too', async () => {
  const read = [...sheet.items, ...sheet.vetoes].flatMap(({ rule }) => leavesOf(rule).facts);
  const facts = [...new Set(read.map(({ name }) => name))];
  const household = fc.record(
    Object.fromEntries(facts.map((name) => [columnOf(name), stored(name)])),
  );
  const rows = fc.sample(household, { numRuns: 2000, seed: 20160930 });
  const names = facts.map(columnOf);
  await client.query(
    `insert into trial (${names.join(', ')}, stage) select ${names.join(', ')}, 'LISTED' from jsonb_populate_recordset(null::trial, $1)`,
    [JSON.stringify(rows)],
  );
  const { inner, outer, parameters } = compileScoreToSql(sheet, householdColumns(pack));

  const answers = await client.query(
    `select row_to_json, ${outer.items} as items, ${outer.total} as total, ${outer.vetoes} as vetoes,
       ${outer.undetermined} as undetermined
     from (select row_to_json(trial), ${inner} from trial offset 0) as scored`,
    [...parameters],
  );

  const score = compileScore(sheet);
  for (const row of answers.rows) {
    const { items, total, vetoes, undetermined } = row;
    expect({ items, total, vetoes, undetermined }).toEqual(score(factsOf(pack, row.row_to_json)));
  }
  const open = answers.rows.filter(({ undetermined }) => undetermined).length;
  const known = answers.rows.filter(({ total }) => total !== null).length;
  expect(answers.rows).toHaveLength(2000);
  expect(open).toBeGreaterThan(50);
  expect(known).toBeGreaterThan(50);
}, 60_000);
