// What waits to be posted, by place and step, and what its notice would show.
import type { draftNotice, listWaiting, NoticeDraft, WaitingNotice } from '#contract/publicity.ts';
import { noticeCasesMost } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { termWords } from '#domain/casework/case-clock.ts';
import { findStep } from '#domain/casework/case-rules.ts';
import { leastLastDay } from '#domain/casework/case-state.ts';
import { notTheActor } from '#domain/casework/refusals.ts';
import { atLevel, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { codeTitle, joinWords } from '#domain/policy/pack/document-shape.ts';
import type { NoticeContent } from '#domain/publicity/compile-notice.ts';
import { noSuchStep } from '#domain/publicity/refusals.ts';
import { findRules, loadCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { listHouseholds } from '#server/registry/household.store.ts';
import { compileParts, type Subjects } from './compile.ts';
import { lastContentOf } from './notice.store.ts';
import { publicAreasOf } from './public-area.ts';
import { areaNames, noticeArea, textParameter } from './public-household.ts';
import { listWaitingCases, listWaitingGroups, type WaitingCase } from './waiting.store.ts';
import { whoPosts } from './who-posts.ts';

export async function waitingIn(
  context: Context,
  _input: InputOf<typeof listWaiting>,
): Promise<OutputOf<typeof listWaiting>> {
  const { tx, area, today } = context;
  const lines = new Map<string, Omit<WaitingNotice, 'area'>>();
  const groups = await listWaitingGroups(tx, spanOf(area));
  const posts = await whoPosts(
    context,
    groups.map(({ village }) => village),
  );
  for (const group of groups) {
    const rules = findRules(context, group)?.rules;
    const step = rules?.steps.find(({ id }) => id === group.step);
    if (rules === undefined || step === undefined) continue;
    if (step.kind !== 'notice' && step.kind !== 'announcement') continue;
    const areaCode = noticeArea(group.village, step.level);
    const key = `${areaCode} ${group.process} ${group.step}`;
    const cases = group.cases + (lines.get(key)?.cases ?? 0);
    lines.set(key, {
      areaCode,
      process: { id: group.process, title: rules.title },
      step: { id: step.id, title: step.title },
      kind: step.kind,
      cases,
      isOfAreas: rules.subject !== 'household',
      mayPost: posts(group.village, step.actors),
    });
  }
  const waiting = [...lines.values()].sort(
    (left, right) => Number(right.mayPost) - Number(left.mayPost),
  );
  const nameOf = await areaNames(
    tx,
    waiting.map(({ areaCode }) => areaCode),
    today,
  );
  return { items: waiting.map((line) => ({ ...line, area: nameOf(line.areaCode) })) };
}

export async function draftOf(
  context: Context,
  { query }: InputOf<typeof draftNotice>,
): Promise<NoticeDraft> {
  const { tx, area, today } = context;
  const { process, step: stepId } = query;
  const cases = await listWaitingCases(tx, {
    span: spanOf(area),
    process,
    step: stepId,
    limit: noticeCasesMost,
  });
  const [first] = cases;
  if (first === undefined) return refuse(noSuchStep, { step: stepId });
  const { pack, rules } =
    findRules(context, { ...first, process }) ?? refuse(noSuchStep, { step: stepId });
  const step = findStep(rules, stepId);
  if (step.kind !== 'notice' && step.kind !== 'announcement') {
    refuse(noSuchStep, { step: stepId });
  }
  const { subjects, names } = await waitingSubjects(context, cases);
  const least = leastLastDay(step, today, rules.calendar);
  const noticeOf = noticeArea(first.area_code, step.level);
  // What the county said last is not what stands above it.
  const isAbove = step.level === 'city' || step.level === 'province';
  const before = isAbove ? undefined : await lastWords(context, noticeOf);
  const officeArea =
    step.level === 'province' ? (atLevel(noticeOf, 'province') ?? noticeOf) : noticeOf;
  const nameOf = await areaNames(tx, [noticeOf, officeArea], today);
  const content = await compileParts(tx, {
    pack,
    rules,
    step,
    area: noticeOf,
    subjects,
    texts: { place: '', office: '', remark: '', correction: '' },
    firstDay: today,
    lastDay: least,
    objectionPhone: '',
    supervisionPhone: '',
  });
  const actors = joinWords(step.actors.map((each) => codeTitle(pack, 'actor', each)));
  const posts = await whoPosts(context, [first.area_code]);
  return {
    area: nameOf(noticeOf),
    areaCode: noticeOf,
    kind: content.kind,
    title: content.title,
    verified: step.verified,
    columns: [...content.columns],
    ...(content.subject === 'area' ? { subject: content.subject } : {}),
    households: names.map(({ caseId, name }, index) => ({
      case: caseId,
      headName: name,
      place: content.lines[index]?.place ?? '',
      cells: [...(content.lines[index]?.cells ?? [])],
    })),
    barred: posts(first.area_code, step.actors)
      ? null
      : deny(notTheActor, { step: step.title, actors }).message,
    term: termWords(step),
    firstDay: today,
    leastLastDay: least,
    office: before?.office ?? `${nameOf(officeArea)}${officeEnding(step.level)}`,
    place: before?.place ?? '',
    objectionPhone: before?.objectionPhone ?? '',
    supervisionPhone: before?.supervisionPhone ?? textParameter(pack, 'supervisionPhone'),
  };
}

interface Waiting {
  readonly subjects: Subjects;
  /** As the desk reads them: heads whole, or the names of the places. */
  readonly names: readonly { readonly caseId: string; readonly name: string | null }[];
}

async function waitingSubjects(context: Context, cases: readonly WaitingCase[]): Promise<Waiting> {
  const [first] = cases;
  if (first?.household_id === null) {
    const loaded = [];
    for (const { id } of cases) loaded.push(await loadCase(context, id, 'shown'));
    const items = await publicAreasOf(context, loaded);
    return {
      subjects: { kind: 'areas', items },
      names: items.map(({ caseId, areaName }) => ({ caseId, name: areaName })),
    };
  }
  const households = await listHouseholds(
    context.tx,
    first?.county ?? 0,
    cases.flatMap(({ household_id }) => household_id ?? []),
    'shown',
  );
  const byId = new Map(households.map((household) => [household.id, household]));
  const items = cases.flatMap(({ id, household_id }) => {
    const household = byId.get(household_id ?? '');
    return household === undefined ? [] : [{ caseId: id, household }];
  });
  return {
    subjects: { kind: 'households', items },
    names: items.map(({ caseId, household: { values } }) => ({
      caseId,
      name: typeof values.headName === 'string' ? values.headName : null,
    })),
  };
}

/** What a place posts under and where to call is the same every time. */
async function lastWords({ tx }: Context, area: string): Promise<NoticeContent | undefined> {
  const text = await lastContentOf(tx, area);
  return text === undefined ? undefined : (JSON.parse(text) as NoticeContent);
}

function officeEnding(level: string): string {
  if (level === 'township' || level === 'city' || level === 'province') return '人民政府';
  return level === 'county' ? '扶贫开发办公室' : '民委员会';
}
