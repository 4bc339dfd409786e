// Help of an area as its summary, its charts and its lists need it: who has a plan and who has none by place,
// and the sums of measures and benefits.
import { type AreaCode, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { isKept } from '#server/workforce/coverage.ts';
import {
  countKeptRegistered,
  countRegistered,
  countSums,
  type HelpSum,
  listKeptSums,
  type SumKind,
} from './help-sum.store.ts';

export interface PlanCount {
  readonly area: string;
  readonly registered: number;
  readonly planned: number;
  readonly submitted: number;
  readonly late: number;
}

export interface HelpSums {
  /** One level below, by code; places without a household on the register are left out. */
  readonly plans: readonly PlanCount[];
  of(kind: SumKind): readonly HelpSum[];
}

export interface HelpAsked {
  readonly area: AreaCode;
  /** Of the codes one level below. */
  readonly digits: number;
  /** All of them where none is named. */
  readonly kinds?: readonly SumKind[];
}

export async function helpSums(context: Context, { area, ...more }: HelpAsked): Promise<HelpSums> {
  const { tx, today } = context;
  const kept = isKept(context, area) && more.digits <= villageDigits;
  const asked = { span: spanOf(area), today, ...more };
  const registered = await (kept ? countKeptRegistered : countRegistered)(tx, asked);
  const sums = await (kept ? listKeptSums : countSums)(tx, asked);
  const byKey = new Map(
    sums
      .filter(({ kind }) => kind === 'plan' || kind === 'late')
      .map((one) => [[one.area, one.kind, ...one.key].join(), one.households]),
  );
  return {
    plans: registered.map((one) => ({
      ...one,
      planned: byKey.get(`${one.area},plan,approved`) ?? 0,
      submitted: byKey.get(`${one.area},plan,submitted`) ?? 0,
      late: byKey.get(`${one.area},late`) ?? 0,
    })),
    of: (kind) => sums.filter((one) => one.kind === kind),
  };
}

/** Villages with a household that has no plan in force, in their order; undefined where none are counted. */
export async function villagesWithoutPlan(
  context: Context,
  area: AreaCode,
): Promise<readonly string[] | undefined> {
  if (!isKept(context, area) || area.length >= villageDigits) return undefined;
  const { plans } = await helpSums(context, { area, digits: villageDigits, kinds: ['plan'] });
  return plans.filter(({ registered, planned }) => planned < registered).map((one) => one.area);
}
