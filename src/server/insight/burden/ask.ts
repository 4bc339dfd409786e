// What is about to be asked, counted before it begins: a campaign by the steps of its process, a set of
// indicators by its cells, a task by its monthly reports; each level beside its budget and who set it.
import type { Ask, countAsk } from '#contract/insight-burden.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { caseRulesOf } from '#domain/casework/case-rules.ts';
import {
  broken,
  fieldsOfReport,
  type Load,
  loadOfProcess,
  reportsBetween,
} from '#domain/insight/burden/budget.ts';
import { type BurdenLevel, hoursOf } from '#domain/insight/burden/burden.ts';
import { nothingToCount } from '#domain/insight/burden/refusals.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { enteredOf, indicatorSetsOf } from '#domain/registry/indicator.ts';
import type { Context } from '#server/http/context.ts';
import { countsOf } from '#server/registry/count.store.ts';
import { sumBurden } from './burden.store.ts';
import { registeredIn } from './burden-view.ts';
import { budgetsOf, roundsBegun, unitsOf } from './load-budget.ts';

type Query = InputOf<typeof countAsk>['query'];

export async function askOf(
  context: Context,
  { query }: InputOf<typeof countAsk>,
): Promise<OutputOf<typeof countAsk>> {
  const { tx, area, actor, today } = context;
  const year = yearOf(today);
  const areas = narrowTo(actor, area);
  const spans = areas.map(spanOf);
  const units = await unitsOf(context, spans, await registeredIn(tx, areas));
  const loads = await loadsOf(context, query, units.village);
  const sums = await sumBurden(tx, { spans, digits: Math.max(6, Math.min(12, area.length)), year });
  const begun = await roundsBegun(context, spans, year);
  const budgets = await budgetsOf(context);
  const asks = loads.map(({ level, fields }): Ask => {
    const budget = budgets[level];
    const typed = sums.reduce((sum, one) => sum + (one.level === level ? one.typed : 0), 0);
    const counted = {
      level,
      units: units[level],
      fields,
      rounds: query.of === 'task' ? 0 : 1,
      typed,
      begun: begun.get(level) ?? 0,
    };
    return {
      ...counted,
      hours: hoursOf(fields),
      budget,
      breaks: [...broken({ ...counted, limits: budget })],
    };
  });
  return { year, asks };
}

async function loadsOf(context: Context, query: Query, villages: number): Promise<readonly Load[]> {
  if (query.of === 'campaign') return loadsOfCampaign(context, query);
  if (query.of === 'indicators') return loadsOfIndicators(context, query, villages);
  const { startOn = context.today, dueOn = startOn, level = 'department', places } = query;
  return [{ level, fields: fieldsOfReport * reportsBetween(startOn, dueOn) * places }];
}

async function loadsOfCampaign(context: Context, query: Query): Promise<readonly Load[]> {
  const { tx, area, actor, platform, today } = context;
  const pack = platform.packs.inForce(area, today);
  const rules = pack === undefined ? undefined : caseRulesOf(pack, query.process ?? '');
  if (pack === undefined || rules === undefined) {
    return refuse(nothingToCount, { what: query.process ?? '', area });
  }
  const stages = new Set((query.stages ?? '').split(','));
  const counts = await countsOf(tx, narrowTo(actor, area), ['stage']);
  const households = counts.reduce(
    (sum, { key, households: count }) => sum + (stages.has(key) ? count : 0),
    0,
  );
  return loadOfProcess(pack, rules).map(({ level, fields }) => ({
    level,
    fields: fields * households,
  }));
}

async function loadsOfIndicators(
  context: Context,
  query: Query,
  villages: number,
): Promise<readonly Load[]> {
  const { area, platform, today } = context;
  const pack = platform.packs.inForce(area, today);
  const set =
    pack === undefined ? undefined : indicatorSetsOf(pack).find(({ id }) => id === query.set);
  if (set === undefined) return refuse(nothingToCount, { what: query.set ?? '', area });
  const rows = set.subject === 'village' ? villages : 1;
  return [
    {
      level: query.level ?? ('department' satisfies BurdenLevel),
      fields: enteredOf(set).length * rows,
    },
  ];
}
