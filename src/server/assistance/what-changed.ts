// What became of a household since its first plan: the register on the eve of the plan and today, field by
// field, beside what the plan in force promises; and what its village got meanwhile.
import type { householdChanges, WhatChanged } from '#contract/assistance-changes.ts';
import type { PlanMeasure, PlanTarget } from '#contract/assistance-plans.ts';
import type { InputOf } from '#contract/route.ts';
import { changeStanding, type Promised, watchedFields } from '#domain/assistance/what-changed.ts';
import { atLevel } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import { householdField } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import { householdAsOf } from '#server/registry/household-as-of.ts';
import { listIncomeYears } from '#server/registry/income.store.ts';
import { readIndicators } from '#server/registry/read-indicators.ts';
import { wordsOf } from './benefit-view.ts';
import { listPlansOf } from './plan.store.ts';
import { planViews } from './plan-view.ts';
import { rulesOfHelp } from './rules-of-help.ts';
import { subjectOf } from './subject.ts';

export async function changesOf(
  context: Context,
  { params }: InputOf<typeof householdChanges>,
): Promise<WhatChanged> {
  const household = await getHousehold(context.tx, params.id);
  const versions = await listPlansOf(context.tx, subjectOf(household));
  const decided = versions
    .filter(({ state, decided_at }) => decided_at !== null && state !== 'returned')
    .map(({ decided_at }) => dayOf(decided_at ?? ''))
    .sort();
  const [first] = decided;
  if (first === undefined) return { since: null, rows: [], village: [] };
  // Where the installation's days stand still, an instant may lie after today.
  const since = first < context.today ? first : context.today;

  const pack = rulesOfHelp(context, household.area);
  const inForce = versions.filter(({ state }) => state === 'approved');
  const [plan] = await planViews(context, inForce, { household });
  const promises = promisesOf(plan?.measures ?? [], plan?.targets ?? [], context.today);
  return {
    since,
    rows: await rowsOf(context, { household, pack, promises, eve: addDays(since, -1) }),
    village: await villageOf(context, household, addDays(since, -1)),
  };
}

const eastOfGreenwich = 8 * 3_600_000;

/** Of an instant, the day in Asia/Shanghai, which keeps no summer time. */
function dayOf(instant: string): PlainDate {
  return plainDate(new Date(Date.parse(instant) + eastOfGreenwich).toISOString().slice(0, 10));
}

interface Pledged extends Promised {
  readonly measure: Bilingual;
}

const perHead: Bilingual = { zh: '年度目标', en: 'Target of the year' };

/** By field; of income the target of the year that is next, else the last one. */
function promisesOf(
  measures: readonly PlanMeasure[],
  targets: readonly PlanTarget[],
  today: PlainDate,
): ReadonlyMap<string, Pledged> {
  const promises = new Map<string, Pledged>();
  for (const { field, expected, dueOn, title } of measures) {
    if (field !== null && expected !== null && expected !== '') {
      promises.set(field, { expected, dueOn, measure: title });
    }
  }
  const yearly = targets
    .filter(({ metric, value }) => metric === 'incomePerHead' && value !== null)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const target = yearly.find(({ dueOn }) => dueOn >= today) ?? yearly.at(-1);
  if (target !== undefined) {
    const { value, dueOn } = target;
    promises.set('incomePerHead', { expected: String(value), dueOn, measure: perHead });
  }
  return promises;
}

async function rowsOf(
  context: Context,
  {
    household,
    pack,
    promises,
    eve,
  }: {
    readonly household: StoredHousehold;
    readonly pack: ResolvedPack;
    readonly promises: ReadonlyMap<string, Pledged>;
    readonly eve: PlainDate;
  },
): Promise<WhatChanged['rows']> {
  const then = await householdAsOf(context, household, { trueOn: eve });
  const today = await householdAsOf(context, household);
  const incomes = await listIncomeYears(context.tx, household);
  // A year's income is known when the year is over: before the plan is the year before its own.
  const earlier = incomes.findLast(({ year }) => year < yearOf(eve));
  const fields = [...new Set([...watchedFields, ...promises.keys()])];
  const rows = fields.flatMap((field): WhatChanged['rows'] => {
    const known = householdField(field);
    if (known === undefined || known.type === 'sealed') return [];
    const isIncome = field === 'incomePerHead';
    const held = isIncome ? (earlier?.perHeadFen ?? null) : (then.values[field] ?? null);
    const before = then.existed ? held : null;
    const now = today.values[field] ?? null;
    const year = (of: unknown) => (isIncome && typeof of === 'number' ? of : undefined);
    const promised = promises.get(field);
    if (promised === undefined && before === null && now === null) return [];
    const nowWords = wordsOf(pack, field, now);
    return [
      {
        field,
        title: labelOf(pack, field),
        before: ofYear(
          wordsOf(pack, field, before),
          before === null ? undefined : year(earlier?.year),
        ),
        now: ofYear(nowWords, now === null ? undefined : year(today.values.incomeYear)),
        promised:
          promised === undefined
            ? null
            : { words: promised.expected, measure: promised.measure, dueOn: promised.dueOn },
        standing: changeStanding({
          before,
          now,
          said: inYuan(field, now),
          nowWords: Object.values(nowWords),
          promised,
          today: context.today,
        }),
      },
    ];
  });
  // What was promised first, then what changed, then what is as it was.
  const rank = ({ promised, standing }: WhatChanged['rows'][number]) =>
    promised !== null ? 0 : standing === 'changed' ? 1 : 2;
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

function ofYear({ zh, en }: Bilingual, year: number | undefined): Bilingual {
  return year === undefined ? { zh, en } : { zh: `${zh}（${year}年）`, en: `${en} (${year})` };
}

/** A plan speaks of yuan; the register counts fen. */
function inYuan(field: string, value: FieldValue): FieldValue {
  return householdField(field)?.type === 'fen' && typeof value === 'number' ? value / 100 : value;
}

/** Units that say something where nobody knows what was before: how much of the village, how wide a road. */
const spoken: readonly string[] = ['percent', 'metre'];

async function villageOf(
  context: Context,
  { area }: StoredHousehold,
  eve: PlainDate,
): Promise<WhatChanged['village']> {
  const village = atLevel(area, 'village');
  if (village === undefined) return [];
  const before = await readIndicators(context, village, eve);
  const now = await readIndicators(context, village, context.today);
  return now.flatMap(({ set, id, title, unit, value, asOf }) => {
    const then = before.find((one) => one.set === set && one.id === id)?.value ?? null;
    const isShown = then !== null || spoken.includes(unit);
    return value === null || asOf === null || value === then || !isShown
      ? []
      : [{ set, indicator: id, title, unit, before: then, now: value, asOf }];
  });
}
