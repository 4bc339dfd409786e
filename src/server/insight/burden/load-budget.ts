// The budget of each level of a county: the county's own where it set one, else the rounds of the pack.
import type { Budget } from '#contract/insight-burden.ts';
import { caseRulesOf } from '#domain/casework/case-rules.ts';
import { loadOfProcess, packRounds } from '#domain/insight/burden/budget.ts';
import { type BurdenLevel, burdenLevels } from '#domain/insight/burden/burden.ts';
import { type AreaSpan, countyNumberOf } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { Context } from '#server/http/context.ts';
import { type BudgetRecord, countRounds, countUnits, listBudgets } from './budget.store.ts';

export type Budgets = Readonly<Record<BurdenLevel, Budget>>;

/** Of an area of more than a county there is no limit. */
export async function budgetsOf(
  context: Pick<Context, 'tx' | 'area' | 'platform' | 'today'>,
): Promise<Budgets> {
  const { tx, area, platform, today } = context;
  const county = countyNumberOf(area);
  const pack = county === undefined ? undefined : platform.packs.inForce(area, today);
  const set = county === undefined ? [] : await listBudgets(tx, county);
  const entries = burdenLevels.map((level): [BurdenLevel, Budget] => [
    level,
    budgetView(
      set.find((one) => one.level === level),
      packRounds(pack, level),
      today,
    ),
  ]);
  return Object.fromEntries(entries) as Budgets;
}

export function budgetView(
  set: BudgetRecord | undefined,
  ofPack: number | null,
  today: PlainDate,
): Budget {
  const own = set?.rounds ?? null;
  return {
    fields: set?.fields ?? null,
    rounds: own ?? ofPack,
    roundsFrom: own === null ? (ofPack === null ? null : 'pack') : 'county',
    by: set?.account_name ?? null,
    on: set === undefined ? null : setOn(set, today),
    reason: set?.reason ?? '',
  };
}

/** A demonstration stands still: what is set in it is set on its today. */
function setOn({ set_at }: BudgetRecord, today: PlainDate): PlainDate {
  const day = plainDate(set_at.slice(0, 10));
  return day > today ? today : day;
}

/** Units of each level; departments, banks and the county are asked as one. */
export async function unitsOf(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  spans: readonly AreaSpan[],
  households: number,
): Promise<Readonly<Record<BurdenLevel, number>>> {
  const { villages, townships, helpers } = await countUnits(tx, spans, today);
  return {
    household: households,
    village: villages,
    township: townships,
    helper: helpers,
    county: 1,
    department: 1,
    bank: 1,
    above: 1,
  };
}

/** Rounds of the year by the levels their processes ask. */
export async function roundsBegun(
  { tx, platform, today }: Pick<Context, 'tx' | 'platform' | 'today'>,
  spans: readonly AreaSpan[],
  year: number,
): Promise<ReadonlyMap<BurdenLevel, number>> {
  const begun = new Map<BurdenLevel, number>();
  for (const one of await countRounds(tx, { spans, year })) {
    const pack = platform.packs.resolve(one.pack, today, one.pack_edition);
    const rules = pack === undefined ? undefined : caseRulesOf(pack, one.process);
    if (pack === undefined || rules === undefined) continue;
    for (const { level } of loadOfProcess(pack, rules)) {
      begun.set(level, (begun.get(level) ?? 0) + one.rounds);
    }
  }
  return begun;
}
