// What is done with a project, act by act: each is judged by the same rules its page shows, appended to its
// history, and moves its step.
import type {
  doProjectAct,
  judgeProject,
  ProjectActBody,
  ProjectVerdictBody,
} from '#contract/funds-project-acts.ts';
import type { Project } from '#contract/funds-projects.ts';
import type { InputOf } from '#contract/route.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import {
  acceptanceDenial,
  applicationDenial,
  settleDenial,
  stepDenial,
  stopDenial,
  tenderDenial,
} from '#domain/funds/projects/act-denials.ts';
import { stepAfter } from '#domain/funds/projects/project.ts';
import * as refusals from '#domain/funds/projects/project-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { fundWordsHere } from '../fund-words.ts';
import { isGuarded } from '../rules/rule-standings.ts';
import { actOf, type LoadedProject, loadProject, openProject, sumOf } from './load-project.ts';
import { type ProjectChange, updateProject } from './project.store.ts';
import { appendAct, reachMilestone, reportOutputs } from './project-part.store.ts';
import { rulesHere } from './project-rules.ts';
import { levelDenial, projectView } from './project-view.ts';

type Act = ProjectActBody | ProjectVerdictBody;

export async function actOnProject(
  context: Context,
  { params, body }: InputOf<typeof doProjectAct>,
): Promise<Project> {
  return carryOn(context, params.id, body);
}

export async function judgeOfProject(
  context: Context,
  { params, body }: InputOf<typeof judgeProject>,
): Promise<Project> {
  if (!body.passes && body.note === '') refuse(orderRefusals.reasonNeeded);
  return carryOn(context, params.id, body);
}

async function carryOn(context: Context, id: string, body: Act): Promise<Project> {
  const { tx, actor, now, today } = context;
  const row = await openProject(context, id, 'locked');
  const loaded = await loadProject(tx, row);
  const on = plainDate(body.on);
  if (on > today) refuse(orderRefusals.dayAhead, { on, today });
  const denial =
    stepDenial(loaded.facts, body.act, actor.account) ?? denialOf(context, loaded, body);
  if (denial !== undefined) refuse(denial);

  const { act: kind, on: _on, ...facts } = body;
  const done = {
    kind,
    done_on: on,
    passes: !('passes' in body) || body.passes,
    milestone_id: 'milestone' in body ? body.milestone : null,
    facts,
    account: actor.account,
    account_name: actor.displayName,
    office: actor.title,
    recorded_at: now,
  };
  await appendAct(tx, row, done);
  const step = stepAfter(loaded.facts.state.step, actOf({ ...done, position: 0 }));
  await updateProject(tx, row, {
    step,
    ...(step === row.step ? {} : { step_on: on }),
    ...changeBy(body, loaded),
    version: row.version + 1,
    changed_by_name: actor.displayName,
  });
  if (body.act === 'check') {
    await reachMilestone(tx, row.county, body.milestone, body.passes ? on : null);
  }
  if (body.act === 'report') await reportOutputs(tx, row, body.outputs);
  context.note({
    area: areaCode(row.area_code),
    subject: `project:${row.id}`,
    facts: { act: kind, passes: done.passes },
  });
  return projectView(context, row.id);
}

function denialOf(context: Context, loaded: LoadedProject, body: Act): RefusalKind | undefined {
  const { facts, sums, row } = loaded;
  switch (body.act) {
    case 'apply':
      return applicationDenial(facts) ?? modeDenial(context, loaded);
    case 'approve':
      return body.passes
        ? levelDenial(context, row, fundWordsHere(context, areaCode(row.area_code)))
        : undefined;
    case 'tender': {
      const { tenderFrom } = rulesHere(context, areaCode(row.area_code));
      return tenderDenial(
        facts,
        { isPublic: body.isPublic, amount: BigInt(body.amount) },
        tenderFrom === null ? null : BigInt(tenderFrom),
      );
    }
    case 'report':
      refuseOddOutputs(loaded, body);
      return undefined;
    case 'check':
      return facts.milestones.some(({ id }) => id === body.milestone)
        ? undefined
        : refusals.noSuchMilestone;
    case 'accept':
      return body.passes
        ? acceptanceDenial(facts, { amount: BigInt(body.amount), paid: sumOf(sums, 'spent') })
        : undefined;
    case 'settle':
      return settleDenial(BigInt(row.accepted_fen ?? 0), sumOf(sums, 'spent'));
    case 'stop':
      return stopDenial(sumOf(sums, 'allocated'));
    default:
      return undefined;
  }
}

/** Money whose rule asks for it is spent on projects that are built first. */
function modeDenial(context: Context, { row, lines }: LoadedProject): RefusalKind | undefined {
  const words = fundWordsHere(context, areaCode(row.area_code));
  for (const { row: rule } of words.pack?.rows.fundRules ?? []) {
    if (!isGuarded(rule) || rule.asks !== 'buildThenSubsidize' || row.mode === rule.asks) continue;
    const line = lines.find(({ source }) => rule.selects?.sources?.includes(source) ?? false);
    if (line === undefined) continue;
    return deny(orderRefusals.modeAsked, {
      rule: rule.title,
      source: words.source(line.source).title,
    });
  }
  return undefined;
}

function refuseOddOutputs(
  { outputs }: LoadedProject,
  { outputs: given }: Extract<Act, { act: 'report' }>,
): void {
  for (const { position, added, total } of given) {
    const own = outputs.find((one) => one.position === position);
    if (own === undefined) refuse(refusals.noSuchOutput, { position });
    else if (total < added) refuse(refusals.totalBelowNew, { output: own.product, added, total });
  }
}

/** What the row keeps of an act, so that lists need not read the acts. */
function changeBy(body: Act, { row }: LoadedProject): ProjectChange {
  switch (body.act) {
    case 'apply':
      return { applied_on: body.on };
    case 'tender':
      return { contractor: body.contractor, contract_fen: body.amount };
    case 'report':
      return {
        percent: body.percent,
        workers: row.workers + body.workers,
        wages_fen: row.wages_fen + body.wages,
      };
    case 'accept':
      return body.passes ? { accepted_fen: body.amount, percent: 100 } : {};
    case 'handOver':
      return { actual_effect: body.effect };
    default:
      return {};
  }
}
