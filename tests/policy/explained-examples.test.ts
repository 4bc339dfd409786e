// Every worked example of every pack that ships, explained: the sentence and the tree name the values
// the pack says decided, and nothing else decided.

import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Clause } from '#domain/policy/expression-trace.ts';
import { nearestChanges } from '#domain/policy/nearest-change.ts';
import { decidedOf } from '#domain/policy/pack/decide.ts';
import { type Decision, decisionsOf } from '#domain/policy/pack/decision.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import { explainDecision } from '#domain/policy/pack/explain-decision.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import { choicesOf } from '#domain/targeting/field-choices.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';

const folders = await readPackFolders(shippedPacks);
const packs = new Map(
  folders.flatMap(({ pack }) => (pack === undefined ? [] : [[pack.manifest.id, pack] as const])),
);
const resolved = new Map<
  string,
  { readonly pack: ResolvedPack; readonly decisions: ReadonlyMap<string, Decision> }
>();

function packOn(id: string, on: string) {
  const key = `${id} ${on}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  const found = resolvePack(packs, id, plainDate(on));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const decisions = new Map(decisionsOf(found.pack).map((one) => [one.key, one]));
  const made = { pack: found.pack, decisions };
  resolved.set(key, made);
  return made;
}

interface Case {
  readonly name: string;
  readonly pack: string;
  readonly example: Example;
}

const cases: readonly Case[] = [...packs].flatMap(([id, pack]) =>
  pack.examples.map(({ row }) => ({ name: `${id} ${row.id}`, pack: id, example: row })),
);

function explained({ pack: id, example }: Case, key: string) {
  const { pack, decisions } = packOn(id, example.on);
  const decision = decisions.get(key);
  if (decision === undefined) throw new Error(`no decision ${key}`);
  return { pack, decision, ...explainDecision(pack, decision, example.given) };
}

/** Facts and parameters on the branches that decided. */
function decisiveIn(clause: Clause): readonly string[] {
  return [
    ...clause.leaves.map(({ name }) => name),
    ...clause.children.filter(({ decisive }) => decisive).flatMap(decisiveIn),
  ];
}

describe('every worked example of every pack', () => {
  const withCriteria = cases.filter(({ example }) => example.criteria.length > 0);
  test.each(withCriteria)('$name: sentence and tree name what decided each criterion', (one) => {
    for (const { id, is, because } of one.example.criteria) {
      const { pack, outcome, sentence, parts } = explained(one, `criterion.${id}`);

      expect(outcome).toBe(is === 'unknown' ? 'unknown' : is ? 'holds' : 'fails');
      const named = new Set(parts.flatMap(({ trace }) => decisiveIn(trace)));
      expect([...named].sort()).toEqual([...because].sort());
      for (const name of because) {
        const label = labelOf(pack, name);
        expect(sentence.zh).toContain(label.zh);
        expect(sentence.en).toContain(label.en);
      }
      expect(sentence.zh).toMatch(/。$/);
      expect(sentence.en).not.toMatch(/[一-龥]/);
    }
  });

  const withSheets = cases.filter(({ example }) => example.sheets.length > 0);
  test.each(withSheets)('$name: the score is told with its points, vetoes and gaps', (one) => {
    for (const wanted of one.example.sheets) {
      const { decision, outcome, total, sentence, parts, missing } = explained(
        one,
        `sheet.${wanted.id}`,
      );

      expect(total ?? 'unknown').toBe(wanted.total);
      const held = parts.filter(({ part, value }) => part.role === 'veto' && value === true);
      expect(held.map(({ part }) => part.id)).toEqual(wanted.vetoes);
      if (wanted.vetoes.length > 0) {
        expect(outcome).toBe('vetoed');
        for (const { part } of held) expect(sentence.zh).toContain(part.title.zh);
      } else {
        expect([...missing].sort()).toEqual([...wanted.missing].sort());
      }
      if (total !== null) expect(sentence.zh).toContain(`${decision.title.zh}：${total} 分`);
      for (const [id, points] of Object.entries(wanted.items)) {
        expect(parts.find(({ part }) => part.id === id)?.value ?? 'unknown').toBe(points);
      }
      for (const { reason, trace } of parts) {
        expect(reason.zh.length > 0).toBe(decisiveIn(trace).length > 0);
      }
    }
  });

  const withTables = cases.filter(({ example }) => example.tables.length > 0);
  test.each(withTables)('$name: the row that applies is told with its reason', (one) => {
    for (const wanted of one.example.tables) {
      const { decision, outcome, sentence } = explained(one, `table.${wanted.id}`);

      expect(outcome).toBe(wanted.row);
      const row = decision.parts.find(({ id }) => id === wanted.row);
      if (row !== undefined) expect(sentence.zh).toContain(row.title.zh.replace(/。$/, ''));
    }
  });

  test('has its nearest changes, and each of them flips the decision it was found for', () => {
    let flips = 0;
    for (const one of cases) {
      const { pack, decisions } = packOn(one.pack, one.example.on);
      const year = Number(one.example.on.slice(0, 4));
      for (const decision of decisions.values()) {
        const decided = decidedOf(decision);
        const facts = one.example.given;
        const found = nearestChanges(decided, facts, (fact) => choicesOf(pack, fact, year));
        expect(found.exact).toBe(true);
        for (const { fact, to, outcome } of found.flips) {
          flips += 1;
          for (const value of to) {
            expect(decided.outcomeOf({ ...facts, [fact]: value })).toBe(outcome);
          }
          expect(outcome).not.toBe(decided.outcomeOf(facts));
        }
      }
    }
    expect(flips).toBeGreaterThan(100);
  });

  test('are many, and every decision of their packs can be explained for each of them', () => {
    expect(cases.length).toBeGreaterThan(15);
    for (const one of cases) {
      const { pack, decisions } = packOn(one.pack, one.example.on);
      for (const decision of decisions.values()) {
        const { outcome, sentence } = explainDecision(pack, decision, one.example.given);
        expect(decidedOf(decision).outcomeOf(one.example.given)).toBe(outcome);
        expect(sentence.zh).not.toMatch(/undefined|无单位/);
        expect(sentence.en).not.toMatch(/undefined|no unit|[一-龥]/);
      }
    }
  });
});
