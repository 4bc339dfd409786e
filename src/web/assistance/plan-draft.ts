// A plan while it is typed: amounts as text, rows with keys of their own.
import type { Plan, PlanContent, PlanTarget } from '#contract/assistance-plans.ts';
import { fenOf } from './yuan-field.ts';

export interface DraftMeasure {
  readonly key: string;
  readonly line: string | undefined;
  readonly code: string;
  readonly benefit: string;
  readonly goal: string;
  readonly focus: string;
  readonly method: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly judgedBy: string;
  readonly quantity: string;
  readonly unit: string;
  readonly yuan: string;
  readonly suggestedBy: string | null;
}

export interface DraftTarget {
  readonly key: string;
  readonly line: string | undefined;
  readonly kind: PlanTarget['kind'];
  readonly metric: PlanTarget['metric'];
  readonly title: string;
  readonly dueOn: string;
  readonly value: string;
  readonly unit: string;
}

export interface PlanDraft {
  readonly revision: number;
  readonly goal: string;
  readonly from: number;
  readonly to: number;
  readonly primary: string;
  readonly measures: readonly DraftMeasure[];
  readonly targets: readonly DraftTarget[];
}

export function draftOf(plan: Plan): PlanDraft {
  return {
    revision: plan.revision,
    goal: plan.goal,
    from: plan.fromYear,
    to: plan.toYear,
    primary: plan.primaryMeasure ?? '',
    measures: plan.measures.map((one) => ({
      key: one.line,
      line: one.line,
      code: one.code,
      benefit: one.benefit ?? '',
      goal: one.goal,
      focus: one.focus,
      method: one.method,
      owner: one.owner,
      dueOn: one.dueOn ?? '',
      judgedBy: one.judgedBy,
      quantity: one.quantity === null ? '' : String(one.quantity),
      unit: one.unit ?? '',
      yuan: one.promisedFen === null ? '' : String(one.promisedFen / 100),
      suggestedBy: one.suggestedBy,
    })),
    targets: plan.targets.map((one) => ({
      key: one.line,
      line: one.line,
      kind: one.kind,
      metric: one.metric,
      title: one.title,
      dueOn: one.dueOn,
      value: one.value === null ? '' : String(one.value),
      unit: one.unit ?? '',
    })),
  };
}

export function newMeasure(code: string, { to, measures }: PlanDraft): DraftMeasure {
  return {
    key: `new ${measures.length} ${Math.max(0, ...measures.map(({ key }) => key.length))}`,
    line: undefined,
    code,
    benefit: '',
    goal: '',
    focus: '',
    method: '',
    owner: measures.at(-1)?.owner ?? '',
    dueOn: `${to}-12-20`,
    judgedBy: '',
    quantity: '',
    unit: '',
    yuan: '',
    suggestedBy: null,
  };
}

export function newTarget(
  kind: PlanTarget['kind'],
  { to, targets }: PlanDraft,
  isVillage: boolean,
): DraftTarget {
  return {
    key: `new ${targets.length} ${Math.max(0, ...targets.map(({ key }) => key.length))}`,
    line: undefined,
    kind,
    metric: kind === 'milestone' ? 'milestone' : isVillage ? 'exitedHouseholds' : 'incomePerHead',
    title: '',
    dueOn: `${to}-12-31`,
    value: '',
    unit: kind === 'milestone' ? '' : isVillage ? '户' : '元',
  };
}

export function contentOf(draft: PlanDraft): PlanContent {
  const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    revision: draft.revision,
    goal: draft.goal,
    fromYear: draft.from,
    toYear: draft.to,
    primaryMeasure: draft.primary === '' ? null : draft.primary,
    measures: draft.measures.map((one) => ({
      ...(one.line === undefined ? {} : { line: one.line }),
      code: one.code,
      benefit: one.benefit === '' ? null : one.benefit,
      goal: one.goal,
      focus: one.focus,
      method: one.method,
      owner: one.owner,
      dueOn: one.dueOn === '' ? null : one.dueOn,
      judgedBy: one.judgedBy,
      quantity: numberOf(one.quantity),
      unit: one.unit === '' ? null : one.unit,
      promisedFen: fenOf(one.yuan),
      field: null,
      expected: null,
      suggestedBy: one.suggestedBy,
    })),
    targets: draft.targets.map((one) => ({
      ...(one.line === undefined ? {} : { line: one.line }),
      kind: one.kind,
      metric: one.metric,
      title: one.title,
      dueOn: one.dueOn,
      value: one.kind === 'milestone' ? null : numberOf(one.value),
      unit: one.unit === '' ? null : one.unit,
    })),
  };
}
