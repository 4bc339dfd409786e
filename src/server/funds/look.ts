// The auditor's rules over all the books of a county, as a job: rule by rule, kept with the moment it began, once
// a day by itself and again whenever somebody who audits asks. Nothing but what was found is written.
import { randomUUID } from 'node:crypto';
import type { lookAtBooks } from '#contract/funds-findings.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { everything } from '#domain/access/scope.ts';
import { findingRules } from '#domain/funds/finding.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { type AreaCode, areaCode, countyDigits, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { askedHere } from './findings.ts';
import {
  deleteLook,
  findCountyToLookAt,
  insertLook,
  keepRows,
  keepRule,
  type LookKey,
  listLooks,
  settleLook,
} from './kept-finding.store.ts';
import { brokenRules } from './rules/broken-rules.ts';

export const lookKind = 'funds.look';

interface Input extends LookKey {
  readonly area: string;
}

export function lookJob(platform: Platform): JobKind {
  return {
    kind: lookKind,
    run: (work) => look(platform, work),
    abandoned: async (tx, { input }) => deleteLook(tx, (input as Input).county, 'running'),
  };
}

async function look(platform: Platform, work: Work): Promise<unknown> {
  const input = work.input as Input;
  const total = findingRules.length;
  let found = 0;
  for (let at = (work.checkpoint as number | null) ?? 0; at < total; at += 1) {
    found += await work.chunk(async (tx) => {
      const result = await keepOne({ platform, tx }, input, at);
      const done = at + 1;
      return { result, progress: { done, total, step: 'funds.looking', checkpoint: done } };
    });
  }
  return { found };
}

interface Looking {
  readonly platform: Pick<Platform, 'clock' | 'packs'>;
  readonly tx: Tx;
}

/** The rule of this number; the look is whole with the last one. */
async function keepOne({ platform, tx }: Looking, input: Input, at: number): Promise<number> {
  const rule = findingRules[at];
  if (rule === undefined) return 0;
  const here = { tx, platform, area: areaCode(input.area), today: platform.clock.today() };
  const found =
    rule === 'ratioBroken'
      ? await keepRows(tx, input, rule, await brokenRules(here))
      : await keepRule(tx, input, rule, askedHere(here, here.area));
  if (at === findingRules.length - 1) await settleLook(tx, input);
  return found;
}

export async function lookAgain(
  context: Context,
  { body }: InputOf<typeof lookAtBooks>,
): Promise<OutputOf<typeof lookAtBooks>> {
  const { tx, platform, actor, scope } = context;
  const area = areaCode(body.area);
  if (area.length !== countyDigits) refuse(orderRefusals.countyNeeded);
  const by = { account: actor.account, name: actor.displayName, scope };
  const job = await beginLook(platform, tx, area, by);
  context.note({ area, subject: `job:${job}` });
  return { job };
}

interface Asking {
  readonly account: string | null;
  readonly name: string;
  readonly scope: Context['scope'];
}

/** Enters the look and its job together; one that is under way is the one that was asked for. */
async function beginLook(
  platform: Platform,
  tx: Tx,
  area: AreaCode,
  { account, name, scope }: Asking,
): Promise<string> {
  const county = countyNumberOf(area) ?? refuse(orderRefusals.countyNeeded);
  const now = platform.clock.now();
  const [id, job] = [platform.newId(county), randomUUID()];
  const isNew = await insertLook(tx, {
    county,
    id,
    area_code: area,
    job,
    true_on: platform.clock.today(),
    begun_at: now,
    account_name: name,
  });
  if (!isNew) {
    const running = (await listLooks(tx, area)).find(({ state }) => state === 'running');
    return running?.job ?? refuse(orderRefusals.countyNeeded);
  }
  const input: Input = { county, id, area };
  await platform.jobs.enqueue(tx, {
    id: job,
    kind: lookKind,
    areaCode: area,
    account,
    scope,
    input,
    now,
  });
  return job;
}

/** Looks at a county in the caller's transaction, where there is no time to wait for a job. */
export async function lookNow(
  looking: Looking,
  { id, county, area, now }: Input & { readonly now: string },
): Promise<void> {
  const input: Input = { county, id, area };
  await insertLook(looking.tx, {
    ...input,
    area_code: area,
    job: null,
    true_on: looking.platform.clock.today(),
    begun_at: now,
    account_name: '',
  });
  for (const at of findingRules.keys()) await keepOne(looking, input, at);
}

const pauseMilliseconds = 60_000;

/** Begins the day's look of the next county that has money in its books; undefined where none is due. */
export async function lookWhereDue(platform: Platform): Promise<string | undefined> {
  const asSystem = { account: null, name: '', scope: everything };
  return inScope(platform.db, everything, async (tx) => {
    const county = await findCountyToLookAt(tx, platform.clock.today());
    if (county !== undefined) await beginLook(platform, tx, areaCode(county), asSystem);
    return county;
  });
}

export function startLooking(platform: Platform): () => Promise<void> {
  return untilStopped(() => lookWhereDue(platform), pauseMilliseconds);
}
