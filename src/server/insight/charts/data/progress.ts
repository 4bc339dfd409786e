// What is due and what is done, part by part: the steps of exit reached, cases open and late.
import { both, listOf, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { stagesFrom } from '#domain/registry/stage.ts';
import { hasKeptCounts } from '#server/registry/count.store.ts';
import { countCasesByArea } from '../case-count.store.ts';
import { type Datum, fromRegister, partName, stepsOf } from '../making.ts';

export const progressDatum: Datum = {
  id: 'progress',
  async read({ parts, partLines, lines, code, context }) {
    const [first] = parts;
    if (first === undefined) return {};
    const areas = parts.map((part) => part.code);
    const counted = areas.every(hasKeptCounts)
      ? await countCasesByArea(context.tx, areas, context.today)
      : [];
    const rows = [
      ...parts.map((part) => ({
        id: part.code as string,
        title: partName(part),
        lines: partLines.filter((line) => line.area === part.code),
        cases: counted.filter(({ area }) => area === part.code),
      })),
      { id: code as string, title: both('合计', 'Total'), lines, cases: counted },
    ];
    const shown = rows.map((row) => {
      const step = stepsOf(row.lines);
      return {
        ...row,
        due: step('EXIT_APPLIED').households,
        verified: step('EXIT_VERIFIED').households,
        done: step('EXIT_ANNOUNCED').households,
        open: row.cases.reduce((sum, one) => sum + one.open, 0),
        late: row.cases.reduce((sum, one) => sum + one.late, 0),
      };
    });
    const stage = (area: string, from: 'EXIT_APPLIED' | 'EXIT_VERIFIED' | 'EXIT_ANNOUNCED') =>
      listOf(area, { stage: stagesFrom(from).join(',') });
    const cases = (area: string, filter = {}) => ({
      page: 'cases' as const,
      area,
      filter: { whose: 'all', ...filter },
    });
    return {
      panel: {
        datum: 'progress',
        title: datumTitles.progress,
        drawing: {
          kind: 'bars',
          unit: 'household',
          says: {
            n: both('已办：审定公告', 'Done: announced'),
            planned: both('应办：申请脱贫', 'Due: applied'),
          },
          bars: shown.slice(0, -1).map((row) => ({
            label: row.title,
            n: row.done,
            planned: row.due,
            opens: stage(row.id, 'EXIT_ANNOUNCED'),
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            { title: both('应办：申请脱贫', 'Due: applied'), unit: 'household' },
            { title: both('已核验', 'Verified'), unit: 'household' },
            { title: both('已办：审定公告', 'Done: announced'), unit: 'household' },
            { title: both('办结率', 'Share done'), unit: 'percent' },
            { title: both('在办件', 'Open cases'), unit: 'item' },
            { title: both('逾期件', 'Overdue'), unit: 'item' },
          ],
          rows: shown.map((row, index) => ({
            id: index === shown.length - 1 ? 'total' : row.id,
            total: index === shown.length - 1,
            cells: [
              textCell(row.title),
              numberCell(row.due, stage(row.id, 'EXIT_APPLIED')),
              numberCell(row.verified, stage(row.id, 'EXIT_VERIFIED')),
              numberCell(row.done, stage(row.id, 'EXIT_ANNOUNCED')),
              numberCell(row.due === 0 ? null : Math.round((row.done / row.due) * 1000) / 10),
              numberCell(row.open, cases(row.id)),
              numberCell(row.late, cases(row.id, { colour: 'overdue' })),
            ],
          })),
        },
        definition: both(
          '应办是申请脱贫的户，已办是审定公告的户；在办件和逾期件是各种流程的，不只是退出。',
          'Due are households that applied, done those announced; open and overdue are cases of every process, not of exit alone.',
        ),
        source: fromRegister,
        verified: true,
      },
    };
  },
};
