// Compiles one notice of many cases and posts it in each of them, all in one transaction: the cases are
// held, each act is looked at by its own case, and one refusal leaves nothing behind.
import type { correctNotice, postPublicNotice } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Calendar } from '#domain/casework/calendar.ts';
import { termWords } from '#domain/casework/case-clock.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { leastLastDay } from '#domain/casework/case-state.ts';
import { capacitiesOf, decideDenial, postDenial } from '#domain/casework/permit.ts';
import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { deny } from '#domain/kernel/deny.ts';
import { daysBetween, type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { NoticeContent, NoticeTexts } from '#domain/publicity/compile-notice.ts';
import { lastDayOf } from '#domain/publicity/notice-state.ts';
import { casesDiffer, notAtANotice, tooLong, tooShort } from '#domain/publicity/refusals.ts';
import { enterAct } from '#server/casework/act-on-case.ts';
import { householdOf, type LoadedCase, loadCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { filled, keepOutput } from '#server/kernel/count-output.ts';
import { hashOfContent, newNoticeCode } from './codes.ts';
import { compileParts, refuseOddPhones, refuseSensitive, type Subjects } from './compile.ts';
import { insertNotice } from './notice.store.ts';
import { namesToKeepOut, publicAreasOf } from './public-area.ts';
import { nameRuleIn, namesOf, noticeArea } from './public-household.ts';

/** A year on a wall is not a notice any more. */
export const longestDays = 90;

export type Posting = InputOf<typeof postPublicNotice>['body'];

export async function postNotice(
  context: Context,
  { body }: InputOf<typeof postPublicNotice>,
): Promise<OutputOf<typeof postPublicNotice>> {
  const loaded = await holdCases(context, body.cases);
  return postLoaded(context, loaded, body, { acts: 'entered' });
}

/** Held in the order of their ids, so that two postings never wait for each other. */
export async function holdCases(
  context: Context,
  ids: readonly string[],
): Promise<readonly LoadedCase[]> {
  const held = new Map<string, LoadedCase>();
  for (const id of [...new Set(ids)].sort()) held.set(id, await loadCase(context, id, 'locked'));
  return [...new Set(ids)].flatMap((id) => held.get(id) ?? []);
}

interface Manner {
  /** An announcement that is corrected decides nothing a second time. */
  readonly acts: 'entered' | 'stand';
  readonly step?: StepRule;
  readonly replaces?: string;
  readonly correction?: string;
}

export async function postLoaded(
  context: Context,
  loaded: readonly LoadedCase[],
  posting: Posting,
  manner: Manner,
): Promise<OutputOf<typeof correctNotice>> {
  const { tx, today } = context;
  const [first] = loaded;
  if (first === undefined) return refuse(notAtANotice);
  const { pack, view } = first;
  const step = manner.step ?? view.state.step;
  if (step === null || (step.kind !== 'notice' && step.kind !== 'announcement')) {
    return refuse(notAtANotice);
  }
  const area = noticeArea(first.row.area_code, step.level);
  if (manner.step === undefined) refuseMixed(loaded, { step, area });
  const lastDay = lastDayIn(step, posting.lastDay, { today, calendar: view.rules.calendar });
  const { place, office, remark, objectionPhone, supervisionPhone } = posting;
  const texts = { place, office, remark, correction: manner.correction ?? '' };
  refuseOddPhones([objectionPhone, supervisionPhone]);
  const content = await compileParts(tx, {
    pack,
    rules: view.rules,
    step,
    area,
    subjects: await subjectsOf(context, loaded, { pack, texts }),
    texts,
    firstDay: today,
    lastDay,
    objectionPhone,
    supervisionPhone,
  });

  const positions: number[] = [];
  for (const one of loaded) {
    positions.push(
      manner.acts === 'stand'
        ? one.view.state.position
        : await actIn(context, one, { place, lastDay }),
    );
  }
  return keepNotice(context, loaded, { step, area, content, lastDay, positions, ...manner });
}

/** What may stand on the paper of each case, once no text says what may not. */
async function subjectsOf(
  context: Context,
  loaded: readonly LoadedCase[],
  { pack, texts }: { readonly pack: ResolvedPack; readonly texts: NoticeTexts },
): Promise<Subjects> {
  if (loaded[0]?.household === null) {
    refuseSensitive(texts, await namesToKeepOut(context, loaded, texts));
    return { kind: 'areas', items: await publicAreasOf(context, loaded) };
  }
  const households = loaded.map(householdOf);
  refuseSensitive(texts, namesOf(households, nameRuleIn(pack)));
  return {
    kind: 'households',
    items: loaded.map((one) => ({ caseId: one.row.id, household: householdOf(one) })),
  };
}

interface Compiled extends Pick<Manner, 'replaces'> {
  readonly step: StepRule;
  readonly area: AreaCode;
  readonly content: NoticeContent;
  readonly lastDay: PlainDate;
  /** Of the act in each case. */
  readonly positions: readonly number[];
}

async function keepNotice(
  context: Context,
  loaded: readonly LoadedCase[],
  { step, area, content, lastDay, positions, replaces }: Compiled,
): Promise<OutputOf<typeof postPublicNotice>> {
  const { tx, actor, today, now } = context;
  const [first] = loaded;
  if (first === undefined) return refuse(notAtANotice);
  const county = countyNumberOf(area) ?? first.row.county;
  const id = context.newId(county);
  const code = newNoticeCode();
  const text = canonicalJson(content);
  const hash = hashOfContent(text);
  const items = loaded.map((one, index) => ({
    county,
    notice_id: id,
    number: index + 1,
    case_id: one.row.id,
    household_id: one.row.household_id,
    area_code: one.row.area_code,
    act_position: positions[index] ?? 0,
  }));
  const notice = {
    county,
    id,
    area_code: area,
    code,
    kind: content.kind,
    pack: first.pack.id,
    pack_edition: first.pack.edition,
    process: first.view.rules.process,
    step: step.id,
    title_zh: content.title.zh,
    title_en: content.title.en,
    content: text,
    content_hash: hash,
    cases: loaded.length,
    days_asked: daysBetween(today, leastLastDay(step, today, first.view.rules.calendar)) + 1,
    first_day: today,
    last_day: lastDay,
    posted_by: actor.account,
    posted_by_name: actor.displayName,
    posted_at: now,
    replaces: replaces ?? null,
    topic: null,
    project_id: null,
    withdrawn_on: null,
    withdrawn_by_name: null,
    withdrawn_reason: null,
  };
  await insertNotice(tx, notice, items);
  const { remark, correction } = content;
  await keepOutput(context, {
    kind: 'notices',
    area,
    cells: content.lines.reduce((sum, { cells }) => sum + filled(cells), 0),
    typed: filled([remark, correction]),
  });
  context.note({
    area,
    subject: `notice:${id}`,
    facts: { cases: loaded.length, step: step.id, hash: hash.toString('hex'), lastDay },
  });
  return { id, code, hash: hash.toString('hex') };
}

/** A notice is put up; an announcement is the proposal of its step, decided. */
async function actIn(
  context: Context,
  loaded: LoadedCase,
  { place, lastDay }: { readonly place: string; readonly lastDay: PlainDate },
): Promise<number> {
  const { view, row } = loaded;
  const capacity = capacitiesOf(view)[0] ?? '';
  const { step } = view.state;
  if (step?.kind === 'notice') {
    refuseFor(postDenial(view), row.id);
    const act = { kind: 'post', capacity, reason: '', place, until: lastDay } as const;
    return (await enterAct(context, loaded, act)).position;
  }
  const outcome = step?.outcomes[0]?.id ?? '';
  const proposal = { outcome, reason: '', capacity, meeting: undefined };
  refuseFor(decideDenial(view, proposal), row.id);
  return (await enterAct(context, loaded, { kind: 'decide', capacity, reason: '', outcome, place }))
    .position;
}

function refuseFor(denial: RefusalKind | undefined, caseId: string): void {
  if (denial !== undefined) refuse(denial, {}, { case: caseId });
}

function refuseMixed(
  loaded: readonly LoadedCase[],
  { step, area }: { readonly step: StepRule; readonly area: AreaCode },
): void {
  const [first] = loaded;
  for (const { row, pack, view } of loaded) {
    const isAlike =
      view.state.step?.id === step.id &&
      row.process === first?.row.process &&
      pack.id === first.pack.id &&
      pack.edition === first.pack.edition &&
      noticeArea(row.area_code, step.level) === area;
    if (!isAlike) refuse(casesDiffer, { step: view.state.step?.title.zh ?? '' }, { case: row.id });
  }
}

/** Never shorter than the pack says, longer where somebody wants it. */
function lastDayIn(
  step: StepRule,
  asked: string | undefined,
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): PlainDate {
  const least = leastLastDay(step, today, calendar);
  const days = daysBetween(today, least) + 1;
  const term = termWords(step);
  const last =
    asked === undefined
      ? least
      : (parsePlainDate(asked) ?? refuse(deny(tooShort, { term, least, last: asked })));
  if (last < least) refuse(deny(tooShort, { term, least, last }));
  if (last > lastDayOf(today, Math.max(longestDays, days))) {
    refuse(tooLong, { most: longestDays, last });
  }
  return last;
}
