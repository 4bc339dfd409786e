import { type AreaCode, areaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchRun } from '#domain/targeting/refusals.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import {
  deleteScores,
  findRun,
  finishRun,
  insertRun,
  listTallies,
  scoreRange,
  tallyRun,
} from './score.store.ts';
import { getSheetInForce, sheetSqlOf } from './sheet-in-force.ts';

export const scoreAreaKind = 'targeting.score';

/** Points beyond the cut-off within which a second visit can change the decision. */
export const nearPoints = 5;

interface Input {
  readonly run: string;
  readonly area: string;
  readonly asOf: string;
}

export async function startScoring(
  context: Context,
  area: AreaCode,
): Promise<{ run: string; job: string }> {
  const { tx, today, now, actor, scope, platform } = context;
  const { pack, sheet } = getSheetInForce(platform.packs, area, today);

  const run = context.newId(0);
  const input: Input = { run, area, asOf: today };

  const job = await platform.jobs.enqueue(tx, {
    kind: scoreAreaKind,
    areaCode: area,
    account: actor.account,
    scope,
    input,
    now,
  });
  await insertRun(tx, {
    id: run,
    area_code: area,
    pack: pack.id,
    pack_version: pack.edition,
    sheet: sheet.sheet.id,
    as_of: today,
    state: 'running',
    job,
    cut_off: sheet.cutOff,
    account: actor.account,
    started_at: now,
  });
  context.note({ area, subject: `run:${run}`, facts: { pack: pack.id, version: pack.edition } });

  return { run, job };
}

export function scoreAreaJob(platform: Platform): JobKind {
  return {
    kind: scoreAreaKind,
    run: (work) => scoreArea(platform, work),
    abandoned: async (tx, { input }, state) => {
      const { run } = input as Input;
      await deleteScores(tx, run);
      await finishRun(tx, run, { state, now: platform.clock.now() });
    },
  };
}

async function scoreArea(platform: Platform, work: Work): Promise<unknown> {
  const input = work.input as Input;
  const area = areaCode(input.area);
  const asOf = plainDate(input.asOf);
  const plan = await inScope(platform.db, work.scope, async (tx) => {
    const inForce = getSheetInForce(platform.packs, area, asOf);
    return { inForce, sheet: sheetSqlOf(inForce), parts: await partsOf(tx, area, asOf) };
  });
  const first = (work.checkpoint as number | null) ?? 0;
  for (const [index, part] of plan.parts.entries()) {
    if (index < first) continue;
    await work.chunk(async (tx) => {
      await scoreRange(tx, { run: input.run, span: spanOf(part), sheet: plan.sheet });
      const done = index + 1;
      return {
        result: undefined,
        progress: { done, total: plan.parts.length, step: 'targeting.scoring', checkpoint: done },
      };
    });
  }
  return work.chunk(async (tx) => {
    const run = (await findRun(tx, input.run)) ?? refuse(noSuchRun);
    await tallyRun(tx, {
      run: run.id,
      cutOff: run.cut_off,
      near: nearPoints,
      lengths: [2, 4, 6, 9].filter((length) => length >= area.length || length === 9),
    });
    const tallies = await listTallies(tx, run.id, [area]);
    await finishRun(tx, run.id, { state: 'done', tallies, now: platform.clock.now() });
    const total = plan.parts.length;
    return { result: { run: run.id }, progress: { done: total, total, step: 'targeting.done' } };
  });
}

/** Parts that are scored one after another: the areas below, so that progress moves and locks are short. */
async function partsOf(tx: Tx, area: AreaCode, on: PlainDate): Promise<readonly AreaCode[]> {
  const level = levelOf(area);
  if (level === 'village' || level === 'hamlet' || level === 'group') return [area];
  const children = await listAreaChildren(tx, area, on);
  if (children.length === 0) return [area];
  if (level !== 'province') return children.map((child) => child.code);
  const below = await Promise.all(children.map((child) => listAreaChildren(tx, child.code, on)));
  return below.flat().map((child) => child.code);
}
