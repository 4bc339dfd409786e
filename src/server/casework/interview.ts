// The interview of the open visit as its page asks it, one answer at a time, and its end: what differs
// from the register goes there as one event that names the case, and the sheet makes a score of it.
import type {
  answerQuestion,
  finishInterview,
  getInterview,
  Interview,
} from '#contract/casework-interview.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import {
  type Answers,
  answerProblem,
  factsFound,
  hasInterviewIn,
  type Question,
  questionsOf,
  remaining,
  scoreFound,
  sheetOf,
} from '#domain/casework/interview.ts';
import {
  interviewUnfinished,
  noInterview,
  noSuchQuestion,
} from '#domain/casework/interview-refusals.ts';
import { standingDenial } from '#domain/casework/permit.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { changeHouseholdFields } from '#server/registry/change-fields.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { householdAsOf } from '#server/registry/household-as-of.ts';
import { setOwnItems } from '#server/registry/own-item.store.ts';
import { readValue, refuseValue } from '#server/registry/read-values.ts';
import { openHousehold } from '#server/registry/write-household.ts';
import {
  type AssessmentRecord,
  finishAssessment,
  insertAssessment,
  listAssessments,
  saveAnswers,
} from './evidence.store.ts';
import { interviewView } from './interview-view.ts';
import { householdOf, type LoadedCase, loadCase } from './load-case.ts';

export interface OpenInterview {
  readonly loaded: LoadedCase;
  readonly step: StepRule;
  readonly questions: readonly Question[];
  /** All of the case, the asker's own open one among them. */
  readonly assessments: readonly AssessmentRecord[];
  readonly draft: AssessmentRecord | undefined;
}

export async function interviewOf(
  context: Context,
  { params }: InputOf<typeof getInterview>,
): Promise<Interview> {
  return interviewView(context, await openInterview(context, params.id, 'shown'));
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerQuestion>,
): Promise<OutputOf<typeof answerQuestion>> {
  const open = await openInterview(context, params.id, 'locked');
  const { questions, draft, loaded } = open;
  refuseWhoMayNot(open);
  const question = questions.find(({ id }) => id === params.question);
  if (question === undefined) return refuse(noSuchQuestion, { question: params.question });
  await checkAnswer(context, open, { question, value: body.value });
  const answers = { ...answersOf(draft), [question.id]: body.value };
  const key = { county: loaded.row.county, id: draft?.id ?? (await begin(context, open)) };
  await saveAnswers(context.tx, key, answers);
  const left = remaining(questions, answers).length;
  note(context, open, { step: open.step.id, question: question.id });
  return { answered: questions.length - left, remaining: left };
}

/** As the form takes it; what the register would refuse at the end is refused at the question. */
async function checkAnswer(
  context: Context,
  { loaded }: OpenInterview,
  { question, value }: { readonly question: Question; readonly value: FieldValue },
): Promise<void> {
  const { id, kind } = question;
  if (value === null || kind === 'figure') return;
  if (kind === 'field') {
    await readValue(context, 'household', { field: id, value });
    return;
  }
  const item = loaded.pack.rows.items.find(({ row }) => row.id === id)?.row;
  const problem = answerProblem(kind === 'item' ? item : undefined, value);
  if (problem !== undefined) refuseValue(context, id, problem);
}

export async function finish(
  context: Context,
  { params }: InputOf<typeof finishInterview>,
): Promise<Interview> {
  const open = await openInterview(context, params.id, 'locked');
  const { questions, draft, loaded, step } = open;
  refuseWhoMayNot(open);
  const answers = answersOf(draft);
  const left = remaining(questions, answers);
  const [first] = left;
  if (first !== undefined || draft === undefined) {
    const { pack } = loaded;
    const label =
      first?.part?.title ?? (first === undefined ? step.title : labelOf(pack, first.id));
    return refuse(interviewUnfinished, { count: left.length, first: label[context.language] });
  }
  const event = await writeFound(context, loaded, {
    step,
    found: questions.flatMap(({ id, kind }): Found[] =>
      kind === 'field' || kind === 'item' ? [{ id, kind, value: answers[id] ?? null }] : [],
    ),
  });
  const found = await scored(context, open, answers);
  await finishAssessment(
    context.tx,
    { county: loaded.row.county, id: draft.id },
    { at: context.now, event, ...found },
  );
  note(context, open, { step: step.id, ...(event === null ? {} : { event }) });
  return interviewOf(context, { params, query: undefined, body: undefined });
}

async function openInterview(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<OpenInterview> {
  const loaded = await loadCase(context, id, lock);
  const { rules, state } = loaded.view;
  const { step } = state;
  if (step === null || !hasInterviewIn(step)) {
    return refuse(noInterview);
  }
  const assessments = await listAssessments(context.tx, loaded.row);
  const { account } = context.actor;
  const draft = assessments.find(
    (one) => one.done_at === null && one.account === account && one.step === step.id,
  );
  return {
    loaded,
    step,
    questions: questionsOf(loaded.pack, step, rules.steps),
    assessments,
    draft,
  };
}

function refuseWhoMayNot({ loaded, step }: OpenInterview): void {
  const denied = standingDenial(loaded.view, step, undefined);
  if (denied !== undefined) refuse(denied);
}

async function begin(
  { tx, actor, now, newId }: Context,
  { loaded, step }: OpenInterview,
): Promise<string> {
  const id = newId(loaded.row.county);
  await insertAssessment(
    tx,
    { ...loaded.row, household_id: householdOf(loaded).id },
    {
      id,
      step: step.id,
      sheet: step.sheet ?? null,
      account: actor.account,
      accountName: actor.displayName,
      at: now,
    },
  );
  return id;
}

export function answersOf(draft: AssessmentRecord | undefined): Answers {
  return (draft?.answers ?? {}) as Answers;
}

/** What was found of a value that the form or the pack asks for. */
export interface Found {
  readonly id: string;
  readonly kind: 'field' | 'item';
  readonly value: FieldValue;
}

/**
 * One event with everything that differs from the register; items of the pack have no history of theirs.
 * What was not known says nothing.
 */
export async function writeFound(
  context: Context,
  loaded: LoadedCase,
  { step, found }: { readonly step: StepRule; readonly found: readonly Found[] },
): Promise<string | null> {
  const { row, pack } = loaded;
  const household = householdOf(loaded);
  const { values, items } = await householdAsOf(context, household);
  const known = found.filter(({ value }) => value !== null);
  const changes = known.flatMap(({ id, kind, value }) => {
    const from = values[id] ?? null;
    const isNew = JSON.stringify(value) !== JSON.stringify(from);
    return kind === 'field' && isNew ? [{ field: id, to: mutable(value) }] : [];
  });
  const own = known.flatMap(({ id, kind, value }) => {
    const item = pack.rows.items.find((one) => one.row.id === id)?.row;
    if (kind !== 'item' || item === undefined) return [];
    const problem = answerProblem(item, value);
    if (problem !== undefined) refuseValue(context, id, problem);
    return items[String(item.slot)] === Number(value)
      ? []
      : [{ slot: item.slot, value: Number(value) }];
  });
  await setOwnItems(context.tx, household, own);
  if (changes.length === 0) return null;
  const { version } = await openHousehold(context, household.id);
  const { event } = await changeHouseholdFields(context, household.id, {
    baseVersion: version,
    changes,
    trueFrom: context.today,
    source: `case:${row.id}`,
    reason: step.title.zh,
    keepBoth: false,
  });
  return event;
}

function mutable(value: FieldValue) {
  return Array.isArray(value) ? [...value] : (value as Exclude<FieldValue, readonly string[]>);
}

async function scored(
  context: Context,
  { loaded, step, questions }: OpenInterview,
  answers: Answers,
) {
  const { pack } = loaded;
  const sheet = sheetOf(pack, step);
  if (sheet === undefined) return { total: null, points: {}, vetoes: [], missing: [] };
  const facts = factsFor(pack, await householdAsOf(context, householdOf(loaded)));
  const score = scoreFound(sheet, factsFound(pack, facts, { questions, answers }));
  return {
    total: score.total,
    points: Object.fromEntries(score.items.map(({ id, points }) => [id, points])),
    vetoes: score.vetoes.filter(({ holds }) => holds === true).map(({ id }) => id),
    missing: score.missing,
  };
}

function note(context: Context, { loaded }: OpenInterview, facts: Record<string, string>): void {
  context.note({
    area: areaCode(loaded.row.area_code),
    subject: `case:${loaded.row.id}`,
    facts,
  });
}
