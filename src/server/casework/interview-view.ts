// An interview as its page shows it. Nobody who has still to make up their own mind is told what others
// found at this household.
import type {
  Interview,
  InterviewQuestion,
  InterviewResult,
} from '#contract/casework-interview.ts';
import type { Question } from '#domain/casework/interview.ts';
import { sheetOf } from '#domain/casework/interview.ts';
import { standingDenial } from '#domain/casework/permit.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { type HouseholdAsOf, householdAsOf } from '#server/registry/household-as-of.ts';
import type { AssessmentRecord } from './evidence.store.ts';
import { answersOf, type OpenInterview } from './interview.ts';
import { householdOf, type LoadedCase } from './load-case.ts';

export async function interviewView(context: Context, open: OpenInterview): Promise<Interview> {
  const { loaded, step, questions, assessments, draft } = open;
  const { pack, view, row } = loaded;
  const sheet = sheetOf(pack, step)?.sheet;
  const method = pack.rows.verification.find((one) => one.row.id === step.verification)?.row;
  const known = await householdAsOf(context, householdOf(loaded));
  const mayAnswer =
    context.may('casework.act') && standingDenial(view, step, undefined) === undefined;
  const done = assessments.filter(({ done_at }) => done_at !== null);
  const since = view.state.passed.at(-1)?.act.at ?? '';
  const own = done.findLast(
    (one) =>
      one.step === step.id &&
      one.account === context.actor.account &&
      one.done_at !== null &&
      one.done_at > since,
  );
  const isBlind = mayAnswer && own === undefined;
  return {
    case: row.id,
    household: householdOf(loaded).id,
    step: { id: step.id, title: step.title },
    method: method === undefined ? null : { title: method.title, verified: method.verified },
    sheet:
      sheet === undefined
        ? null
        : {
            title: sheet.title,
            verified: sheet.verified && sheet.sample !== true,
            note: sheet.note ?? { zh: '', en: '' },
            max: sheet.max,
          },
    questions: questions.map((question) =>
      questionView(loaded, question, { known, draft: draft ?? own }),
    ),
    mayAnswer,
    result: own === undefined ? null : resultView(loaded, own),
    earlier: isBlind
      ? []
      : done.filter(({ id }) => id !== own?.id).map((one) => resultView(loaded, one)),
  };
}

function questionView(
  { pack }: LoadedCase,
  { id, kind, part, about, guide }: Question,
  { known, draft }: { readonly known: HouseholdAsOf; readonly draft: AssessmentRecord | undefined },
): InterviewQuestion {
  const answers = answersOf(draft);
  const value = knownOf(pack, known, id);
  const origin = kind === 'item' ? known.originOfItems : known.originOf(id);
  return {
    id,
    kind,
    part,
    label: kind === 'remark' ? (part?.title ?? { zh: '', en: '' }) : labelOf(pack, id),
    about: [...about],
    guide,
    known:
      value === null ? null : { value, source: origin?.source ?? '', on: origin?.trueFrom ?? null },
    ...(Object.hasOwn(answers, id) ? { answer: mutable(answers[id] ?? null) } : {}),
  };
}

function knownOf(pack: LoadedCase['pack'], { values, items }: HouseholdAsOf, id: string) {
  const item = pack.rows.items.find(({ row }) => row.id === id)?.row;
  if (item === undefined) return mutable(values[id] ?? null);
  const stored = items[String(item.slot)] ?? null;
  return item.type === 'boolean' && stored !== null ? stored !== 0 : stored;
}

function mutable(value: FieldValue) {
  return Array.isArray(value) ? [...value] : (value as Exclude<FieldValue, readonly string[]>);
}

function resultView({ pack }: LoadedCase, one: AssessmentRecord): InterviewResult {
  const sheet = one.sheet === null ? undefined : pack.sheets.get(one.sheet);
  const points = (one.points ?? {}) as Readonly<Record<string, number | null>>;
  return {
    id: one.id,
    by: one.account_name,
    at: one.done_at ?? one.begun_at,
    total: one.total,
    max: sheet?.sheet.max ?? null,
    cutOff: sheet?.cutOff ?? null,
    items: (sheet?.items ?? []).map(({ row }) => ({
      id: row.id,
      title: row.title,
      points: points[row.id] ?? null,
      max: row.max,
    })),
    vetoes: (sheet?.vetoes ?? [])
      .filter(({ row }) => one.vetoes?.includes(row.id) === true)
      .map(({ row }) => ({ id: row.id, title: row.title, rebuttal: row.rebuttal })),
    missing: (one.missing ?? []).map((fact) => labelOf(pack, fact)),
  };
}
