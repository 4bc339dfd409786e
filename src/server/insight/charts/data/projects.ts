// Projects by part of the area and how far they are: where something is being built and where nothing is.
import type { projectSteps } from '#domain/funds/projects/project.ts';
import type { Words } from '#domain/insight/charts/chart-shape.ts';
import { both, notBelow, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { countProjects } from '#server/funds/projects/project-places.store.ts';
import { type Datum, partName } from '../making.ts';

type Phase = 'waiting' | 'building' | 'accepted' | 'done' | 'stopped';

const phaseOf: Readonly<Record<(typeof projectSteps)[number], Phase>> = {
  library: 'waiting',
  applied: 'waiting',
  reviewed: 'waiting',
  approved: 'waiting',
  tendered: 'building',
  building: 'building',
  accepted: 'accepted',
  settled: 'done',
  handedOver: 'done',
  stopped: 'stopped',
};

const phaseTitles: Readonly<Record<Phase, Words>> = {
  waiting: both('储备和报批', 'In the library, being approved'),
  building: both('在建', 'Being built'),
  accepted: both('已验收', 'Accepted'),
  done: both('已结算移交', 'Settled, handed over'),
  stopped: both('已停', 'Stopped'),
};
/** No code of a place: it would lead back to where one is. */
const whole = 'whole';
const phases = Object.keys(phaseTitles) as Phase[];

export const projectsDatum: Datum = {
  id: 'projects',
  async read({ context, code, parts }) {
    const digits = parts[0]?.code.length ?? code.length;
    const counted = await countProjects(context.tx, spanOf(code), digits);
    if (counted.length === 0) {
      const why = both(
        '项目库里还没有这里的项目，所以空着。',
        'The library of projects has none of this area yet, so this stays empty.',
      );
      return { gap: { datum: 'projects', title: datumTitles.projects, why } };
    }
    const sum = (place: string | undefined, phase: Phase | undefined) =>
      counted
        .filter((one) => place === undefined || one.place === place)
        .filter((one) => phase === undefined || phaseOf[one.step] === phase)
        .reduce((all, one) => all + one.projects, 0);
    const places = [
      ...parts.map((part) => ({
        id: String(part.code),
        place: String(part.code),
        title: partName(part),
      })),
      // What is for the area as a whole belongs to none of its parts.
      ...(counted.some(({ place }) => place === code && parts.length > 0)
        ? [{ id: whole, place: String(code), title: notBelow }]
        : []),
    ];
    return {
      panel: {
        datum: 'projects',
        title: datumTitles.projects,
        drawing: {
          kind: 'matrix',
          unit: 'item',
          columns: phases.map((phase) => phaseTitles[phase]),
          rows: places.map(({ place, title }) => ({
            title,
            cells: phases.map((phase) => ({ n: sum(place, phase), opens: null })),
          })),
        },
        table: {
          columns: [
            { title: both('地方', 'Place'), unit: null },
            ...phases.map((phase) => ({ title: phaseTitles[phase], unit: 'item' as const })),
            { title: both('合计', 'Total'), unit: 'item' },
          ],
          rows: [
            ...places.map(({ id, place, title }) => ({
              id,
              total: false,
              cells: [
                textCell(title),
                ...phases.map((phase) => numberCell(sum(place, phase))),
                numberCell(sum(place, undefined)),
              ],
            })),
            {
              id: 'total',
              total: true,
              cells: [
                textCell(both('合计', 'Total')),
                ...phases.map((phase) => numberCell(sum(undefined, phase))),
                numberCell(sum(undefined, undefined)),
              ],
            },
          ],
        },
        definition: both(
          '项目库里的全部项目，按所在地方和走到的步骤数；项目不等于户，也不等于钱。',
          'All projects of the library by their place and step; a project is neither a household nor money.',
        ),
        source: both('项目库', 'The library of projects'),
        verified: true,
      },
    };
  },
};
