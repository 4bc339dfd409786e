// Who answers for the households and whether each has a plan, part by part.

import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { type DatumId, datumTitles } from '#domain/insight/charts/datum-words.ts';
import { countyDigits } from '#domain/kernel/area-code.ts';
import { helpSums } from '#server/assistance/help-sums.ts';
import { coverageOf } from '#server/workforce/coverage.ts';
import { type Datum, fromRegister, type Made, type Making, partName } from '../making.ts';

export const helpersDatum: Datum = {
  id: 'helpers',
  async read(making) {
    if (making.code.length < countyDigits) return { gap: tooWide('helpers') };
    const coverage = await coverageOf(making.context);
    if (coverage.ranks.every(({ helpers }) => helpers === 0)) return { gap: nobodyYet('helpers') };
    const places = coverage.byArea.map((one) => ({ ...one, title: nameIn(making, one) }));
    return {
      panel: {
        datum: 'helpers',
        title: datumTitles.helpers,
        drawing: {
          kind: 'bars',
          unit: 'household',
          says: {
            n: both('有责任人', 'Somebody answers'),
            planned: both('应帮扶户', 'To be helped'),
          },
          bars: places.map((one) => ({
            label: one.title,
            n: one.covered,
            planned: one.households,
            opens: null,
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            { title: both('应帮扶户', 'To be helped'), unit: 'household' },
            { title: both('有责任人', 'Somebody answers'), unit: 'household' },
            { title: both('由人代管', 'Stand-in'), unit: 'household' },
            { title: both('责任人不在岗', 'Helper away'), unit: 'household' },
            { title: both('没有责任人', 'Nobody'), unit: 'household' },
          ],
          rows: [
            ...places.map((one) => ({ id: one.code, total: false, one, title: one.title })),
            { id: 'total', total: true, one: coverage, title: both('合计', 'Total') },
          ].map(({ id, total, one, title }) => ({
            id,
            total,
            cells: [
              textCell(title),
              numberCell(one.households),
              numberCell(one.covered),
              numberCell(one.standIn),
              numberCell(one.away),
              numberCell(one.none),
            ],
          })),
        },
        definition: both(
          '按今天的结对算：有责任人，是指结对的帮扶责任人在岗或有人代管。',
          'By the pairings of today: somebody answers where the paired helper is at work or a stand-in is named.',
        ),
        source: both('结对台账', 'The pairings'),
        verified: true,
      },
    };
  },
};

export const householdPlansDatum: Datum = {
  id: 'householdPlans',
  async read(making) {
    const { context, code, parts } = making;
    if (code.length < countyDigits) return { gap: tooWide('householdPlans') };
    const digits = parts[0]?.code.length ?? code.length;
    const { plans: counted } = await helpSums(context, { area: code, digits });
    if (counted.every(({ planned }) => planned === 0)) return { gap: nobodyYet('householdPlans') };
    const places = counted.map((one) => ({
      ...one,
      title: nameIn(making, { code: one.area, name: one.area }),
    }));
    const sum = (key: 'registered' | 'planned' | 'submitted' | 'late') =>
      counted.reduce((total, one) => total + one[key], 0);
    const total = {
      area: 'total',
      title: both('合计', 'Total'),
      registered: sum('registered'),
      planned: sum('planned'),
      submitted: sum('submitted'),
      late: sum('late'),
    };
    return {
      panel: {
        datum: 'householdPlans',
        title: datumTitles.householdPlans,
        drawing: {
          kind: 'bars',
          unit: 'household',
          says: {
            n: both('计划已审定', 'Plan approved'),
            planned: both('在册未脱贫户', 'Registered, not exited'),
          },
          bars: places.map((one) => ({
            label: one.title,
            n: one.planned,
            planned: one.registered,
            opens: null,
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            { title: both('在册未脱贫户', 'Registered, not exited'), unit: 'household' },
            { title: both('计划已审定', 'Plan approved'), unit: 'household' },
            { title: both('计划待审', 'Plan waits'), unit: 'household' },
            { title: both('有逾期措施', 'Measures overdue'), unit: 'household' },
          ],
          rows: [...places, total].map((one) => ({
            id: one.area,
            total: one === total,
            cells: [
              textCell(one.title),
              numberCell(one.registered),
              numberCell(one.planned),
              numberCell(one.submitted),
              numberCell(one.late),
            ],
          })),
        },
        definition: both(
          '每户一份在用的帮扶计划；逾期是过了期限仍未完成的措施。',
          'One plan in force a household; overdue are measures past their day and not done.',
        ),
        source: fromRegister,
        verified: true,
      },
    };
  },
};

function nameIn({ parts }: Making, { code, name }: { code: string; name: string }) {
  const part = parts.find((one) => one.code === code);
  return part === undefined ? { zh: name, en: name } : partName(part);
}

function tooWide(datum: DatumId): NonNullable<Made['gap']> {
  return {
    datum,
    title: datumTitles[datum],
    why: both('县及以下才逐处统计。', 'Counted for a county or less.'),
    remedy: both('请先选一个县。', 'Choose a county first.'),
  };
}

function nobodyYet(datum: DatumId): NonNullable<Made['gap']> {
  return {
    datum,
    title: datumTitles[datum],
    why: both('这里还没有登记，所以空着。', 'Nothing is recorded here yet, so this stays empty.'),
  };
}
