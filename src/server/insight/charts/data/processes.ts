// Processes of the pack as lanes of steps with the cases open at each, and the same by part.

import { narrowTo } from '#domain/access/actor.ts';
import { termWords } from '#domain/casework/case-clock.ts';
import { stepClockOf, stepTermOf } from '#domain/casework/case-rules.ts';
import type { ChartCell, Opens, Words } from '#domain/insight/charts/chart-shape.ts';
import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { joinWords } from '#domain/policy/pack/document-shape.ts';
import type { Process } from '#domain/policy/pack/practice-schemas.ts';
import { type LineCount, listLineCounts } from '#server/casework/case-counts.store.ts';
import { hasKeptCounts } from '#server/registry/count.store.ts';
import { type Datum, type Making, titleOfCode } from '../making.ts';
import { packSource, unpublished } from './pack-rows.ts';
import { exitNumbers } from './stages.ts';

export const processesDatum: Datum = {
  id: 'processes',
  async read(making) {
    const { pack, context, code } = making;
    const processes = pack.rows.processes
      .map(({ row }) => row)
      .sort((left, right) => subjects.indexOf(left.subject) - subjects.indexOf(right.subject));
    if (processes.length === 0) return { gap: unpublished('processes') };
    const { tx, today } = context;
    const own = narrowTo(context.actor, code);
    const counts = own.every(hasKeptCounts) ? await listLineCounts(tx, own, today) : [];
    const at = (process: string, step: string) => standingAt(counts, process, step);
    return {
      panel: {
        datum: 'processes',
        title: datumTitles.processes,
        drawing: {
          kind: 'flow',
          lanes: processes.map((process) => ({
            title: process.title,
            verified: process.verified,
            end: endOf(process),
            steps: process.steps.map((step) => ({
              title: step.title,
              who: whoOf(making, step.actors),
              ...at(process.id, step.id),
              ...termOf(making, step),
              opens: casesAt(code, process.id, step.id),
            })),
          })),
        },
        table: {
          columns: [
            { title: both('流程', 'Process'), unit: null },
            { title: both('步骤', 'Step'), unit: null },
            { title: both('谁办', 'Who'), unit: null },
            { title: both('时限', 'Limit'), unit: null },
            { title: both('在办', 'Open'), unit: 'item' },
            { title: both('逾期', 'Overdue'), unit: 'item' },
          ],
          rows: processes.flatMap((process) =>
            process.steps.map((step) => ({
              id: `${process.id}.${step.id}`,
              total: false,
              cells: stepCells(making, process, step, at(process.id, step.id)),
            })),
          ),
        },
        definition: definitionOf(making),
        source: packSource(pack.title),
        verified: processes.every(({ verified }) => verified),
      },
      numbers: exitNumbers(making),
    };
  },
};

/** Households first: the wall is about them. */
const subjects: readonly Process['subject'][] = ['household', 'village', 'county', 'batch'];

type Step = Process['steps'][number];
interface Standing {
  readonly open: number;
  readonly late: number;
}

function stepCells(making: Making, process: Process, step: Step, at: Standing): ChartCell[] {
  const opens = casesAt(making.code, process.id, step.id);
  return [
    textCell(process.title),
    textCell(step.title),
    textCell(whoOf(making, step.actors)),
    textCell(limitOf(making, step)),
    numberCell(at.open, opens),
    numberCell(at.late, { ...opens, filter: { ...opens.filter, colour: 'overdue' } }),
  ];
}

function standingAt(counts: readonly LineCount[], process: string, step: string): Standing {
  const own = counts.filter((one) => one.process === process && one.step === step);
  return {
    open: own.reduce((sum, one) => sum + one.overdue + one.soon + one.on_time + one.no_clock, 0),
    late: own.reduce((sum, one) => sum + one.overdue, 0),
  };
}

export function casesAt(area: string, process: string, step: string): Opens {
  return { page: 'cases', area, filter: { whose: 'all', process, step } };
}

function whoOf({ pack }: Making, actors: readonly string[]) {
  return { ...joinWords(actors.map((actor) => titleOfCode(pack, 'actor', actor))) };
}

/** A notice hangs for its days at least; any other step is to be done within them. */
function termOf({ pack }: Making, step: Step) {
  return { ...stepTermOf(pack, step), isPosted: step.kind === 'notice' };
}

function limitOf(making: Making, step: Step): Words {
  const { days, inWorkdays, isPosted } = termOf(making, step);
  if (days === null) return both('没有公布时限', 'No limit published');
  const { zh, en } = termWords({ days, inWorkdays });
  return isPosted ? both(`公示 ${zh}`, `Posted for ${en}`) : both(`${zh}内`, `Within ${en}`);
}

/** Where no limit was published a case is late by the days the pack puts in its place, or never. */
function definitionOf({ pack }: Making): Words {
  const { workdays } = stepClockOf(pack);
  const late =
    workdays === null
      ? both(
          '没有公布时限的步骤没有逾期件。',
          'A step without a published limit has no late cases.',
        )
      : both(
          `没有公布时限的步骤，逾期按政策包自设的 ${workdays} 个工作日算，不是公布的时限；公示从挂满之日算起。`,
          `At a step without a published limit a case is late by the ${workdays} working days the pack sets itself, which nobody published; of a notice, from the day it has hung long enough.`,
        );
  return both(
    `政策包里的步骤，和此刻停在每一步的在办件。▲ 后是逾期件，斜线后是在办件。${late.zh}`,
    `Steps of the pack and the cases open at each now. Behind ▲ stand late cases, behind the stroke all that are open. ${late.en}`,
  );
}

function endOf({ ends }: Process) {
  const reached = ends.filter(({ stage }) => stage !== undefined);
  return { ...joinWords((reached.length === 0 ? ends : reached).map(({ title }) => title)) };
}
