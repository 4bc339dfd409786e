// A proposal is asked for, computed as a job, and stands until people confirm it or put it away.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { proposePairs } from '#contract/workforce-proposals.ts';
import { type AreaCode, areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { isAway } from '#domain/workforce/cover.ts';
import { type FitHousehold, fitOf } from '#domain/workforce/pair-fit.ts';
import type { ModelHelper } from '#domain/workforce/pairing-model.ts';
import {
  countyNeeded,
  nobodyToPair,
  noQuotaRule,
  nothingToPair,
} from '#domain/workforce/pairing-refusals.ts';
import { positionsOf } from '#domain/workforce/place-positions.ts';
import { householdQuota, missingFor, type QuotaRule } from '#domain/workforce/quota.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { listNeeding, listPositions } from './coverage.store.ts';
import { listHelpersOf, listKin } from './helper-roll.store.ts';
import { asFit } from './load-helper.ts';
import { insertProposal, insertProposed, updateProposal } from './proposal.store.ts';
import { rulesHere } from './rules-here.ts';
import { solveInProcess } from './solve-in-process.ts';
import type { PairingTask } from './solve-pairing.ts';

export const pairingKind = 'workforce.pairing';

interface Input {
  readonly proposal: string;
  readonly area: string;
  readonly asOf: string;
}

export async function propose(
  context: Context,
  { body }: InputOf<typeof proposePairs>,
): Promise<OutputOf<typeof proposePairs>> {
  const { tx, today, now, actor, scope, platform } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(countyNeeded);
  const { quota } = rulesHere(context, area);
  if (quota === undefined) return refuse(noQuotaRule);
  const task = await taskOf(tx, { area, county, quota, today });
  if (task.households.length === 0) refuse(nothingToPair);
  if (task.helpers.every(({ room }) => room === 0)) {
    const { byRank } = missingFor(quota, task.households.length);
    const said = (language: 'zh' | 'en') =>
      byRank.map(({ title, helpers }) => `${title[language]} ${helpers}`).join(' / ');
    refuse(
      deny(nobodyToPair, {
        households: task.households.length,
        missing: { zh: `需要：${said('zh')}。`, en: `Needed: ${said('en')}.` },
      }),
    );
  }
  const id = context.newId(county);
  const input: Input = { proposal: id, area, asOf: today };
  const job = await platform.jobs.enqueue(tx, {
    kind: pairingKind,
    areaCode: area,
    account: actor.account,
    scope,
    input,
    now,
  });
  await insertProposal(tx, {
    county,
    id,
    area_code: area,
    state: 'computing',
    made_by: actor.account,
    made_by_name: actor.displayName,
    made_at: now,
    job,
    households: task.households.length,
  });
  context.note({
    area,
    subject: `proposal:${id}`,
    facts: { households: task.households.length },
  });
  return { id, job };
}

interface Asked {
  readonly area: AreaCode;
  readonly county: number;
  readonly quota: QuotaRule;
  readonly today: PlainDate;
}

/** Everything the solver looks at, under the scope of whoever asks. */
async function taskOf(tx: Tx, { area, county, quota, today }: Asked): Promise<PairingTask> {
  const span = spanOf(area);
  const needing = await listNeeding(tx, { county, span });
  const helpers = (await listHelpersOf(tx, { span: spanOf(areaCode(area.slice(0, 6))) })).map(
    (row): ModelHelper => {
      const one = asFit(row);
      const room = Math.max(0, householdQuota(quota, one.rank) - one.households);
      return { ...one, room: isAway(one, today) ? 0 : room };
    },
  );
  const kin = await listKin(tx, county, { helpers: helpers.map(({ id }) => id) });
  return {
    helpers,
    households: needing.map(
      (row): FitHousehold => ({
        id: row.id,
        area: row.area_code,
        headName: '',
        people: row.people,
        lastHelper: row.last_helper,
      }),
    ),
    kin: kin.map((one) => ({ helper: one.helper_id, household: one.household_id })),
    quota,
    today,
    outlines: await listPositions(tx, spanOf(areaCode(area.slice(0, 6)))),
  };
}

export function pairingJob(platform: Platform): JobKind {
  return {
    kind: pairingKind,
    run: (work) => computePairs(platform, work),
    abandoned: async (tx, { input }) => {
      const { proposal, area } = input as Input;
      const county = countyNumberOf(areaCode(area)) ?? 0;
      await updateProposal(tx, { county, id: proposal }, { state: 'failed' });
    },
  };
}

async function computePairs(platform: Platform, work: Work): Promise<unknown> {
  const input = work.input as Input;
  const area = areaCode(input.area);
  const today = plainDate(input.asOf);
  const county = countyNumberOf(area) ?? 0;
  const { quota } = rulesHere({ platform, today }, area);
  if (quota === undefined) return refuse(noQuotaRule);
  const task = await inScope(platform.db, work.scope, (tx) =>
    taskOf(tx, { area, county, quota, today }),
  );
  const total = task.households.length;
  await work.report({ done: 0, total, step: 'workforce.solving' });
  const solved = await solveInProcess(task);
  const left = total - solved.pairs.length;
  return work.chunk(async (tx) => {
    const key = { county, id: input.proposal };
    await insertProposed(tx, key, rowsOf(task, solved.pairs));
    await updateProposal(tx, key, {
      state: 'open',
      paired: solved.pairs.length,
      cost: solved.cost,
      bound: solved.bound,
      ...(left === 0 ? {} : { missing: missingFor(quota, left) }),
    });
    return {
      result: { proposal: input.proposal, paired: solved.pairs.length, left },
      progress: { done: total, total, step: 'workforce.done' },
    };
  });
}

function rowsOf(task: PairingTask, pairs: readonly { household: string; helper: string }[]) {
  const helpers = new Map(task.helpers.map((one) => [one.id, one]));
  const helperOf = new Map(pairs.map((pair) => [pair.household, helpers.get(pair.helper)]));
  const { quota, today } = task;
  const rules = { quota, today, isKin: () => false, positionOf: positionsOf(task.outlines) };
  return task.households.map((household) => {
    const helper = helperOf.get(household.id);
    return {
      household: household.id,
      area: household.area,
      helper: helper?.id ?? null,
      helperName: helper?.name ?? null,
      why: helper === undefined ? {} : fitOf(helper, household, rules),
    };
  });
}
