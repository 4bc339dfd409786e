// Every decision a pack can make about a household, under one shape: parts that are rules, and how the
// outcome follows from them. `all`: each part must hold (a criterion, a set of them, an eligibility);
// `first`: the first row that holds; `sheet`: points against a cut-off, with vetoes before them.

import type { Bilingual } from '#domain/kernel/refusal.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import type { DecisionKind } from '#domain/policy/pack/decision-kind.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { AnyRow } from '#domain/policy/pack/row-schema.ts';

export type Marks = Partial<Pick<AnyRow, 'source' | 'verified' | 'sample' | 'note'>>;

export interface DecisionPart {
  readonly id: string;
  readonly role: 'item' | 'veto' | 'row' | 'criterion' | 'rule';
  readonly title: Bilingual;
  readonly rule: Rule;
  readonly marks: Marks;
  /** What the household is told when it holds, and when it does not. */
  readonly says?: { readonly holds: Bilingual; readonly fails: Bilingual };
  /** What the rater looks at, how a veto is rebutted, why a row gives what it gives. */
  readonly guide?: Bilingual;
  readonly max?: number;
  /** Codes of the list `measure`. */
  readonly gives?: readonly string[];
}

export interface Decision {
  /** `sheet.householdAssessment`, `outcome.exit.check.meets`: what addresses carry. */
  readonly key: string;
  readonly kind: DecisionKind;
  readonly title: Bilingual;
  /** What is asked, or who is meant, in a sentence. */
  readonly question?: Bilingual;
  readonly marks: Marks;
  readonly shape: 'all' | 'first' | 'sheet';
  readonly parts: readonly DecisionPart[];
  readonly sheet?: {
    readonly cutOff: number | null;
    readonly direction: 'lowerIsPoorer' | 'higherIsPoorer';
    readonly max: number;
  };
}

/** In the order in which a household meets them: listing, exit, help, watching; then single criteria. */
export function decisionsOf(pack: ResolvedPack): readonly Decision[] {
  return [
    ...sheetDecisions(pack),
    ...setDecisions(pack),
    ...outcomeDecisions(pack),
    ...tableDecisions(pack),
    ...eligibilities(pack),
    ...criterionDecisions(pack),
  ];
}

function sheetDecisions({ sheets }: ResolvedPack): readonly Decision[] {
  return [...sheets.values()].map(({ sheet, cutOff, items, vetoes }) => ({
    key: `sheet.${sheet.id}`,
    kind: 'sheet',
    title: sheet.title,
    marks: sheet,
    shape: 'sheet',
    sheet: { cutOff, direction: sheet.direction, max: sheet.max },
    parts: [
      ...items.map(
        ({ row, rule }): DecisionPart => ({
          id: row.id,
          role: 'item',
          title: row.title,
          rule,
          marks: row,
          guide: row.guide,
          max: row.max,
        }),
      ),
      ...vetoes.map(
        ({ row, rule }): DecisionPart => ({
          id: row.id,
          role: 'veto',
          title: row.title,
          rule,
          marks: row,
          guide: row.rebuttal,
        }),
      ),
    ],
  }));
}

function criterionPart({ rows, criteria }: ResolvedPack, id: string): readonly DecisionPart[] {
  const row = rows.criteria.find((one) => one.row.id === id)?.row;
  const checked = criteria.get(id);
  if (row === undefined || checked === undefined) return [];
  const { title, holds, fails } = row;
  const { rule } = checked;
  return [{ id, role: 'criterion', title, rule, marks: row, says: { holds, fails } }];
}

function setDecisions(pack: ResolvedPack): readonly Decision[] {
  return pack.rows.criterionSets.map(({ row }) => ({
    key: `set.${row.id}`,
    kind: 'set',
    title: row.title,
    marks: row,
    shape: 'all',
    parts: row.criteria.flatMap((id) => criterionPart(pack, id)),
  }));
}

function criterionDecisions(pack: ResolvedPack): readonly Decision[] {
  return pack.rows.criteria.flatMap(({ row }) => {
    const parts = criterionPart(pack, row.id);
    const { title, question } = row;
    const key = `criterion.${row.id}`;
    return parts.length === 0
      ? []
      : [{ key, kind: 'criterion', title, question, marks: row, shape: 'all', parts }];
  });
}

function tableDecisions({ tables }: ResolvedPack): readonly Decision[] {
  return [...tables.values()].map(({ table, rows }) => ({
    key: `table.${table.id}`,
    kind: 'table',
    title: table.title,
    question: table.question,
    marks: table,
    shape: 'first',
    parts: rows.map(({ row, rule }) => ({
      id: row.id,
      role: 'row',
      title: row.reason,
      rule,
      marks: row,
      gives: row.gives,
    })),
  }));
}

/** Steps of processes about a household whose outcome is open only under a condition. */
function outcomeDecisions(pack: ResolvedPack): readonly Decision[] {
  return pack.rows.processes.flatMap(({ row }) =>
    row.subject !== 'household'
      ? []
      : row.steps.flatMap((step) =>
          step.outcomes.flatMap((outcome) =>
            outcomeDecision(pack, { process: row, step, outcome }),
          ),
        ),
  );
}

interface OutcomeAt {
  readonly process: Process;
  readonly step: Process['steps'][number];
  readonly outcome: Process['steps'][number]['outcomes'][number];
}

function outcomeDecision(pack: ResolvedPack, at: OutcomeAt): readonly Decision[] {
  const { process, step, outcome } = at;
  return lone(pack, outcome.when, {
    key: `outcome.${process.id}.${step.id}.${outcome.id}`,
    kind: 'outcome',
    title: {
      zh: `${step.title.zh}：${outcome.title.zh}`,
      en: `${step.title.en}: ${outcome.title.en}`,
    },
    question: process.title,
    marks: step,
  });
}

function eligibilities(pack: ResolvedPack): readonly Decision[] {
  const { products, benefits, triggers } = pack.rows;
  return [
    ...products.flatMap(({ row }) =>
      lone(pack, row.eligible, {
        key: `product.${row.id}`,
        kind: 'product',
        title: row.title,
        marks: row,
      }),
    ),
    ...benefits.flatMap(({ row }) =>
      row.to === 'village'
        ? []
        : lone(pack, row.eligible, {
            key: `benefit.${row.id}`,
            kind: 'benefit',
            title: row.title,
            question: row.who,
            marks: row,
          }),
    ),
    ...triggers.flatMap(({ row }) =>
      lone(pack, row.rule, {
        key: `trigger.${row.id}`,
        kind: 'trigger',
        title: row.title,
        question: row.reportedBy,
        marks: row,
      }),
    ),
  ];
}

/** A decision of one condition that stands by itself in a row; none where the row has no condition. */
function lone(
  { scope }: ResolvedPack,
  source: string | undefined,
  head: Omit<Decision, 'shape' | 'parts'>,
): readonly Decision[] {
  const checked =
    source === undefined ? undefined : checkSource(source, scope, { type: 'boolean' });
  if (checked?.ok !== true) return [];
  const { rule } = checked;
  const { title, marks } = head;
  return [{ ...head, shape: 'all', parts: [{ id: 'rule', role: 'rule', title, rule, marks }] }];
}
