// An account of the demonstration at its desk: fill steps ask the use cases its screens ask, and what the next step
// builds on is carried out here, since nobody else works yet.
import { may, scopeOf } from '#domain/access/actor.ts';
import { type AreaCode, areaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { actorOf } from '#server/access/open-session.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { Platform } from '#server/platform.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listCounts } from '#server/registry/count.store.ts';

/** What a step without an address of its own asks for. */
export const nothingAsked = { params: undefined, query: undefined } as const;

/** Undefined where the account is not there: the step is left for a later start. */
export async function actAs(
  platform: Platform,
  tx: Tx,
  username: string,
): Promise<Context | undefined> {
  const account = await findAccountByUsername(tx, username);
  if (account === undefined) return undefined;
  const actor = actorOf(account);
  return contextFor(platform, tx, {
    actor,
    scope: scopeOf(actor),
    area: actor.area,
    may: (permission) => may(actor, permission),
  });
}

/** What a request would bring, without one: nothing is noted, sent or waited for. */
export function contextFor(
  platform: Platform,
  tx: Tx,
  own: Pick<Context, 'actor' | 'scope' | 'area' | 'may'>,
): Context {
  return {
    ...own,
    platform,
    tx,
    now: platform.clock.now(),
    today: platform.clock.today(),
    language: 'zh',
    address: '',
    device: '',
    gone: new AbortController().signal,
    note: () => undefined,
    afterCommit: () => undefined,
    newId: platform.newId,
    setCookie: () => undefined,
    token: '',
    file: undefined,
  };
}

/** A start that is killed meanwhile loses nothing: the server goes on with what waits. */
export async function carryOut({ jobs }: Pick<Platform, 'jobs'>): Promise<void> {
  while (await jobs.runOne());
}

/** Townships in which the demonstration's accounts work: their queues stay as they are. */
const busy = [huanjiangPlaces.township, huanjiangPlaces.supervised];

/** Villages where nobody signs in, with some dozens of poor households each. */
export async function quietVillages(
  tx: Tx,
  { county, today }: { readonly county: AreaCode; readonly today: PlainDate },
): Promise<readonly AreaCode[]> {
  const areas = await listAreasInSpan(tx, spanOf(county), today);
  const villages = areas
    .filter(({ level, code }) => level === 'village' && !busy.includes(code.slice(0, 9)))
    .map(({ code }) => code);
  const counts = await listCounts(tx, villages, ['stage']);
  return counts
    .filter(({ key, households }) => key === 'LISTED' && households >= least && households <= most)
    .map(({ area }) => areaCode(area))
    .sort();
}

const least = 20;
const most = 60;
