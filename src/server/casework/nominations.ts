// One meeting over many households, entered on one screen. Each household is looked at by the rules of its
// own case before anything of it is written: it gets its verdict, or is refused by name and the others stand.
import type { EnteredNominations, enterNominations } from '#contract/casework-nominations.ts';
import type { InputOf } from '#contract/route.ts';
import type { CaseAct, Meeting } from '#domain/casework/case-act.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import { type Nomination, nominationOf } from '#domain/casework/nomination.ts';
import {
  namedTwice,
  noNomination,
  notAtTheMeeting,
  oneVillage,
} from '#domain/casework/nomination-refusals.ts';
import { type CaseView, decideDenial } from '#domain/casework/permit.ts';
import { noSuchHousehold } from '#domain/casework/refusals.ts';
import { countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { messageOf, Refusal, type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAttachments, markAsEvidence } from '#server/kernel/attachment.store.ts';
import { findHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { openHousehold } from '#server/registry/write-household.ts';
import { enterDecision } from './act-on-case.ts';
import { beginDenial, openCase } from './begin-case.ts';
import { listCasesOfHousehold } from './case.store.ts';
import { insertActFiles } from './evidence.store.ts';
import { heldFor, type LoadedCase, loadCase } from './load-case.ts';
import { isOneVillage } from './nominees.ts';

type Body = InputOf<typeof enterNominations>['body'];
type Line = Body['lines'][number];

interface Held {
  readonly pack: ResolvedPack;
  readonly nomination: Nomination;
  readonly body: Body;
  /** Handed in for this meeting. */
  readonly files: readonly { readonly id: string; readonly kind: string }[];
}

export async function enter(
  context: Context,
  { body }: InputOf<typeof enterNominations>,
): Promise<EnteredNominations> {
  const { tx, area, today } = context;
  if (!isOneVillage(area)) refuse(oneVillage);
  const pack =
    context.platform.packs.inForce(area, today) ?? refuse(noPackInForce, { area, on: today });
  const { all } = await heldFor(context, area);
  const nomination = nominationOf(pack, all) ?? refuse(noNomination);
  const county = countyNumberOf(area) ?? 0;
  const files = await listAttachments(tx, {
    county,
    area,
    household: null,
    subject: `meeting:${body.meeting}`,
  });
  const held: Held = { pack, nomination, body, files };

  const decided: EnteredNominations['decided'] = [];
  const refused: EnteredNominations['refused'] = [];
  const seen = new Set<string>();
  for (const line of body.lines) {
    const household = await findHousehold(tx, line.household);
    const headName = nameOf(household);
    try {
      const known = isHere(context, household) ? household : refuse(noSuchHousehold);
      if (seen.has(line.household)) refuse(deny(namedTwice, wordsOf(known)));
      seen.add(line.household);
      const one = await decideLine(context, held, { line, household: known });
      decided.push({ household: line.household, headName, ...one });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      const message = { zh: messageOf(problem, 'zh'), en: messageOf(problem, 'en') };
      refused.push({ household: line.household, headName, code: problem.kind.code, message });
    }
  }
  if (decided.length > 0 && files.length > 0) {
    await markAsEvidence(
      tx,
      county,
      files.map(({ id }) => id),
    );
  }
  context.note({
    area,
    subject: `meeting:${body.meeting}`,
    facts: {
      process: nomination.rules.process,
      step: nomination.step.id,
      decided: decided.length,
      refused: refused.length,
    },
  });
  return { decided, refused };
}

function isHere(
  { area }: Context,
  household: StoredHousehold | undefined,
): household is StoredHousehold {
  return household !== undefined && isWithin(household.area, area);
}

interface OneLine {
  readonly line: Line;
  readonly household: StoredHousehold;
}

/** Everything is looked at before the first row of this household is written. */
async function decideLine(
  context: Context,
  held: Held,
  { line, household }: OneLine,
): Promise<{ readonly case: string; readonly outcome: StepRule['title'] }> {
  const { rules, step } = held.nomination;
  await openHousehold(context, household.id);
  const own = await listCasesOfHousehold(context.tx, household);
  const open = own.find((one) => one.process === rules.process && one.step !== null);
  const meeting = meetingOf(held.body, line);
  const verdict = { outcome: line.outcome, reason: line.reason, meeting };
  if (open === undefined) await refuseUnopened(context, held, { household, verdict });
  const id = open?.id ?? (await openFor(context, held, household));
  const loaded = withFiles(await loadCase(context, id, 'locked'), held);
  if (loaded.view.state.step?.id !== step.id) {
    refuse(deny(notAtTheMeeting, { ...wordsOf(household), step: step.title }));
  }
  const act = await enterDecision(context, loaded, verdict);
  const { position } = act;
  const files = held.files.map(({ id: file }) => ({ of: loaded.row, position, file }));
  if (files.length > 0) await insertActFiles(context.tx, files);
  const outcome = step.outcomes.find((one) => one.id === line.outcome)?.title ?? step.title;
  return { case: id, outcome };
}

interface Unopened {
  readonly household: StoredHousehold;
  readonly verdict: {
    readonly outcome: string;
    readonly reason: string;
    readonly meeting: Meeting;
  };
}

/** A household without a case: what would be written is looked at first, application by application. */
async function refuseUnopened(
  context: Context,
  { pack, nomination, files }: Held,
  { household, verdict }: Unopened,
): Promise<void> {
  const { rules, step, before, opens } = nomination;
  if (!opens) refuse(deny(notAtTheMeeting, { ...wordsOf(household), step: step.title }));
  refuseIf(await beginDenial(context, household, rules));
  const { actor, today, now } = context;
  const acts: CaseAct[] = [];
  const add = (kind: CaseAct['kind'], at: string, outcome?: string) =>
    acts.push({
      position: acts.length + 1,
      kind,
      step: at,
      account: actor.account,
      accountName: actor.displayName,
      capacity: '',
      isTyped: kind === 'decide',
      on: today,
      at: now,
      reason: '',
      outcome,
    });
  add('begin', rules.start);
  const asker = {
    account: actor.account,
    role: actor.role,
    held: await heldFor(context, household.area),
  };
  const viewNow = (): CaseView => ({
    rules,
    state: foldCase(rules, acts),
    asker,
    today,
    conditions: new Map(),
    present: new Set(files.map(({ kind }) => kind)),
    checks: [],
    titleOf: (code) => codeTitle(pack, 'actor', code),
  });
  for (const one of before) {
    const outcome = proposalOf(one);
    refuseIf(decideDenial(viewNow(), { outcome, reason: '', capacity: one.actors[0] }));
    add('decide', one.id, outcome);
  }
  refuseIf(decideDenial(viewNow(), { ...verdict, capacity: undefined }));
}

/** The case, with the household's application written down for it. */
async function openFor(
  context: Context,
  { pack, nomination: { rules, before } }: Held,
  { county, id, area }: StoredHousehold,
): Promise<string> {
  const place = { county, household_id: id, area_code: area };
  const opened = await openCase(context, { pack, rules, place });
  for (const step of before) {
    const loaded = await loadCase(context, opened.id, 'locked');
    await enterDecision(context, loaded, {
      outcome: proposalOf(step),
      reason: '',
      capacity: step.actors[0],
    });
  }
  return opened.id;
}

function proposalOf({ outcomes }: StepRule): string {
  return outcomes.find(({ isProposal }) => isProposal)?.id ?? '';
}

/** The files of the meeting are there for each of its cases. */
function withFiles(loaded: LoadedCase, { files }: Held): LoadedCase {
  const present = new Set([
    ...(loaded.view.present ?? []),
    ...files.map(({ kind }) => kind as string),
  ]);
  return { ...loaded, view: { ...loaded.view, present } };
}

function meetingOf({ due, present, secret }: Body, line: Line): Meeting {
  const { against, abstained } = line;
  return { due, present, for: line.for, against, abstained, secret };
}

function nameOf(household: StoredHousehold | undefined): string | null {
  const name = household?.values.headName;
  return typeof name === 'string' ? name : null;
}

function wordsOf(household: StoredHousehold) {
  return { name: nameOf(household) ?? '', no: String(household.values.householdNo ?? '') };
}

function refuseIf(denial: RefusalKind | undefined): void {
  if (denial !== undefined) refuse(denial);
}
