// The checklist of a case: read with what the register says beside every item, and answered one item at a
// time. What was found to differ is written to the register first, so that nothing is typed twice.
import type {
  answerCheck,
  Checklist,
  getChecklist,
  CheckItem as ItemView,
} from '#contract/casework-checks.ts';
import type { InputOf } from '#contract/route.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { noChecklist, noSuchCheck, notOfTheCase } from '#domain/casework/checks/check-refusals.ts';
import {
  type CheckItem,
  checklistOf,
  type Span,
  standingAnswers,
} from '#domain/casework/checks/checklist.ts';
import { findingDenial, holdsBy } from '#domain/casework/checks/permit-checks.ts';
import { standingDenial } from '#domain/casework/permit.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Found, writeFound } from '#server/casework/interview.ts';
import { type LoadedCase, loadCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { markAsEvidence } from '#server/kernel/attachment.store.ts';
import { type CheckRecord, insertCheck, isFileOfCase, listChecks } from './check.store.ts';
import { type RegisterSide, registerSideOf } from './register-side.ts';
import { answerOf, hasChecks, openSpan, passedSpan } from './standing.ts';

export async function checklist(
  context: Context,
  { params }: InputOf<typeof getChecklist>,
): Promise<Checklist> {
  return viewOf(context, await loadCase(context, params.id, 'shown'));
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerCheck>,
): Promise<Checklist> {
  const loaded = await loadCase(context, params.id, 'locked');
  const { step } = loaded.view.state;
  if (step === null || !hasChecks(step)) return refuse(noChecklist);
  const denied = standingDenial(loaded.view, step, undefined);
  if (denied !== undefined) refuse(denied);
  const item = checklistOf(loaded.pack, step, loaded.view.rules.subject).find(
    ({ id }) => id === params.item,
  );
  if (item === undefined) return refuse(noSuchCheck, { item: params.item });
  const known = (await registerSideOf(context, loaded))(item);
  const finding = await findingOf(context, loaded, { item, body, known });

  const found = foundOf(item, body.found);
  const event = found.length === 0 ? null : await writeFound(context, loaded, { step, found });
  const after = found.length === 0 ? loaded : await loadCase(context, params.id, 'shown');
  const register = found.length === 0 ? known : (await registerSideOf(context, after))(item);
  const { row, view } = loaded;
  const before = await listChecks(context.tx, row);
  await insertCheck(context.tx, row, {
    place: before.length + 1,
    step: step.id,
    item: item.id,
    seen: view.state.position,
    ...finding,
    computed: register.holds,
    register: register.values,
    account: context.actor.account,
    accountName: context.actor.displayName,
    at: context.now,
  });
  context.note({
    area: areaCode(row.area_code),
    subject: `case:${row.id}`,
    facts: {
      step: step.id,
      item: item.id,
      holds: finding.holds ? 'yes' : 'no',
      ...(event === null ? {} : { event }),
    },
  });
  return viewOf(context, after);
}

type Body = InputOf<typeof answerCheck>['body'];

/** What is entered of one item, refused where it says too little or cannot be true. */
async function findingOf(
  context: Context,
  { row }: LoadedCase,
  {
    item,
    body,
    known,
  }: { readonly item: CheckItem; readonly body: Body; readonly known: RegisterSide },
) {
  const { today, tx } = context;
  const { note, paper, attachment } = body;
  const entered = { ...body, seenOn: plainDate(body.seenOn) };
  const denied = findingDenial(item, entered, { today, known });
  if (denied !== undefined) refuse(denied);
  if (attachment !== undefined) {
    const isHere = await isFileOfCase(tx, row, attachment);
    if (!isHere) refuse(deny(notOfTheCase, { item: item.title }));
    await markAsEvidence(tx, row.county, [attachment]);
  }
  return {
    holds: holdsBy(item, entered, known),
    value: known.figure,
    note,
    seenOn: body.seenOn,
    paper,
    attachment: attachment ?? null,
  };
}

/** Only values the item rests on, and none that the register computes. */
function foundOf({ values }: CheckItem, found: Body['found']): readonly Found[] {
  return values.flatMap(({ id, kind }): Found[] =>
    kind === 'figure' || !Object.hasOwn(found, id) ? [] : [{ id, kind, value: found[id] ?? null }],
  );
}

async function viewOf(context: Context, loaded: LoadedCase): Promise<Checklist> {
  const { row, view } = loaded;
  const { rules, state } = view;
  const isOpen = hasChecks(state.step);
  const span = isOpen ? openSpan(state) : passedSpan(state, rules.steps);
  const step = rules.steps.find(({ id }) => id === span?.step);
  if (step === undefined || span === undefined) return refuse(noChecklist);
  const registerOf = await registerSideOf(context, loaded);
  const barred = isOpen ? standingDenial(view, step, undefined) : undefined;
  const records = await listChecks(context.tx, row);
  return {
    case: row.id,
    household: row.household_id,
    area: row.area_code,
    step: { id: step.id, title: step.title },
    form: step.checks?.form ?? step.title,
    isOpen,
    mayAnswer: isOpen && barred === undefined && context.may('casework.act'),
    barred: barred?.message ?? null,
    today: context.today,
    items: itemsOf(loaded, { step, span, records, registerOf }),
  };
}

interface Reading {
  readonly step: StepRule;
  readonly span: Span;
  readonly records: readonly CheckRecord[];
  readonly registerOf: (item: CheckItem) => RegisterSide;
}

function itemsOf(
  { pack, view }: LoadedCase,
  { step, span, records, registerOf }: Reading,
): ItemView[] {
  const all = records.map(answerOf);
  const standing = standingAnswers(all, span);
  const older = standingAnswers(all, { ...span, from: 0, until: span.from });
  return checklistOf(pack, step, view.rules.subject).map((item): ItemView => {
    const { id, kind, title, question, needsEvidence, verified, limit } = item;
    const given = standing.get(id)?.row;
    const earlier = older.get(id)?.row;
    return {
      id,
      kind,
      title,
      question,
      needsEvidence,
      verified,
      decision: kind === 'criterion' ? `criterion.${id}` : null,
      limit,
      register: registerOf(item),
      answer: given === undefined ? null : answerView(given),
      earlier: earlier === undefined ? null : answerView(earlier),
    };
  });
}

function answerView(row: CheckRecord): NonNullable<ItemView['answer']> {
  const { attachment_id: file, file_kind: fileKind, file_name: fileName } = row;
  return {
    holds: row.holds,
    note: row.note,
    seenOn: row.seen_on,
    by: row.account_name,
    at: row.recorded_at,
    register: {
      holds: row.computed,
      figure: row.value,
      values: row.register as RegisterSide['values'],
    },
    file: file === null ? null : { id: file, kind: fileKind ?? '', fileName: fileName ?? '' },
    paper: row.paper,
  };
}
