// Targets of the pack in time: what is to be reached by when, and how far it is where the register can say.
import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { daysInMonth } from '#domain/kernel/plain-date.ts';
import { parseUnit, unitAfter } from '#domain/policy/expression-unit.ts';
import type { PlanTargets } from '#domain/policy/pack/delivery-schemas.ts';
import { type Datum, type Making, sourceOf, stepsOf } from '../making.ts';
import { packSource, unpublished } from './pack-rows.ts';
import { exitNumbers } from './stages.ts';

/** A unit beside a target that nobody published is that of several. */
const many = 2;

export const plansDatum: Datum = {
  id: 'plans',
  async read(making) {
    const plans = making.pack.rows.plans.map(({ row }) => row);
    if (plans.length === 0) return { gap: unpublished('plans') };
    return {
      panel: {
        datum: 'plans',
        title: datumTitles.plans,
        drawing: null,
        table: {
          columns: [
            { title: both('计划', 'Plan'), unit: null },
            { title: both('时间', 'By'), unit: null },
            { title: both('数量', 'Target'), unit: null },
            { title: both('单位', 'Unit'), unit: null },
            { title: both('出处', 'Source'), unit: null },
          ],
          rows: plans.flatMap((plan) =>
            plan.targets.map((target) => ({
              id: `${plan.id}.${target.by}`,
              total: false,
              cells: [
                textCell(plan.title),
                textCell(both(target.by, target.by)),
                numberCell(target.value ?? null),
                textCell({ ...unitAfter(target.value ?? many, parseUnit(plan.unit) ?? {}) }),
                textCell(sourceOf(making.pack, target.source ?? plan.source)),
              ],
            })),
          ),
        },
        definition: both(
          '政策包里公布的计划。数量空着的，只公布了有计划，没有公布多少。',
          'Plans as published. Where the target is empty only its existence was published.',
        ),
        source: packSource(making.pack.title),
        verified: plans.every(({ verified }) => verified),
      },
      numbers: exitNumbers(making),
    };
  },
};

export const scheduleDatum: Datum = {
  id: 'schedule',
  async read(making) {
    const { pack, context } = making;
    const plans = pack.rows.plans.map(({ row }) => row);
    const spells = plans.flatMap((plan) =>
      plan.targets.map((target) => spellOf(making, plan, target)),
    );
    if (spells.length === 0) return { gap: unpublished('schedule') };
    const ends = spells.flatMap(({ from, to }) => [from, to]).sort();
    return {
      panel: {
        datum: 'schedule',
        title: datumTitles.schedule,
        drawing: {
          kind: 'spells',
          from: ends[0] ?? context.today,
          to: ends.at(-1) ?? context.today,
          today: context.today,
          spells,
        },
        table: {
          columns: [
            { title: both('任务', 'Task'), unit: null },
            { title: both('开始', 'From'), unit: null },
            { title: both('截止', 'To'), unit: null },
            { title: both('完成', 'Done'), unit: 'percent' },
            { title: both('说明', 'Note'), unit: null },
          ],
          rows: spells.map((spell, index) => ({
            // Figures alone would be read as the code of a place, and lead there.
            id: `task-${index}`,
            total: false,
            cells: [
              textCell(spell.title),
              textCell(spell.from === spell.to ? both('', '') : both(spell.from, spell.from)),
              textCell(both(spell.to, spell.to)),
              numberCell(spell.done === null ? null : Math.round(spell.done * 1000) / 10),
              textCell(spell.note ?? both('', '')),
            ],
          })),
        },
        definition: both(
          '任务从哪天到哪天，做了多少；只公布了截止那一天的，画一个菱形。完成空着的，要么没有公布数量，要么登记库不记这件事。',
          'Tasks in time and how much is done; a diamond where only the day it is due was published. Done is empty where no number was published or the register does not keep it.',
        ),
        source: packSource(pack.title),
        verified: plans.every(({ verified }) => verified),
      },
      numbers: exitNumbers(making),
    };
  },
};

/** A year, a month or a span of years from its first day to its last; when what is due by a day begins, nobody published. */
function spellOf(making: Making, plan: PlanTargets, target: PlanTargets['targets'][number]) {
  const years = target.by.length === 9 ? target.by.split('-') : undefined;
  const year = target.by.slice(0, 4);
  const to = years === undefined ? lastDay(target.by) : `${years[1]}-12-31`;
  const title = target.title ?? {
    zh: `${plan.title.zh}（${target.by}）`,
    en: `${plan.title.en} (${target.by})`,
  };
  const from = target.by.length === 10 ? to : `${year}-01-01`;
  return { title, from, to, ...doneOf(making, plan, target.value) };
}

function doneOf({ lines, isOwnPlace }: Making, { unit }: PlanTargets, value: number | undefined) {
  if (value === undefined || value === 0) {
    return { done: null, note: both('数量没有公布', 'No number was published') };
  }
  const { households, persons } = stepsOf(lines)('EXIT_ANNOUNCED');
  const reached = unit === 'household' ? households : unit === 'person' ? persons : undefined;
  if (reached === undefined) {
    return { done: null, note: both('登记库不记这件事', 'The register does not keep it') };
  }
  if (!isOwnPlace) {
    return { done: null, note: both('是别处的计划，不和这里比', 'The plan of another place') };
  }
  return { done: Math.min(reached / value, 1), note: null };
}

function lastDay(by: string): string {
  if (by.length === 10) return by;
  if (by.length === 4) return `${by}-12-31`;
  const [year = 0, month = 1] = by.split('-').map(Number);
  return `${by}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}
