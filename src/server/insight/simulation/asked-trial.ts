// What a request asks to try: the rules in force in the area on the day, the changes laid over them, and
// which households they are tried on: those of today's register, inside the reader's jurisdiction.
import { narrowTo } from '#domain/access/actor.ts';
import {
  changeDoesNotHold,
  draftDoesNotStand,
  unreadableChanges,
} from '#domain/insight/refusals.ts';
import { applyChanges } from '#domain/insight/simulation/apply-changes.ts';
import { type Change, Changes } from '#domain/insight/simulation/change.ts';
import { type AreaCode, levelBelow, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { type PlainDate, parsePlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { draftPacks } from '#server/policy/draft-packs.ts';
import { getSheetInForce } from '#server/targeting/sheet-in-force.ts';
import type { Where } from './simulate.ts';

export interface AskedTrial {
  readonly area: AreaCode;
  readonly on: PlainDate;
  readonly base: ResolvedPack;
  readonly variant: ResolvedPack;
  readonly where: Where;
}

interface Asked {
  readonly on?: string | undefined;
  readonly draft?: string | undefined;
  readonly changes: readonly Change[];
  readonly margin: number;
}

/** What a trial is asked by; one that was kept long ago has no request. */
export type Trying = Pick<
  Context,
  'tx' | 'area' | 'today' | 'platform' | 'actor' | 'language' | 'gone'
>;

export async function readTrial(
  context: Trying,
  { on, draft, changes, margin }: Asked,
): Promise<AskedTrial> {
  const { area, actor, platform, language } = context;
  const day = dayOf(context, on);
  const drafted = draft === undefined ? undefined : await draftedPack(context, draft);
  const base = getSheetInForce(platform.packs, area, day).pack;
  const applied = applyChanges(drafted ?? base, changes);
  if (!applied.ok) {
    const [first] = applied.problems;
    return refuse(changeDoesNotHold, { problem: first?.message[language] ?? '' }, applied.problems);
  }
  const where = {
    spans: narrowTo(actor, area).map(spanOf),
    digits: digitsBelow(area),
    margin,
  };
  return { area, on: day, base, variant: applied.pack, where };
}

/** The draft as it would stand on the day it takes effect. */
async function draftedPack({ tx, area }: Trying, id: string): Promise<ResolvedPack> {
  const { packs, pack, takesEffect, errors } = await draftPacks(tx, id);
  const resolved = errors > 0 ? undefined : resolvePack(packs, pack, plainDate(takesEffect));
  const found = resolved?.ok === true ? resolved.pack : undefined;
  const place = found?.chain.at(-1)?.manifest.area;
  if (found === undefined || place === undefined) return refuse(draftDoesNotStand, { errors });
  if (found.sheets.size === 0 || !area.startsWith(place)) {
    return refuse(draftDoesNotStand, { errors });
  }
  return found;
}

export function dayOf({ today }: Pick<Context, 'today'>, on: string | undefined): PlainDate {
  return (on === undefined ? undefined : parsePlainDate(on)) ?? today;
}

/** The list of changes as an address carries it. */
export function changesIn(text: string): readonly Change[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse(unreadableChanges, { problem: 'JSON' });
  }
  const parsed = Changes.safeParse(data);
  if (parsed.success) return parsed.data;
  const { path = [], message = '' } = parsed.error.issues[0] ?? {};
  return refuse(unreadableChanges, { problem: `${path.join('.')} ${message}`.trim() });
}

const digitsOf = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
  hamlet: 15,
  group: 18,
};

function digitsBelow(area: AreaCode): number {
  const level = levelBelow(levelOf(area));
  return level === undefined || level === 'nation' ? 18 : digitsOf[level];
}
