// Where the households are and how far they have come, part by part.
import type { ChartCell } from '#domain/insight/charts/chart-shape.ts';
import { both, listOf, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import type { CountLine } from '#domain/registry/count.ts';
import { stagesFrom } from '#domain/registry/stage.ts';
import { type Datum, fromRegister, type Making, partName, stepsOf } from '../making.ts';

const steps = [
  ['EXIT_APPLIED', both('申请脱贫', 'Applied')],
  ['EXIT_VERIFIED', both('入户核验', 'Verified')],
  ['EXIT_STANDARD', both('达标', 'At the standard')],
  ['EXIT_ANNOUNCED', both('审定公告', 'Announced')],
] as const;

export const stagesDatum: Datum = {
  id: 'stages',
  async read(making) {
    const { parts, partLines, lines, tilesNote } = making;
    const own = (code: string) => partLines.filter((line) => line.area === code);
    const step = stepsOf(lines);
    const listed = step('LISTED');
    const applied = step('EXIT_APPLIED').households;
    return {
      panel: {
        datum: 'stages',
        title: datumTitles.stages,
        drawing:
          parts.length === 0
            ? null
            : {
                kind: 'tiles',
                measure: both('在册户占调查户', 'Listed, of all surveyed'),
                cuts: [0.2, 0.3, 0.4, 0.5],
                note: both(
                  `小字是在册户数。${tilesNote.zh}`,
                  `The small number of a tile is its listed households. ${tilesNote.en}`,
                ),
                tiles: parts.map((part) => {
                  const at = stepsOf(own(part.code));
                  return {
                    code: part.code,
                    name: partName(part).zh,
                    column: part.column,
                    row: part.row,
                    n: at('LISTED').households,
                    of: at('SURVEYED').households,
                    opens: listOf(part.code, { registered: 'true' }),
                  };
                }),
              },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            { title: both('调查户', 'Surveyed'), unit: 'household' },
            { title: both('在册户', 'Listed'), unit: 'household' },
            { title: both('在册人口', 'Listed persons'), unit: 'person' },
            ...steps.map(([, title]) => ({ title, unit: 'household' as const })),
          ],
          rows: [
            ...parts.map((part) => ({
              id: part.code,
              total: false,
              cells: [textCell(partName(part)), ...cellsOf(part.code, own(part.code))],
            })),
            {
              id: 'total',
              total: true,
              cells: [textCell(both('合计', 'Total')), ...cellsOf(making.code, lines)],
            },
          ],
        },
        definition: both(
          '走到这一步和走得更远的户。在册含已脱贫的户。',
          'Households that came this far or farther. Listed includes those that have exited.',
        ),
        source: fromRegister,
        verified: true,
      },
      numbers: {
        surveyed: step('SURVEYED').households,
        registeredHouseholds: listed.households,
        registeredPersons: listed.persons,
        ...exitNumbers(making),
        exitAppliedShare: listed.households === 0 ? 0 : (applied / listed.households) * 100,
      },
    };
  },
};

/** Numbers of the exit that several charts hold against what was published. */
export function exitNumbers({ lines }: Pick<Making, 'lines'>): Readonly<Record<string, number>> {
  const step = stepsOf(lines);
  return {
    exitApplied: step('EXIT_APPLIED').households,
    exitVerified: step('EXIT_VERIFIED').households,
    exitStandard: step('EXIT_STANDARD').households,
    exitAnnouncedHouseholds: step('EXIT_ANNOUNCED').households,
    exitAnnouncedPersons: step('EXIT_ANNOUNCED').persons,
  };
}

function cellsOf(area: string, lines: readonly CountLine[]): ChartCell[] {
  const step = stepsOf(lines);
  return [
    numberCell(step('SURVEYED').households, listOf(area, {})),
    numberCell(step('LISTED').households, listOf(area, { registered: 'true' })),
    numberCell(step('LISTED').persons, listOf(area, { registered: 'true' })),
    ...steps.map(([stage]) =>
      numberCell(step(stage).households, listOf(area, { stage: stagesFrom(stage).join(',') })),
    ),
  ];
}
