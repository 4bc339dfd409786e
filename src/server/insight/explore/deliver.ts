// Sends what is due by the clock: for each account in its own scope and language, so that nobody is sent
// what they may not open themselves. A round that was cut off goes on where it stopped.
import { createHash } from 'node:crypto';
import { ExploreQuestion } from '#contract/insight-explore.ts';
import { type Actor, may, scopeOf } from '#domain/access/actor.ts';
import { everything } from '#domain/access/scope.ts';
import { type Every, nextAfter } from '#domain/insight/explore/clock.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { type AccountRow, findAccount } from '#server/access/account.store.ts';
import { inScope } from '#server/database/connect.ts';
import { untilStopped } from '#server/kernel/until-stopped.ts';
import type { Platform } from '#server/platform.ts';
import { fileOf } from './exploration-file.ts';
import { explorationOf } from './explore.ts';
import {
  findView,
  insertDelivery,
  listDueSchedules,
  markSent,
  type ScheduleRow,
  type ViewRow,
  wasDelivered,
} from './view.store.ts';
import { areaFor } from './views.ts';

const pauseMilliseconds = 10_000;

export function startDelivering(platform: Platform): () => Promise<void> {
  return untilStopped(() => deliverDue(platform), pauseMilliseconds);
}

/** One round; how many files were sent. */
export async function deliverDue(platform: Platform): Promise<number> {
  const today = platform.clock.today();
  const due = await inScope(platform.db, everything, (tx) => listDueSchedules(tx, today), 'read');
  let sent = 0;
  for (const schedule of due) sent += await deliver(platform, schedule);
  return sent;
}

async function deliver(platform: Platform, schedule: ScheduleRow): Promise<number> {
  const today = platform.clock.today();
  const key = { county: schedule.county, id: schedule.view_id };
  const [view, accounts] = await inScope(
    platform.db,
    everything,
    async (tx) => {
      const found: AccountRow[] = [];
      for (const id of schedule.accounts) {
        const account = await findAccount(tx, id);
        if (account !== undefined) found.push(account);
      }
      return [await findView(tx, key), found] as const;
    },
    'read',
  );
  let delivered = 0;
  for (const account of view === undefined ? [] : accounts) {
    if (view !== undefined && (await send(platform, { schedule, view, account }))) delivered += 1;
  }
  await inScope(platform.db, everything, (tx) =>
    markSent(tx, schedule, {
      next_on: nextAfter(schedule.every as Every, today),
      last_on: today,
      delivered,
      left_out: schedule.accounts.length - delivered,
    }),
  );
  return delivered;
}

interface Sending {
  readonly schedule: ScheduleRow;
  readonly view: ViewRow;
  readonly account: AccountRow;
}

/** False where the account may not be sent it any more, or sees nothing of the area. */
async function send(platform: Platform, { schedule, view, account }: Sending): Promise<boolean> {
  const actor = actorOf(account);
  const area = areaFor(actor, areaCode(view.area_code));
  if (account.disabledAt !== null || area === undefined) return false;
  if (!may(actor, 'insight.receive') || actor.households !== null) return false;
  const [today, now] = [platform.clock.today(), platform.clock.now()];
  const scope = scopeOf(actor);
  try {
    return await inScope(platform.db, scope, async (tx) => {
      const once = { schedule: schedule.id, account: actor.account, day: today };
      if (await wasDelivered(tx, once)) return true;
      const { language } = actor;
      const allowed = (permission: Parameters<typeof may>[1]) => may(actor, permission);
      const asking = { tx, area, today, now, scope, platform, actor, language, may: allowed };
      const exploration = await explorationOf(asking, ExploreQuestion.parse(view.question));
      const format = schedule.format === 'xlsx' ? 'xlsx' : 'pdf';
      const file = Buffer.from(await fileOf(asking, exploration, format));
      const county = countyNumberOf(actor.area) ?? 0;
      await insertDelivery(tx, {
        county,
        id: platform.newId(county),
        area_code: actor.area,
        schedule_id: schedule.id,
        account: actor.account,
        title: view.title,
        format,
        data_day: today,
        made_at: now,
        masked: exploration.masked,
        digest: createHash('sha256').update(file).digest(),
        file,
      });
      return true;
    });
  } catch (problem) {
    // What cannot be asked for this account's area is left out and counted so.
    if (problem instanceof Refusal) return false;
    throw problem;
  }
}

function actorOf(account: AccountRow): Actor {
  const { id, username, displayName, title, role, area, areas, households, language } = account;
  return { account: id, username, displayName, title, role, area, areas, households, language };
}
