// Money from its source to its use, as the books have it today. Only for those who may read the books.

import { isLenderSource } from '#domain/funds/loans/loan-lines.ts';
import { type Stages, stageNames, stagesOf } from '#domain/funds/stages.ts';
import type { Words } from '#domain/insight/charts/chart-shape.ts';
import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { type KindSum, sumByKind } from '#server/funds/books.store.ts';
import { type FundWords, fundWordsHere } from '#server/funds/fund-words.ts';
import type { Datum, Made } from '../making.ts';

const fenPerYuan = 100;

const stageTitles = {
  planned: both('计划', 'Planned'),
  granted: both('下达', 'Granted'),
  arrived: both('到账', 'Arrived'),
  allocated: both('分配', 'Allocated'),
  paid: both('支出', 'Paid'),
  left: both('结余', 'Left'),
} as const satisfies Readonly<Record<(typeof stageNames)[number], unknown>>;

export const fundFlowDatum: Datum = {
  id: 'fundFlow',
  async read({ context, code }) {
    const { tx, today, may } = context;
    if (!may('funds.read')) return gapOf('fundFlow', 'closed');
    const sums = await sumByKind(tx, { span: spanOf(code), on: today, placeLength: code.length });
    if (sums.length === 0) return gapOf('fundFlow', 'empty');
    const words = fundWordsHere(context, code);
    const sources = [...groupBy(sums, ({ source }) => source)]
      .map(([id, own]) => ({ id, title: titleOfSource(words, id), stages: stagesOf(own) }))
      .sort(mostPaidFirst);
    const uses = [...groupBy(sums, ({ purpose }) => purpose)]
      .map(([id, own]) => ({ id, title: words.use(id), stages: stagesOf(own) }))
      .sort(mostPaidFirst);
    const paid = ({ stages }: Sum) => stages.paid > 0n;
    return {
      panel: {
        datum: 'fundFlow',
        title: datumTitles.fundFlow,
        drawing: sources.some(paid)
          ? {
              kind: 'streams',
              unit: 'yuan',
              from: sources.filter(paid).map(nodeOf),
              to: uses.filter(paid).map(nodeOf),
              links: linksOf(sums, sources, uses),
            }
          : null,
        table: {
          columns: [
            { title: both('来源', 'Source'), unit: null },
            ...stageNames.map((stage) => ({ title: stageTitles[stage], unit: 'yuan' as const })),
          ],
          rows: [
            ...sources.map(({ id, title, stages }) => ({ id, total: false, title, stages })),
            { id: 'total', total: true, title: both('合计', 'Total'), stages: stagesOf(sums) },
          ].map(({ id, total, title, stages }) => ({
            id,
            total,
            cells: [textCell(title), ...cellsOf(stages)],
          })),
        },
        definition: both(
          '图上是已经支出的钱，从来源到用途，没有支出过的来源不画；表里是每个来源走到了哪一步。',
          'The drawing has what was paid, from source to use, and no source that paid nothing; the table how far each source has come.',
        ),
        source: both('资金台账', 'The books'),
        verified: true,
      },
    };
  },
};

/** A bank pays into the risk fund under its own name: that is no loan. */
export function titleOfSource(words: FundWords, id: string): Words {
  const { title } = words.source(id);
  return isLenderSource(id)
    ? both(`${title.zh}缴入风险补偿金`, `Paid into the risk fund by ${title.en}`)
    : title;
}

interface Sum {
  readonly id: string;
  readonly title: Words;
  readonly stages: Stages;
}

/** Broad streams lie above, and cross as few others as can be. */
function mostPaidFirst(left: Sum, right: Sum): number {
  const more = right.stages.paid - left.stages.paid;
  if (more !== 0n) return more > 0n ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}

function nodeOf({ id, title, stages }: Sum) {
  return { id, title, n: yuan(stages.paid) };
}

/** What was paid from each source for each use, in the order both columns stand in. */
function linksOf(sums: readonly KindSum[], sources: readonly Sum[], uses: readonly Sum[]) {
  return sources.flatMap(({ id: from }) =>
    uses.flatMap(({ id: to }) => {
      const own = sums.filter(({ source, purpose }) => source === from && purpose === to);
      const n = yuan(stagesOf(own).paid);
      return n > 0 ? [{ from, to, n }] : [];
    }),
  );
}

function cellsOf(stages: Stages) {
  return stageNames.map((stage) => numberCell(yuan(stages[stage])));
}

export function yuan(fen: bigint): number {
  return fenToNumber(fen) / fenPerYuan;
}

/** Why nothing is shown of the books. */
const gaps = {
  closed: both('账目只给有资金权限的人看。', 'The books are for those who may read them.'),
  empty: both('账上还没有资金，所以空着。', 'No money is in the books yet, so this stays empty.'),
} as const;

export function gapOf(datum: 'fundFlow' | 'financing', why: keyof typeof gaps): Made {
  return { gap: { datum, title: datumTitles[datum], why: gaps[why] } };
}
