// Rows of the books through their stages, a bar each on one scale: a table at a desk, cards on a phone. Each
// number opens the lines it is the sum of.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Books } from '#contract/funds.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan, shownShare } from '#web/text/number.ts';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { moneyTexts } from './money-texts.ts';
import type { StageBar } from './stage-bar.ts';

type Stages = Books['total'];
type Stage = keyof Stages;

interface Asked {
  readonly area?: string | undefined;
  readonly source?: string;
  readonly purpose?: string;
}

interface StageTableProps {
  readonly head: string;
  readonly stages: readonly Stage[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: ReactNode;
    /** Absent where no list holds just these lines. */
    readonly asked?: Asked;
    readonly amounts: Stages;
  }[];
  readonly barOf: (amounts: Stages) => StageBar;
  readonly total: Stages;
  readonly area: string;
}

export function StageTable({ head, stages, rows, barOf, total, area }: StageTableProps) {
  const text = useText(moneyTexts);
  const bars = rows.map(({ amounts }) => barOf(amounts));
  const most = Math.max(1, ...bars.flatMap(({ whole, line }) => [whole, line]));
  const figuresOf = (amounts: Stages, asked: Asked | undefined) => {
    const figure = (stage: Stage) => (
      <StageLink stage={stage} amount={amounts[stage]} asked={asked} />
    );
    return {
      planned: figure('planned'),
      granted: figure('granted'),
      arrived: figure('arrived'),
      allocated: figure('allocated'),
      paid: figure('paid'),
      left: figure('left'),
    };
  };
  return (
    <FigureTable
      label={head}
      head={head}
      columns={stages}
      nameOf={(stage) => text(stage)}
      rows={rows.map(({ key, label, asked, amounts }) => ({
        key,
        title: label,
        figures: figuresOf(amounts, asked),
        bar: <Progress bar={barOf(amounts)} most={most} />,
      }))}
      total={figuresOf(total, { area })}
      bars={text('progress')}
    />
  );
}

function StageLink({
  stage,
  amount,
  asked,
}: {
  readonly stage: Stage;
  readonly amount: number;
  readonly asked: Asked | undefined;
}) {
  if (amount === 0) return <span className="quiet">0</span>;
  if (asked === undefined) return <ColumnMoney fen={amount} />;
  return (
    <Link to="/money/lines" search={{ ...asked, stage }} className="count-link">
      <ColumnMoney fen={amount} />
    </Link>
  );
}

function Progress({ bar, most }: { readonly bar: StageBar; readonly most: number }) {
  const { whole, paid, line } = bar;
  const width = (fen: number) => `${Math.max(0, Math.min(100, (fen / most) * 100))}%`;
  return (
    <span
      className="funds-progress"
      role="img"
      aria-label={`${shownShare(paid, whole)} · ${exactYuan(paid)} / ${exactYuan(whole)}`}
    >
      <span className="funds-base" style={{ width: width(line) }} />
      <span className="funds-here" style={{ width: width(whole) }} />
      <span className="funds-paid" style={{ width: width(paid) }} />
    </span>
  );
}
