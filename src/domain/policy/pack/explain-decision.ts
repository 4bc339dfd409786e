// One decision explained: its outcome, which parts decided it, and the reason as a sentence. The tree is
// the trace of each part; the sentence names the values that decided, in the order they were looked at.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Clause, explain, type Leaf, missingIn } from '#domain/policy/expression-trace.ts';
import type { Facts, Value } from '#domain/policy/expression-value.ts';
import { undecided } from '#domain/policy/nearest-change.ts';
import { outcomeOf, totalOf } from '#domain/policy/pack/decide.ts';
import type { Decision, DecisionPart } from '#domain/policy/pack/decision.ts';
import { conclusionOf } from '#domain/policy/pack/decision-words.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf, shownFact } from '#domain/policy/pack/shown-fact.ts';

/** Parts told with their values before titles have to do. */
const namedMost = 3;

export interface ExplainedPart {
  readonly part: DecisionPart;
  readonly value: Value;
  /** True when the decision came out as it did because of this part. */
  readonly decisive: boolean;
  readonly trace: Clause;
  /** What decided it, in words with the values. */
  readonly reason: Bilingual;
}

export interface ExplainedDecision {
  readonly outcome: string;
  /** Points of a sheet; null where one is unknown, and for every other decision. */
  readonly total: number | null;
  readonly parts: readonly ExplainedPart[];
  /** Facts somebody must find out first. */
  readonly missing: readonly string[];
  /** Outcome and reason in one sentence. */
  readonly sentence: Bilingual;
}

export function explainDecision(
  pack: ResolvedPack,
  decision: Decision,
  facts: Facts,
): ExplainedDecision {
  const traces = decision.parts.map(({ rule }) => explain(rule, facts, pack.wordings));
  const values = traces.map(({ value }) => value);
  const outcome = outcomeOf(decision, values);
  const total = decision.shape === 'sheet' ? totalOf(decision.parts, values) : null;
  const parts = decision.parts.flatMap((part, index): ExplainedPart[] => {
    const trace = traces[index];
    if (trace === undefined) return [];
    const decisive = isDecisive(decision, { outcome, values, index });
    const reason = part.role === 'item' ? valuesOf(pack, trace) : reasonOf(pack, trace);
    return [{ part, value: trace.value, decisive, trace, reason }];
  });
  const missing =
    outcome === undecided
      ? [...new Set(parts.filter((one) => one.decisive).flatMap(({ trace }) => missingIn(trace)))]
      : [];
  const conclusion = conclusionOf(decision, outcome, total);
  const sentence =
    outcome === undecided && decision.shape === 'sheet'
      ? gapsOf(pack, conclusion, missing)
      : sentenceOf(conclusion, parts, decision);
  return { outcome, total, parts, missing, sentence };
}

interface At {
  readonly outcome: string;
  readonly values: readonly Value[];
  readonly index: number;
}

function isDecisive({ shape, parts }: Decision, { outcome, values, index }: At): boolean {
  const value = values[index] ?? null;
  switch (shape) {
    case 'all':
      if (outcome === 'holds') return true;
      return outcome === 'fails' ? value === false : value === null;
    case 'first':
      return !values.slice(0, index).some((earlier) => earlier !== false);
    case 'sheet': {
      const isVeto = parts[index]?.role === 'veto';
      if (outcome === 'vetoed') return isVeto && value === true;
      if (outcome === undecided) return value === null;
      return !isVeto;
    }
  }
}

/** Items of a sheet are in its total already; of everything else the decisive parts are named. */
function sentenceOf(
  conclusion: Bilingual,
  parts: readonly ExplainedPart[],
  { shape }: Decision,
): Bilingual {
  const named = parts.filter(
    ({ decisive, value, part }) =>
      decisive && (shape !== 'sheet' || part.role === 'veto' || value === null),
  );
  const chosen = shape === 'first' ? named.filter(({ value }) => value !== false) : named;
  const told = chosen.length === 0 ? named : chosen;
  if (told.length === 0) {
    return { zh: `${conclusion.zh}。`, en: `${conclusion.en}.` };
  }
  // Of many standards that are all met the titles say it; their values stand in the tree.
  const isMany = told.length > namedMost && told.every(({ value }) => value === true);
  if (isMany) {
    const titles = told.map(({ part }) => part.title);
    return {
      zh: `${conclusion.zh}：${titles.map(({ zh }) => zh).join('、')}。`,
      en: `${conclusion.en}: ${titles.map(({ en }) => en).join(', ')}.`,
    };
  }
  const titled = told.length > 1 || shape === 'sheet';
  const reason = (language: 'zh' | 'en') =>
    told
      .map(({ part, reason: words }) =>
        titled && part.role !== 'row'
          ? `${part.title[language]}${language === 'zh' ? '（' : ' ('}${words[language]}${language === 'zh' ? '）' : ')'}`
          : words[language],
      )
      .join(language === 'zh' ? '；' : '; ');
  return {
    zh: `${conclusion.zh}，因为${reason('zh')}。`,
    en: `${conclusion.en}, because ${reason('en')}.`,
  };
}

/** A sheet that lacks something names what it lacks, not every row that waits for it. */
function gapsOf(pack: ResolvedPack, conclusion: Bilingual, missing: readonly string[]): Bilingual {
  const labels = missing.map((name) => labelOf(pack, name));
  return {
    zh: `${conclusion.zh}，因为还不知道${labels.map(({ zh }) => zh).join('、')}。`,
    en: `${conclusion.en}, because it is not known yet: ${labels.map(({ en }) => en).join(', ')}.`,
  };
}

/** The tests that decided a clause, each with its values. */
export function reasonOf(pack: ResolvedPack, trace: Clause): Bilingual {
  const tests = decisiveTests(trace).map((clause) => testWords(pack, clause));
  const unique = tests.filter(
    (one, index) => tests.findIndex((other) => other.zh === one.zh) === index,
  );
  return joined(unique);
}

function decisiveTests(clause: Clause): readonly Clause[] {
  const inner = clause.children.filter(({ decisive }) => decisive).flatMap(decisiveTests);
  return inner.length > 0 ? inner : clause.leaves.length > 0 ? [clause] : [];
}

/** The values that points were given for, each once. */
function valuesOf(pack: ResolvedPack, trace: Clause): Bilingual {
  const leaves = decisiveTests(trace).flatMap((clause) => clause.leaves);
  const names = leaves.map(({ name }) => name);
  const first = leaves.filter((leaf, index) => names.indexOf(leaf.name) === index);
  return joined(first.map((leaf) => leafWords(pack, leaf)));
}

/** `“人均纯收入 > 扶贫标准”不成立（人均纯收入 2,800 元，扶贫标准 2,952 元）`; a bare yes or no by itself. */
function testWords(pack: ResolvedPack, { words, text, value, leaves }: Clause): Bilingual {
  const values = joined(leaves.map((leaf) => leafWords(pack, leaf)));
  if (text === leaves[0]?.name || typeof value === 'number') return values;
  const verdict = verdictOf(value);
  return {
    zh: `“${words.zh}”${verdict.zh}（${values.zh}）`,
    en: `“${words.en}”${verdict.en} (${values.en})`,
  };
}

function leafWords(pack: ResolvedPack, { name, value }: Leaf): Bilingual {
  const label = labelOf(pack, name);
  const shown = shownFact(pack, name, value);
  // 有饮用水 否 reads as if it held; a bare yes or no says of what.
  if (typeof value === 'boolean') {
    return { zh: `“${label.zh}”为${shown.zh}`, en: `“${label.en}” is ${shown.en}` };
  }
  return { zh: `${label.zh} ${shown.zh}`, en: `${label.en} ${shown.en}` };
}

function joined(words: readonly Bilingual[]): Bilingual {
  return {
    zh: words.map(({ zh }) => zh).join('，'),
    en: words.map(({ en }) => en).join(', '),
  };
}

function verdictOf(value: Value): Bilingual {
  if (value === null) return { zh: '看不出', en: ' cannot be told' };
  if (typeof value !== 'boolean') return { zh: '', en: '' };
  return value ? { zh: '成立', en: ' holds' } : { zh: '不成立', en: ' does not hold' };
}
