// What a step looks at item by item: criteria the register can compute, indicators that people judge, and
// figures of a village or county held against their limits. Every item is answered by somebody who was
// there, with a proof where the pack asks for one, before the step goes on.

import type { CaseSubject, StepRule } from '#domain/casework/case-rules.ts';
import { type QuestionKind, questionKind } from '#domain/casework/interview.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { leavesOf } from '#domain/policy/expression-rule.ts';
import type { IndicatorSet } from '#domain/policy/pack/duty-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';

export type CheckKind = 'criterion' | 'judged' | 'measure';

/** One value of the register an item rests on. */
export interface CheckValue {
  readonly id: string;
  readonly kind: Exclude<QuestionKind, 'remark'>;
  readonly label: Bilingual;
}

export interface CheckItem {
  readonly id: string;
  readonly kind: CheckKind;
  readonly title: Bilingual;
  /** What is asked, or what is measured. */
  readonly question: Bilingual;
  readonly needsEvidence: boolean;
  readonly verified: boolean;
  /** Of a criterion. */
  readonly values: readonly CheckValue[];
  /** Of a measure. */
  readonly limit: Limit | null;
}

export type Indicator = IndicatorSet['indicators'][number];

export interface Limit {
  readonly least: number | null;
  readonly most: number | null;
  /** It must lie below, and may not reach it. */
  readonly below: number | null;
  readonly unit: string;
}

/** Empty where the step has no checklist. */
export function checklistOf(
  pack: ResolvedPack,
  { checks }: Pick<StepRule, 'checks'>,
  subject: CaseSubject,
): readonly CheckItem[] {
  const { items = [], evidence = [] } = checks ?? {};
  return items.flatMap((id): CheckItem[] => {
    const needsEvidence = evidence === 'each' || evidence.includes(id);
    const one =
      (subject === 'household' ? criterionItem(pack, id) : undefined) ??
      indicatorItem(pack, id, subject);
    return one === undefined ? [] : [{ ...one, needsEvidence }];
  });
}

type Bare = Omit<CheckItem, 'needsEvidence'>;

function criterionItem(pack: ResolvedPack, id: string): Bare | undefined {
  const row = pack.rows.criteria.find((one) => one.row.id === id)?.row;
  const rule = pack.criteria.get(id)?.rule;
  if (row === undefined || rule === undefined) return undefined;
  const values = leavesOf(rule).facts.map(({ name }) => ({
    id: name,
    kind: questionKind(pack, name),
    label: labelOf(pack, name),
  }));
  const { title, question, verified } = row;
  return {
    id,
    kind: 'criterion',
    title,
    question,
    verified: verified === true,
    values,
    limit: null,
  };
}

function indicatorItem(pack: ResolvedPack, id: string, subject: CaseSubject): Bare | undefined {
  const set = pack.rows.indicators.find(
    ({ row }) => row.subject === subject && row.indicators.some((each) => each.id === id),
  );
  const row = set?.row.indicators.find((each) => each.id === id);
  if (set === undefined || row === undefined) return undefined;
  const { title, measure, verified } = row;
  const bare = { id, title, question: measure, verified: verified === true, values: [] };
  if (set.row.subject === 'household') return { ...bare, kind: 'judged', limit: null };
  return { ...bare, kind: 'measure', limit: limitOf(pack, row) };
}

function limitOf({ scope }: ResolvedPack, { least, most, below, unit }: Indicator): Limit {
  const numberOf = (name: string | undefined) => {
    const value = name === undefined ? null : scope.parameters.get(name)?.value;
    return typeof value === 'number' ? value : null;
  };
  return { least: numberOf(least), most: numberOf(most), below: numberOf(below), unit };
}

/** What somebody found of an item. */
export interface CheckAnswer {
  readonly place: number;
  readonly step: string;
  readonly item: string;
  /** Acts of the case when it was given. */
  readonly seen: number;
  readonly holds: boolean;
  readonly hasProof: boolean;
}

/** An item as the rules of a step look at it. */
export interface StandingCheck {
  readonly title: Bilingual;
  readonly needsEvidence: boolean;
  readonly answer: Pick<CheckAnswer, 'holds' | 'hasProof'> | null;
}

/** From the act that opened a step to the one that ended it; null while it is open. */
export interface Span {
  readonly step: string;
  readonly from: number;
  readonly until: number | null;
}

/** The last answer to each item that was given while the step was open. */
export function standingAnswers<Answer extends CheckAnswer>(
  answers: readonly Answer[],
  { step, from, until }: Span,
): ReadonlyMap<string, Answer> {
  const within = answers.filter(
    (one) => one.step === step && one.seen >= from && (until === null || one.seen < until),
  );
  const ordered = [...within].sort((left, right) => left.place - right.place);
  return new Map(ordered.map((one) => [one.item, one]));
}

export function standingChecks(
  items: readonly CheckItem[],
  answers: ReadonlyMap<string, CheckAnswer>,
): readonly StandingCheck[] {
  return items.map(({ id, title, needsEvidence }) => ({
    title,
    needsEvidence,
    answer: answers.get(id) ?? null,
  }));
}

export function withinLimit({ least, most, below }: Limit, value: number): boolean {
  if (least !== null && value < least) return false;
  if (most !== null && value > most) return false;
  return below === null || value < below;
}
