// A sheet over many households of one step, signed in one transaction: the cases are read in a few statements,
// each is looked at by its own rules, and what they come to is stored together. Each household has its own
// verdict: one that went on meanwhile is told, the others stand.
import { setImmediate } from 'node:timers/promises';
import type { SignedRoster, signRoster } from '#contract/casework-rosters.ts';
import type { InputOf } from '#contract/route.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import type { StepRule } from '#domain/casework/case-rules.ts';
import { capacitiesOf, decideDenial, isTyped } from '#domain/casework/permit.ts';
import { actedMeanwhile, noSuchCase } from '#domain/casework/refusals.ts';
import { alsoSigns } from '#domain/casework/signing.ts';
import { notARoster, notAtThisStep, rosterEmpty } from '#domain/casework/signing-refusals.ts';
import { areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { messageOf, Refusal, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { type Decided, storeDecided } from './decide-chunk.ts';
import { type BulkCase, loadCases } from './load-cases.ts';
import { insertRoster } from './roster.store.ts';
import { guardDenial } from './step-guard.ts';

type Body = InputOf<typeof signRoster>['body'];
type Line = Body['lines'][number];

/** Households looked at before others get their turn. */
const breathAfter = 20;

export async function sign(context: Context, { body }: { body: Body }): Promise<SignedRoster> {
  const { tx, platform, actor, today, now } = context;
  const area = areaCode(body.area);
  if (body.lines.length === 0) refuse(rosterEmpty);
  const county = countyNumberOf(area) ?? 0;
  const id = context.newId(county);
  const ids = [...new Set(body.lines.map((line) => line.case))];
  const cases = new Map(await loadCases(tx, { platform, actor, today }, ids));

  const refused: SignedRoster['refused'] = [];
  const decided: Decided[] = [];
  const done = { sign: 0, leaveOut: 0 };
  for (const [index, line] of body.lines.entries()) {
    if (index % breathAfter === breathAfter - 1) await setImmediate();
    try {
      const found = cases.get(line.case) ?? refuse(noSuchCase);
      decided.push({ ...found, act: await actOf(context, found, { body, line, roster: id }) });
      done[line.verdict] += 1;
      // A household that is named twice has one verdict.
      cases.set(line.case, { ...found, view: passed(found) });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      const message = { zh: messageOf(problem, 'zh'), en: messageOf(problem, 'en') };
      refused.push({ case: line.case, code: problem.kind.code, message });
    }
  }
  await storeDecided(tx, { request: { platform, actor, today }, decided, now });

  const [first] = decided;
  if (first !== undefined) {
    const { pack, pack_edition, process } = first.row;
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
      capacity: first.act.capacity,
      also: [...(first.act.also ?? alsoSigns(first.view, first.act.capacity))],
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

/** As it stands once this sheet has its verdict. */
function passed({ view }: BulkCase): BulkCase['view'] {
  return { ...view, state: { ...view.state, position: view.state.position + 1 } };
}

/** The act of one line, or the refusal of the rule that forbids it; nothing is written here. */
async function actOf(
  context: Context,
  found: BulkCase,
  { body, line, roster }: { readonly body: Body; readonly line: Line; readonly roster: string },
): Promise<CaseAct> {
  const { actor, today, now } = context;
  const { view } = found;
  const step = lineStep(found, body, line.seen);
  const proposed = step.outcomes.find((one) =>
    line.verdict === 'sign' ? one.isProposal : one.needsReason,
  );
  const outcome = proposed?.id ?? '';
  const capacity = body.capacity ?? capacitiesOf(view)[0];
  const { reason } = line;
  const denial =
    decideDenial(view, { outcome, reason, capacity }) ??
    (await guardDenial(context, found, outcome));
  if (denial !== undefined) refuse(denial);
  const isSignature = step.kind === 'signOff' && outcome === step.outcomes[0]?.id;
  return {
    position: view.state.position + 1,
    kind: isSignature ? 'sign' : 'decide',
    step: step.id,
    account: actor.account,
    accountName: actor.displayName,
    capacity: capacity ?? '',
    also: isSignature ? alsoSigns(view, capacity ?? '') : [],
    isTyped: isTyped(step, capacity ?? '', view.asker),
    on: today,
    at: now,
    reason,
    outcome,
    roster,
  };
}

/** The open step of one line, where the household still stands as it was seen. */
function lineStep(
  { row, view, acts }: BulkCase,
  { process, step, area }: Body,
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
