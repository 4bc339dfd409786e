// A visit as an interview: one question for each value its sheet looks at, in the parts of the pack's
// method (enter, look, calculate, compare, discuss), each asked once. What is computed is confirmed and
// never typed; a part without values is a remark. The score comes from the answers, by the sheet.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { leavesOf, type Rule } from '#domain/policy/expression-rule.ts';
import type { Facts, FactValue } from '#domain/policy/expression-value.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { type SheetScore, scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { householdField } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { StepRule } from './case-rules.ts';

/** Of the form, one of the pack's own items, computed by the register, or a remark in words. */
export type QuestionKind = 'field' | 'item' | 'figure' | 'remark';

export interface Question {
  /** Name of the value, or `remark.<part>`. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly part: {
    readonly id: string;
    readonly title: Bilingual;
    readonly text: Bilingual;
  } | null;
  /** Items of the sheet and vetoes that look at it. */
  readonly about: readonly Bilingual[];
  readonly guide: Bilingual | null;
}

export type Answers = Readonly<Record<string, FieldValue>>;

/** A visit that has a sheet or a method to go by. */
export function hasInterviewIn({ kind, sheet, verification }: StepRule): boolean {
  return kind === 'visit' && ((sheet ?? null) !== null || (verification ?? null) !== null);
}

export function sheetOf(pack: ResolvedPack, { sheet }: StepRule): CompiledSheet | undefined {
  return pack.sheets.get(sheet ?? '');
}

export function questionsOf(
  pack: ResolvedPack,
  step: StepRule,
  steps: readonly StepRule[],
): readonly Question[] {
  const sheet = sheetOf(pack, step);
  const method = pack.rows.verification.find(({ row }) => row.id === step.verification)?.row;
  const asked = new Map<string, Question>();
  const vetoes = (sheet?.vetoes ?? []).map(({ row, rule }) => ({
    row: { ...row, guide: null },
    rule,
  }));
  const looks = [...(sheet?.items ?? []), ...vetoes];
  const ask = (part: Question['part'], names: ReadonlySet<string>) => {
    for (const { row, rule } of looks) {
      if (names.has(row.id))
        askAbout(pack, asked, { part, rule, about: row.title, guide: row.guide });
    }
  };
  const others = new Set(steps.flatMap(({ id }) => (id === step.id ? [] : [id])));
  const placed = new Set<string>();
  for (const row of method?.rows ?? []) {
    // A method may name whole steps of the process; those are not part of this visit.
    if (others.has(row.id)) continue;
    const part = { id: row.id, title: row.title, text: row.text };
    const items = new Set(row.items ?? []);
    ask(part, items);
    for (const id of items) placed.add(id);
    for (const name of row.asks ?? []) {
      askFor(pack, asked, { part, name, about: row.title, guide: row.text });
    }
    if (items.size === 0) {
      const id = `remark.${row.id}`;
      asked.set(id, { id, kind: 'remark', part, about: [], guide: row.text });
    }
  }
  ask(null, new Set(looks.flatMap(({ row }) => (placed.has(row.id) ? [] : [row.id]))));
  return [...asked.values()];
}

interface Looked {
  readonly part: Question['part'];
  readonly about: Bilingual;
  readonly guide: Bilingual | null;
}

function askAbout(
  pack: ResolvedPack,
  asked: Map<string, Question>,
  { rule, ...looked }: Looked & { readonly rule: Rule },
): void {
  for (const { name } of leavesOf(rule).facts) askFor(pack, asked, { ...looked, name });
}

function askFor(
  pack: ResolvedPack,
  asked: Map<string, Question>,
  { part, name, about, guide }: Looked & { readonly name: string },
): void {
  const before = asked.get(name);
  asked.set(name, {
    id: name,
    kind: questionKind(pack, name),
    part: before?.part ?? part,
    about: [...(before?.about ?? []), about],
    guide: before?.guide ?? guide,
  });
}

/** A value of a rule, as somebody may be asked for it. */
export function questionKind(pack: ResolvedPack, name: string): Exclude<QuestionKind, 'remark'> {
  if (pack.rows.items.some(({ row }) => row.id === name)) return 'item';
  return householdField(name)?.derived === true ? 'figure' : 'field';
}

export function remaining(questions: readonly Question[], answers: Answers): readonly Question[] {
  return questions.filter(({ id }) => !Object.hasOwn(answers, id));
}

/** The household's values with what was found at the visit in their place. */
export function factsFound(
  pack: ResolvedPack,
  facts: Facts,
  { questions, answers }: { readonly questions: readonly Question[]; readonly answers: Answers },
): Facts {
  const found: Record<string, FactValue | undefined> = { ...facts };
  for (const { id, kind } of questions) {
    if (kind === 'figure' || kind === 'remark' || !Object.hasOwn(answers, id)) continue;
    const value = answers[id] ?? null;
    const item = pack.rows.items.find(({ row }) => row.id === id)?.row;
    const isMoney = householdField(id)?.type === 'fen' && typeof value === 'number';
    const asFact = isMoney ? value / 100 : value;
    found[id] = item?.type === 'boolean' && value !== null ? Boolean(value) : asFact;
  }
  return found;
}

export function scoreFound(sheet: CompiledSheet, facts: Facts): SheetScore {
  return scoreHousehold(sheet, facts);
}

/** What is wrong with an answer about one of the pack's own items, or with a remark. */
export function answerProblem(
  item:
    | { readonly type: string; readonly options?: readonly { readonly value: number }[] }
    | undefined,
  value: FieldValue,
): Bilingual | undefined {
  if (item === undefined) {
    return typeof value === 'string' ? undefined : { zh: '请用文字回答。', en: 'answer in words.' };
  }
  if (item.type === 'boolean') {
    const isFit = typeof value === 'boolean' || value === 0 || value === 1;
    return isFit ? undefined : { zh: '请答“是”或“否”。', en: 'answer yes or no.' };
  }
  if (item.type === 'choice' && item.options?.some((option) => option.value === value) !== true) {
    return { zh: '请选列出的一项。', en: 'choose one of those listed.' };
  }
  const isFit = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 32_767;
  return isFit ? undefined : { zh: '请填整数。', en: 'enter a whole number.' };
}
