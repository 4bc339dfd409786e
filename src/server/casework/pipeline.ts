// Where cases pile up, from the kept counts: steps of every process in an area and in each area below it.
import type { getPipeline, Pile, Pipeline } from '#contract/casework-pipeline.ts';
import type { OutputOf } from '#contract/route.ts';
import { narrowTo } from '#domain/access/actor.ts';
import { isInScope } from '#domain/access/scope.ts';
import type { CaseRules } from '#domain/casework/case-rules.ts';
import { type AreaCode, levelOf } from '#domain/kernel/area-code.ts';
import { daysBetween, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { countsOf, hasKeptCounts } from '#server/registry/count.store.ts';
import { listPartCounts, type PartCount } from './case-counts.store.ts';
import { untitled } from './case-row-view.ts';
import { openLines, rulesOnce } from './queue.ts';

export async function pipelineOf(context: Context): Promise<OutputOf<typeof getPipeline>> {
  const { tx, actor, area, today } = context;
  if (actor.households !== null) return { parts: [], processes: [], classes: [] };
  const own = narrowTo(actor, area);
  const parts = await partsOf(context);
  const codes = parts.map(({ code }) => code);
  const [whole] = own.length === 1 ? own : [];
  const asked = [...new Set([...(whole === undefined ? [] : [whole]), ...codes])];
  const counts = await listPartCounts(tx, asked, today);
  const byKey = new Map(counts.map((one) => [keyOf(one.area, one), one]));
  const rules = await rulesByProcess(context);
  const steps = stepsOf(counts, rules);
  const processes = [...new Set(steps.map(({ process }) => process))].map((process) => {
    const named = rules.get(process);
    return {
      id: process,
      title: named?.title ?? untitled(process),
      steps: steps
        .filter((one) => one.process === process)
        .map(({ step }) => {
          const found = codes.map((code) => byKey.get(keyOf(code, { process, step })));
          const all = whole === undefined ? undefined : byKey.get(keyOf(whole, { process, step }));
          return {
            id: step,
            title: named?.steps.find(({ id }) => id === step)?.title ?? untitled(step),
            whole: all === undefined ? sumOf(found, today) : pileOf(all, today),
            parts: found.map((one) => (one === undefined ? null : pileOf(one, today))),
          };
        }),
    };
  });
  const counted = processes.map((one) => ({ ...one, total: totalOf(one.steps) }));
  return {
    parts: parts.map(({ code, name }) => ({ code, name })),
    classes: await classesIn(context, own),
    processes: counted.toSorted((one, other) => other.total - one.total),
  };
}

/** Classed households of the register, as its kept counts have them. */
async function classesIn(
  { tx, platform, area, today }: Context,
  areas: readonly AreaCode[],
): Promise<Pipeline['classes']> {
  const kept = areas.every(hasKeptCounts) ? await countsOf(tx, areas, ['helpClass']) : [];
  const pack = platform.packs.inForce(area, today);
  return kept
    .toSorted((one, other) => one.key.localeCompare(other.key))
    .map(({ key, households, persons }) => ({
      id: key,
      title: pack === undefined ? untitled(key) : codeTitle(pack, 'difficultyClass', key),
      households,
      persons,
    }));
}

/** The areas below that have counts of their own, of those the reader sees. */
async function partsOf({ tx, area, today, scope }: Context) {
  const level = levelOf(area);
  if (level === 'village' || level === 'hamlet' || level === 'group') return [];
  const children = await listAreaChildren(tx, area, today);
  return children.filter(({ code }) => isInScope(code, scope));
}

/** Rules of the newest edition in which anything is open. */
async function rulesByProcess(context: Context): Promise<ReadonlyMap<string, CaseRules>> {
  const rulesOf = rulesOnce(context);
  const rules = new Map<string, CaseRules>();
  for (const line of await openLines(context)) {
    const found = rulesOf({ ...line, begun_on: context.today });
    if (found !== undefined) rules.set(line.process, found);
  }
  return rules;
}

/** Every step of a process in which anything is open, in the order of its rules; empty ones too. */
function stepsOf(counts: readonly PartCount[], rules: ReadonlyMap<string, CaseRules>) {
  const processes = [...new Set(counts.map(({ process }) => process))];
  return processes.flatMap((process) => {
    const ruled = rules.get(process)?.steps.map(({ id }) => id) ?? [];
    const open = counts.filter((one) => one.process === process).map(({ step }) => step);
    return [...new Set([...ruled, ...open])].map((step) => ({ process, step }));
  });
}

function keyOf(area: AreaCode | string, { process, step }: Pick<PartCount, 'process' | 'step'>) {
  return `${area} ${process} ${step}`;
}

function pileOf(one: PartCount, today: PlainDate): Pile {
  return {
    overdue: one.overdue,
    soon: one.soon,
    onTime: one.on_time,
    noClock: one.no_clock,
    medianDays: Math.max(0, daysBetween(plainDate(one.median_since), today)),
  };
}

/** Of several areas together the middle is that of the part with most. */
function sumOf(found: readonly (PartCount | undefined)[], today: PlainDate): Pile {
  const piles = found.flatMap((one) => (one === undefined ? [] : [pileOf(one, today)]));
  const most = piles.toSorted((one, other) => casesOf(other) - casesOf(one))[0];
  const sum = (of: (one: Pile) => number) => piles.reduce((all, one) => all + of(one), 0);
  return {
    overdue: sum((one) => one.overdue),
    soon: sum((one) => one.soon),
    onTime: sum((one) => one.onTime),
    noClock: sum((one) => one.noClock),
    medianDays: most?.medianDays ?? 0,
  };
}

function casesOf({ overdue, soon, onTime, noClock }: Pile): number {
  return overdue + soon + onTime + noClock;
}

function totalOf(steps: Pipeline['processes'][number]['steps']): number {
  return steps.reduce((all, { whole }) => all + casesOf(whole), 0);
}
