// Registered households by cause and by measure; measures beside what the pack assigned to them, and
// part by part.
import type { ChartPanel, Opens } from '#domain/insight/charts/chart-shape.ts';
import { both, listOf, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import type { CountLine } from '#domain/registry/count.ts';
import { type Datum, fromRegister, linesOf, partName, sourceOf, titleOfCode } from '../making.ts';
import { exitNumbers } from './stages.ts';

export const causesDatum: Datum = {
  id: 'causes',
  async read({ lines, pack, code }) {
    const rows = ordered(linesOf(lines, 'cause'));
    const opens = (key: string) => listOf(code, filterOf('cause', key));
    const panel: ChartPanel = {
      datum: 'causes',
      title: datumTitles.causes,
      drawing: {
        kind: 'bars',
        unit: 'household',
        bars: rows.map(({ key, households }) => ({
          label: titleOfCode(pack, 'cause', key),
          n: households,
          planned: null,
          opens: opens(key),
        })),
      },
      table: {
        columns: [
          { title: both('主要致贫原因', 'Main cause'), unit: null },
          { title: both('户', 'Households'), unit: 'household' },
          { title: both('人', 'Persons'), unit: 'person' },
        ],
        rows: [
          ...rows.map(({ key, households, persons }) => ({
            id: key === '' ? 'none' : key,
            total: false,
            cells: [
              textCell(titleOfCode(pack, 'cause', key)),
              numberCell(households, opens(key)),
              numberCell(persons, opens(key)),
            ],
          })),
          totalRow(rows, listOf(code, { registered: 'true' })),
        ],
      },
      definition: both(
        '在册户，每户一个主要原因；没有写的单列。',
        'Registered households, each with one main cause; those without one stand apart.',
      ),
      source: fromRegister,
      verified: true,
    };
    return { panel };
  },
};

const assignedHouseholds = {
  title: both('下达户', 'Assigned households'),
  unit: 'household' as const,
};
const assignedPersons = { title: both('下达人', 'Assigned persons'), unit: 'person' as const };

const countedApart = both(
  '户按主要措施，每户一项；人按各人自己的措施，所以户数和人数分开算。',
  'Households by their one primary measure, persons by their own, so the two are counted apart.',
);
const besideAssigned = both(
  `${countedApart.zh}下达数是政策包里公布的任务，空着的是没有公布。`,
  `${countedApart.en} Assigned is what the pack published; empty where nothing was.`,
);

export const measuresDatum: Datum = {
  id: 'measures',
  async read(making) {
    const { lines, pack, code, isOwnPlace } = making;
    const counted = linesOf(lines, 'measure');
    const taxonomy = pack.rows.taxonomies.find(({ row }) => row.list === 'measure')?.row;
    const planned = (key: string) =>
      isOwnPlace ? taxonomy?.measures.find((one) => one.code === key)?.target : undefined;
    const keys = [
      ...new Set([
        ...(taxonomy?.measures ?? []).map((one) => one.code),
        ...ordered(counted).map(({ key }) => key),
      ]),
    ];
    const of = (key: string) => counted.find((line) => line.key === key);
    const opens = (key: string) => listOf(code, filterOf('measure', key));
    const isAssigned = keys.some((key) => planned(key) !== undefined);
    const listed = linesOf(lines, 'stage').filter(({ key }) => key !== 'SURVEYED');
    return {
      panel: {
        datum: 'measures',
        title: taxonomy?.title ?? datumTitles.measures,
        drawing: {
          kind: 'bars',
          unit: 'household',
          says: { n: both('登记', 'Recorded'), planned: both('下达', 'Assigned') },
          bars: keys.map((key) => ({
            label: titleOfCode(pack, 'measure', key),
            n: of(key)?.households ?? 0,
            planned: planned(key)?.households ?? null,
            opens: opens(key),
          })),
        },
        table: {
          columns: [
            { title: both('措施', 'Measure'), unit: null },
            { title: both('户', 'Households'), unit: 'household' },
            ...(isAssigned ? [assignedHouseholds] : []),
            { title: both('人', 'Persons'), unit: 'person' },
            ...(isAssigned ? [assignedPersons] : []),
          ],
          rows: [
            ...keys.map((key) => ({
              id: key === '' ? 'none' : key,
              total: false,
              cells: [
                textCell(titleOfCode(pack, 'measure', key)),
                numberCell(of(key)?.households ?? 0, opens(key)),
                ...(isAssigned ? [numberCell(planned(key)?.households ?? null)] : []),
                numberCell(of(key)?.persons ?? 0),
                ...(isAssigned ? [numberCell(planned(key)?.persons ?? null)] : []),
              ],
            })),
            {
              id: 'total',
              total: true,
              cells: [
                textCell(both('合计', 'Total')),
                numberCell(sum(counted, 'households'), listOf(code, { registered: 'true' })),
                ...(isAssigned ? [numberCell(assigned(keys.map(planned), 'households'))] : []),
                numberCell(sum(counted, 'persons')),
                ...(isAssigned ? [numberCell(assigned(keys.map(planned), 'persons'))] : []),
              ],
            },
          ],
        },
        definition: isAssigned ? besideAssigned : countedApart,
        source:
          taxonomy === undefined || !isAssigned
            ? fromRegister
            : withRegister(sourceOf(pack, taxonomy.source)),
        verified: taxonomy?.verified ?? true,
      },
      numbers: { registeredPersons: sum(listed, 'persons'), ...exitNumbers(making) },
    };
  },
};

export const measuresByPartDatum: Datum = {
  id: 'measuresByPart',
  async read({ parts, partLines, pack, lines, code }) {
    const keys = ordered(linesOf(lines, 'measure')).map(({ key }) => key);
    if (parts.length === 0) return {};
    const of = (area: string, key: string) =>
      linesOf(partLines, 'measure').find((line) => line.area === area && line.key === key)
        ?.households ?? 0;
    const opens = (area: string, key: string) => listOf(area, filterOf('measure', key));
    const cell = (area: string, key: string) => ({ n: of(area, key), opens: opens(area, key) });
    const whole = linesOf(lines, 'measure');
    return {
      panel: {
        datum: 'measuresByPart',
        title: datumTitles.measuresByPart,
        drawing: {
          kind: 'matrix',
          unit: 'household',
          columns: keys.map((key) => titleOfCode(pack, 'measure', key)),
          rows: parts.map((part) => ({
            title: partName(part),
            cells: keys.map((key) => cell(part.code, key)),
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            ...keys.map((key) => ({
              title: titleOfCode(pack, 'measure', key),
              unit: 'household' as const,
            })),
          ],
          rows: [
            ...parts.map((part) => ({
              id: part.code,
              total: false,
              cells: [
                textCell(partName(part)),
                ...keys.map((key) => numberCell(of(part.code, key), opens(part.code, key))),
              ],
            })),
            {
              id: 'total',
              total: true,
              cells: [
                textCell(both('合计', 'Total')),
                ...keys.map((key) =>
                  numberCell(
                    whole.find((line) => line.key === key)?.households ?? 0,
                    opens(code, key),
                  ),
                ),
              ],
            },
          ],
        },
        definition: both(
          '在册户按主要措施和所在地，颜色深的户多。',
          'Registered households by primary measure and place; darker is more.',
        ),
        source: fromRegister,
        verified: true,
      },
    };
  },
};

function filterOf(name: 'cause' | 'measure', key: string): Record<string, string> {
  return { registered: 'true', [name]: key === '' ? 'none' : key };
}

function ordered(lines: readonly CountLine[]): readonly CountLine[] {
  return [...lines].sort(
    (left, right) =>
      Number(left.key === '') - Number(right.key === '') || right.households - left.households,
  );
}

function sum(lines: readonly CountLine[], what: 'households' | 'persons'): number {
  return lines.reduce((total, line) => total + line[what], 0);
}

type Target = Readonly<Record<'households' | 'persons', number>> | undefined;

function assigned(targets: readonly Target[], what: 'households' | 'persons'): number | null {
  const known = targets.flatMap((target) => (target === undefined ? [] : [target[what]]));
  return known.length === 0 ? null : known.reduce((total, one) => total + one, 0);
}

function totalRow(rows: readonly CountLine[], opens: Opens) {
  return {
    id: 'total',
    total: true,
    cells: [
      textCell(both('合计', 'Total')),
      numberCell(sum(rows, 'households'), opens),
      numberCell(sum(rows, 'persons'), opens),
    ],
  };
}

function withRegister({ zh, en }: ReturnType<typeof both>) {
  return both(`登记库；任务数：${zh}`, `The register; assigned: ${en}`);
}
