// What moved: the balance of the register in the year, and changes of the last days by part.
import { both, listOf, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { addDays, daysBetween, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { stagesUpTo } from '#domain/registry/stage.ts';
import { type Datum, fromRegister, type Making, partName, stepsOf } from '../making.ts';
import { hasMovements, listLastDays, type Movement, sumMovements } from '../movement.store.ts';

const dataDigits = { county: 6, village: 12 };

/** Digits of the codes whose movements are read: the area's own, but at least a county's. */
function keptDigits({ code }: Pick<Making, 'code'>): number {
  return Math.min(Math.max(code.length, dataDigits.county), dataDigits.village);
}

export const inAndOutDatum: Datum = {
  id: 'inAndOut',
  async read(making) {
    const { context, code, lines } = making;
    const year = yearOf(context.today);
    if (code.length > dataDigits.village) return {};
    const moved = await sumMovements(context.tx, {
      span: spanOf(code),
      kept: keptDigits(making),
      digits: code.length,
      from: plainDate(`${year}-01-01`),
      to: context.today,
    });
    const step = stepsOf(lines);
    const isCounted = moved.length > 0 || (await hasMovements(context.tx, spanOf(code)));
    if (!isCounted && step('SURVEYED').households > 0) return { gap: stillCounting };
    const closing = step('LISTED').households - step('EXIT_ANNOUNCED').households;
    const entered = of(moved, (one) => isBefore(one.from) && isPoor(one.to));
    const exited = of(moved, (one) => isPoor(one.from) && one.to === 'EXIT_ANNOUNCED');
    const returned = of(moved, (one) => one.from === 'EXIT_ANNOUNCED' && isPoor(one.to));
    const removed = of(moved, (one) => isPoor(one.from) && isBefore(one.to));
    const opening = closing - entered - returned + exited + removed;
    const poor = listOf(code, { stage: poorStages.join(',') });
    const gone = listOf(code, { stage: 'EXIT_ANNOUNCED' });
    const steps = [
      { label: both('年初', 'Opening'), n: opening, role: 'stock', opens: null },
      { label: both('新识别', 'Newly listed'), n: entered, role: 'in', opens: null },
      { label: both('返贫', 'Returned'), n: returned, role: 'in', opens: null },
      // The list of who has exited is that of this year as long as nobody exited before it.
      {
        label: both('脱贫', 'Exited'),
        n: exited,
        role: 'out',
        opens: exited === step('EXIT_ANNOUNCED').households ? gone : null,
      },
      { label: both('核减', 'Struck off'), n: removed, role: 'out', opens: null },
      { label: both('现在', 'Now'), n: closing, role: 'stock', opens: poor },
    ] as const;
    return {
      panel: {
        datum: 'inAndOut',
        title: both(`${year} 年进出`, `In and out, ${year}`),
        drawing: { kind: 'balance', unit: 'household', steps: [...steps] },
        table: {
          columns: [
            { title: both('项目', 'Item'), unit: null },
            { title: both('户', 'Households'), unit: 'household' },
          ],
          rows: steps.map(({ label, n, opens, role }) => ({
            id: label.en,
            total: role === 'stock',
            cells: [textCell(label), numberCell(n, opens)],
          })),
        },
        definition: both(
          '未脱贫的在册户。年初＝现在－新识别－返贫＋脱贫＋核减，按生效日期从登记库的变动算出。',
          'Registered households that have not exited. Opening = now − newly listed − returned + exited + struck off, by the day each change is true from.',
        ),
        source: fromRegister,
        verified: true,
      },
    };
  },
};

export const networkDatum: Datum = {
  id: 'network',
  async read(making) {
    const { context, code, parts } = making;
    const [first] = parts;
    if (first === undefined || first.code.length > dataDigits.village) return {};
    const { tx, today } = context;
    const digits = first.code.length;
    const place = { span: spanOf(code), kept: Math.max(digits, dataDigits.county), digits };
    const [day, week, last] = [
      await sumMovements(tx, { ...place, from: today, to: today }),
      await sumMovements(tx, { ...place, from: addDays(today, -6), to: today }),
      await listLastDays(tx, place),
    ];
    const at = (moved: readonly Movement[], area: string) => of(moved, (one) => one.area === area);
    const all = () => true;
    const silent = (area: string) => {
      const since = last.get(area);
      return since === undefined ? null : daysBetween(since, today);
    };
    return {
      panel: {
        datum: 'network',
        title: datumTitles.network,
        drawing: {
          kind: 'bars',
          unit: 'change',
          bars: parts.map((part) => ({
            label: partName(part),
            n: at(week, part.code),
            planned: null,
            // No list can be asked for those that changed in these days; all of the place would be others.
            opens: null,
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            { title: both('今天', 'Today'), unit: 'change' },
            { title: both('七天', 'Seven days'), unit: 'change' },
            { title: both('没有动静', 'Silent for'), unit: 'day' },
          ],
          rows: [
            ...parts.map((part) => ({
              id: part.code,
              total: false,
              cells: [
                textCell(partName(part)),
                numberCell(at(day, part.code)),
                numberCell(at(week, part.code)),
                numberCell(silent(part.code)),
              ],
            })),
            {
              id: 'total',
              total: true,
              cells: [
                textCell(both('合计', 'Total')),
                numberCell(of(day, all)),
                numberCell(of(week, all)),
                // The longest or the sum of silences would say nothing of the whole.
                textCell(both('', '')),
              ],
            },
          ],
        },
        definition: both(
          '登记库里生效的变动条数：登记、更正、评议结果、进出。一户一天几条算几条。',
          'Changes of the register by the day they are true from: registrations, corrections, decisions, entries and exits; several of one household count each.',
        ),
        source: fromRegister,
        verified: true,
      },
    };
  },
};

const stillCounting = {
  datum: 'inAndOut',
  title: datumTitles.inAndOut,
  why: both('变动还在汇总。', 'Changes are still being counted.'),
  remedy: both('几秒后再看。', 'Look again in some seconds.'),
};

const poorStages = ['LISTED', 'EXIT_APPLIED', 'EXIT_VERIFIED', 'EXIT_STANDARD'] as const;

function isPoor(stage: string): boolean {
  return (poorStages as readonly string[]).includes(stage);
}

function isBefore(stage: string): boolean {
  return stage === '' || stagesUpTo('SURVEYED').some((one) => one === stage);
}

function of(moved: readonly Movement[], which: (one: Movement) => boolean): number {
  return moved.filter(which).reduce((total, one) => total + one.households, 0);
}
