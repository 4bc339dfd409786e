// Rosters of a step: what waits, households with doubts first, and the sheet that is signed in one
// transaction. Each household has its own verdict: one that went on meanwhile is told, the others stand.
import {
  type getOpenRoster,
  type listRosters,
  type RosterLine,
  rosterMost,
  type SignedRoster,
  type signRoster,
} from '#contract/casework-rosters.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type Held, heldAt } from '#domain/access/office.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { foldCase, standingSignatures } from '#domain/casework/case-state.ts';
import { doubtsOf } from '#domain/casework/doubts.ts';
import { type CaseView, capacitiesOf, standingDenial } from '#domain/casework/permit.ts';
import { actedMeanwhile } from '#domain/casework/refusals.ts';
import { alsoSigns } from '#domain/casework/signing.ts';
import { notARoster, notAtThisStep, rosterEmpty } from '#domain/casework/signing-refusals.ts';
import { type AreaCode, areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, messageOf, Refusal, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import { enterDecision } from './act-on-case.ts';
import type { HouseholdQueueRecord } from './case.store.ts';
import { ownWords } from './case-row-view.ts';
import { wordsOf } from './case-view.ts';
import { findRules, type LoadedCase, loadCase } from './load-case.ts';
import {
  beginLine,
  countWaiting,
  insertRoster,
  listActsOf,
  listRostersIn,
  listWaiting,
  undoLine,
} from './roster.store.ts';
import { rosterTitles, unitName } from './signatures.ts';
import { signatureView } from './signing-view.ts';

const shownSheets = 50;
const digitsOf: Readonly<Record<string, number>> = { township: 9, county: 6, city: 4, province: 2 };

export async function rosters(context: Context): Promise<OutputOf<typeof listRosters>> {
  const { tx, area } = context;
  const words = await ownWords(context);
  const open = new Map<string, OutputOf<typeof listRosters>['open'][number]>();
  for (const row of await countWaiting(tx, { area, words })) {
    const rules = findRules(context, row)?.rules;
    const step = rules?.steps.find(({ id }) => id === row.step);
    if (rules === undefined || step?.isRoster !== true) continue;
    const unit = row.place.slice(0, digitsOf[step.level] ?? 9);
    const key = `${row.process}.${row.step}.${unit}`;
    open.set(key, {
      process: { id: row.process, title: rules.title },
      step: { id: step.id, title: step.title },
      area: unit,
      areaName: await unitName(context, unit),
      households: (open.get(key)?.households ?? 0) + row.households,
    });
  }
  const sheets = await listRostersIn(tx, area, shownSheets);
  const signed = [];
  for (const sheet of sheets) {
    const { step, capacity } = rosterTitles(context, sheet);
    signed.push({
      id: sheet.id,
      step,
      capacity,
      areaName: await unitName(context, sheet.area_code),
      by: sheet.account_name,
      on: plainDate(sheet.signed_on),
      signed: sheet.signed,
      leftOut: sheet.left_out,
    });
  }
  return { open: [...open.values()], signed };
}

export async function openRoster(
  context: Context,
  { query }: InputOf<typeof getOpenRoster>,
): Promise<OutputOf<typeof getOpenRoster>> {
  const { tx, area, today } = context;
  const asked = { area, process: query.process, step: query.step, limit: rosterMost };
  const { total, rows } = await listWaiting(tx, asked);
  const views = await viewsOf(context, rows);
  const placeOf = await nameAreas(
    tx,
    rows.map((row) => areaCode(row.area_code)),
    today,
  );
  const capacities = new Map<string, Bilingual>();
  let step: StepRule | null = null;
  const items: RosterLine[] = [];
  for (const { row, view } of views) {
    const open = view.state.step;
    if (open?.isRoster !== true) refuse(deny(notARoster, { step: open?.title ?? query.step }));
    step = open;
    for (const code of capacitiesOf(view)) capacities.set(code, view.titleOf(code));
    items.push(lineOf(row, view, placeOf(row.area_code).village));
  }
  const back = step?.outcomes.find(({ needsReason }) => needsReason);
  return {
    step: step?.title ?? stepTitle(context, query),
    areaName: await unitName(context, area),
    capacities: [...capacities].map(([code, title]) => ({ code, title })),
    leftOut: back?.title ?? null,
    total,
    items,
  };
}

/** Of a roster on which nobody waits, by the rules in force; what they do not know is not repeated. */
function stepTitle(
  { platform, area, today }: Context,
  { process, step }: InputOf<typeof getOpenRoster>['query'],
): Bilingual {
  const pack = platform.packs.inForce(area, today);
  const known = pack?.rows.processes.find(({ row }) => row.id === process)?.row;
  return known?.steps.find(({ id }) => id === step)?.title ?? { zh: '', en: '' };
}

function lineOf(row: HouseholdQueueRecord, view: CaseView, village: string): RosterLine {
  const { state, rules } = view;
  const { step } = state;
  return {
    case: row.id,
    household: row.household_id,
    householdNo: row.household_no,
    headName: row.head_name,
    village,
    position: state.position,
    doubts: doubtsOf(rules, state).map(({ kind, text }) => ({ kind, text })),
    signatures: standingSignatures(state).map((one) => signatureView(view, one.step, one.act)),
    barred: step === null ? null : wordsOf(standingDenial(view, step, undefined)),
  };
}

/** Each case as it stands, without what only its conditions need. */
async function viewsOf(
  context: Context,
  rows: readonly HouseholdQueueRecord[],
): Promise<readonly { readonly row: HouseholdQueueRecord; readonly view: CaseView }[]> {
  const { tx, actor, today } = context;
  const acts = await listActsOf(tx, rows);
  const areas = [...new Set(rows.map((row) => areaCode(row.area_code)))];
  const offices = await listOfficesOver(tx, areas, today);
  const held = new Map<string, Held>();
  const heldIn = (area: AreaCode): Held => {
    const known = held.get(area) ?? heldAt(offices, { account: actor.account, area, on: today });
    held.set(area, known);
    return known;
  };
  return rows.flatMap((row) => {
    const named = findRules(context, row);
    if (named === undefined) return [];
    const { pack, rules } = named;
    const view: CaseView = {
      rules,
      state: foldCase(rules, acts.get(row.id) ?? []),
      today,
      asker: { account: actor.account, role: actor.role, held: heldIn(areaCode(row.area_code)) },
      conditions: new Map(),
      titleOf: (code) => codeTitle(pack, 'actor', code),
    };
    return [{ row, view }];
  });
}

export async function sign(
  context: Context,
  { body }: InputOf<typeof signRoster>,
): Promise<SignedRoster> {
  const { tx, actor, today, now } = context;
  const area = areaCode(body.area);
  if (body.lines.length === 0) refuse(rosterEmpty);
  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const refused: SignedRoster['refused'] = [];
  let first:
    | { readonly loaded: LoadedCase; readonly also: readonly string[]; readonly as: string }
    | undefined;
  const done = { sign: 0, leaveOut: 0 };
  // In one order for everybody, so that two rosters with the same households do not lock each other out.
  for (const line of [...body.lines].sort((left, right) => (left.case < right.case ? -1 : 1))) {
    await beginLine(tx);
    try {
      const loaded = await loadCase(context, line.case, 'locked');
      const step = lineStep(loaded, body, line.seen);
      const outcome = step.outcomes.find((one) =>
        line.verdict === 'sign' ? one.isProposal : one.needsReason,
      );
      const capacity = body.capacity ?? capacitiesOf(loaded.view)[0];
      const also = capacity === undefined ? [] : alsoSigns(loaded.view, capacity);
      const { reason } = line;
      await enterDecision(context, loaded, {
        outcome: outcome?.id ?? '',
        capacity,
        reason,
        roster: id,
      });
      first ??= { loaded, also, as: capacity ?? '' };
      done[line.verdict] += 1;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      await undoLine(tx);
      const message = { zh: messageOf(problem, 'zh'), en: messageOf(problem, 'en') };
      refused.push({ case: line.case, code: problem.kind.code, message });
    }
  }
  if (first !== undefined) {
    const { pack, pack_edition, process } = first.loaded.row;
    await insertRoster(tx, {
      county,
      id,
      area_code: area,
      pack,
      pack_edition,
      process,
      step: body.step,
      account: actor.account,
      account_name: actor.displayName,
      capacity: first.as,
      also: [...first.also],
      signed_on: today,
      recorded_at: now,
      signed: done.sign,
      left_out: done.leaveOut,
    });
  }
  context.note({
    area,
    subject: `roster:${id}`,
    facts: { process: body.process, step: body.step, ...done, refused: refused.length },
  });
  return {
    id: first === undefined ? null : id,
    signed: done.sign,
    leftOut: done.leaveOut,
    refused,
  };
}

/** The open step of one line, where the household still stands as it was seen. */
function lineStep(
  { row, view, acts }: LoadedCase,
  { process, step, area }: InputOf<typeof signRoster>['body'],
  seen: number,
): StepRule {
  const { state, rules } = view;
  const open = state.step;
  const asked = rules.steps.find(({ id }) => id === step);
  const isHere = row.process === process && isWithin(areaCode(row.area_code), areaCode(area));
  if (open === null || open.id !== step || !isHere) {
    return refuse(deny(notAtThisStep, { step: asked?.title ?? step }));
  }
  if (open.isRoster !== true) return refuse(deny(notARoster, { step: open.title }));
  if (state.position !== seen) {
    return refuse(deny(actedMeanwhile, { who: acts.at(-1)?.accountName ?? '', step: open.title }));
  }
  return open;
}
