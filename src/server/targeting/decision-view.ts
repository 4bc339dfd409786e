// An explained decision as it travels: trees flattened in the order of reading, values with their origin,
// changes in words and ranked.
import type {
  DecisionExplanation,
  FlipView,
  ExplainedPart as PartView,
  TreeNode,
} from '#contract/targeting-explain.ts';
import { type PlainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { leavesOf } from '#domain/policy/expression-rule.ts';
import type { Clause } from '#domain/policy/expression-trace.ts';
import type { Facts } from '#domain/policy/expression-value.ts';
import { withinParts } from '#domain/policy/fact-parts.ts';
import { nearestChanges } from '#domain/policy/nearest-change.ts';
import { decidedOf, factsOf } from '#domain/policy/pack/decide.ts';
import type { Decision } from '#domain/policy/pack/decision.ts';
import { outcomeWords } from '#domain/policy/pack/decision-words.ts';
import { codeTitle, markOf } from '#domain/policy/pack/document-shape.ts';
import type { ExplainedDecision, ExplainedPart } from '#domain/policy/pack/explain-decision.ts';
import { caseWords, effectOf, flipSentence, valuesWords } from '#domain/policy/pack/flip-words.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf, shownFact } from '#domain/policy/pack/shown-fact.ts';
import { choicesOf, partsIn } from '#domain/targeting/field-choices.ts';
import type { HouseholdAsOf } from '#server/registry/household-as-of.ts';
import { isItem } from './household-decisions.ts';

export function partView(
  pack: ResolvedPack,
  { part, value, decisive, trace, reason }: ExplainedPart,
  villageMedian: number | null,
): PartView {
  return {
    id: part.id,
    role: part.role,
    title: part.title,
    value,
    decisive,
    max: part.max ?? null,
    villageMedian,
    guide: part.guide ?? null,
    says: saysOf(pack, { part, value, trace }),
    gives: (part.gives ?? []).map((code) => codeTitle(pack, 'measure', code)),
    reason,
    mark: markOf(pack, part.marks),
    tree: nodesOf(pack, trace, 0),
  };
}

/** A criterion's own sentence; of any other rule those of the criteria inside it that decided. */
function saysOf(
  pack: ResolvedPack,
  { part, value, trace }: Pick<ExplainedPart, 'part' | 'value' | 'trace'>,
): Bilingual[] {
  const { says } = part;
  if (says !== undefined)
    return typeof value === 'boolean' ? [value ? says.holds : says.fails] : [];
  const rows = new Map(pack.rows.criteria.map(({ row }) => [row.id, row]));
  return decisiveCriteria(trace).flatMap(({ text, value: own }) => {
    const row = rows.get(text);
    if (row === undefined || typeof own !== 'boolean') return [];
    return [own ? row.holds : row.fails];
  });
}

function decisiveCriteria(clause: Clause): readonly Clause[] {
  const inner = clause.children.filter(({ decisive }) => decisive).flatMap(decisiveCriteria);
  return inner.length > 0 ? inner : clause.kind === 'criterion' ? [clause] : [];
}

function nodesOf(pack: ResolvedPack, clause: Clause, depth: number): TreeNode[] {
  const { kind, text, words, value, decisive, leaves, children } = clause;
  const values = leaves.map(({ name, value: own }) => ({
    name,
    label: labelOf(pack, name),
    shown: shownFact(pack, name, own),
  }));
  const own: TreeNode = { depth, kind, text, words, value, decisive, values };
  return [own, ...children.flatMap((child) => nodesOf(pack, child, depth + 1))];
}

type Leaves = Pick<DecisionExplanation, 'facts' | 'parameters'>;

/** Everything the decision looked at, each once, what decided it first. */
export function leavesView(
  pack: ResolvedPack,
  {
    decision,
    explained,
    state,
  }: {
    readonly decision: Decision;
    readonly explained: ExplainedDecision;
    readonly state: HouseholdAsOf;
  },
  facts: Facts,
): Leaves {
  const deciding = new Set(
    explained.parts.filter((one) => one.decisive).flatMap(({ trace }) => decisiveNames(trace)),
  );
  const sensitive = new Set(
    pack.rows.fields.filter(({ row }) => row.sensitive === true).map(({ row }) => row.id),
  );
  const parameters = new Map(
    decision.parts.flatMap(({ rule }) =>
      leavesOf(rule).parameters.map((one) => [one.name, one] as const),
    ),
  );
  const views = factsOf(decision.parts).map(({ name }) => {
    const value = facts[name] ?? null;
    const origin = isItem(pack, name) ? state.originOfItems : state.originOf(name);
    return {
      fact: name,
      label: labelOf(pack, name),
      shown: shownFact(pack, name, typeof value === 'bigint' ? Number(value) : value),
      known: value !== null,
      decisive: deciding.has(name),
      sensitive: sensitive.has(name),
      origin: value === null ? null : origin,
    };
  });
  return {
    facts: [...views.filter((one) => one.decisive), ...views.filter((one) => !one.decisive)],
    parameters: [...parameters.values()].map(({ name, value, from, verified }) => ({
      name,
      label: labelOf(pack, name),
      shown: shownFact(pack, name, value),
      from: from ?? null,
      verified: verified === true,
    })),
  };
}

function decisiveNames({ leaves, children }: Clause): readonly string[] {
  const inner = children.filter(({ decisive }) => decisive).flatMap(decisiveNames);
  return [...leaves.map(({ name }) => name), ...inner];
}

type Changes = Pick<DecisionExplanation, 'flips' | 'ifKnown' | 'exact'>;

export function changesView(
  pack: ResolvedPack,
  decision: Decision,
  {
    facts,
    on,
    explained,
  }: { readonly facts: Facts; readonly on: PlainDate; readonly explained: ExplainedDecision },
): Changes {
  const values = explained.parts.map(({ value }) => value);
  const possible = withinParts((fact) => choicesOf(pack, fact, yearOf(on)), facts, partsIn(pack));
  const { flips, ifKnown, exact } = nearestChanges(decidedOf(decision), facts, possible);
  return {
    flips: flips.map((flip): FlipView => {
      const { fact, from, to, outcome, size, tie } = flip;
      const { total, items } = effectOf(decision, { facts, values }, flip);
      return {
        fact,
        label: labelOf(pack, fact),
        from: valuesWords(pack, fact, [from]),
        to: valuesWords(pack, fact, to),
        outcome,
        outcomeWords: outcomeWords(decision, outcome),
        sentence: flipSentence(pack, decision, { flip, total }),
        size,
        rank: 1 + flips.filter((other) => other.size < size).length,
        tie,
        total,
        items: [...items],
      };
    }),
    ifKnown: ifKnown.map((one) => ({
      fact: one.fact,
      label: labelOf(pack, one.fact),
      cases: one.cases.map(({ outcome }, index) => ({
        shown: caseWords(pack, one, index),
        outcome,
        outcomeWords: outcomeWords(decision, outcome),
      })),
    })),
    exact,
  };
}
