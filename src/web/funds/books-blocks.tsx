// Sums of the books as tables: planned, granted, arrived, allocated, paid, left; each number is a link to
// the lines it is the sum of.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Books } from '#contract/funds.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownShare, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { Finding } from '#web/ui/page-head.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { moneyTexts } from './money-texts.ts';

type Stages = Books['total'];
type Stage = keyof Stages;

/** Below the county nothing is granted or arrives by itself; there the way begins with what was allocated. */
function stagesHere({ total }: Books): readonly Stage[] {
  return total.granted === 0 && total.planned === 0
    ? ['allocated', 'paid', 'left']
    : ['arrived', 'allocated', 'paid', 'left'];
}

interface Asked {
  readonly area?: string | undefined;
  readonly source?: string;
  readonly purpose?: string;
}

export function BooksFinding({
  books,
  idle,
}: {
  readonly books: Books;
  readonly idle: { readonly ages: readonly { readonly amount: number }[] } | undefined;
}) {
  const text = useText(moneyTexts);
  const { total, dispersion } = books;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const old = idle?.ages.at(-1)?.amount ?? 0;
  const isPlace = total.granted === 0 && total.allocated > 0;
  const facts = {
    planned: yuan(total.planned),
    granted: yuan(total.granted),
    arrived: yuan(total.arrived),
    allocated: yuan(total.allocated),
    paid: yuan(total.paid),
    left: yuan(total.left),
    share: shownShare(total.paid, isPlace ? total.allocated : total.arrived),
  };
  const key = isPlace ? 'findingPlace' : total.arrived === 0 ? 'findingNone' : 'finding';
  return (
    <Finding
      detail={
        <>
          {old === 0 ? null : (
            <strong className="funds-alarm">{text('detailIdle', { amount: yuan(old) })} </strong>
          )}
          {dispersion === null
            ? null
            : text('detailSpread', {
                places: exactNumber(dispersion.places),
                hhi: exactNumber(dispersion.hhi, 3),
                equivalent: exactNumber(dispersion.equivalent, 1),
                name: dispersion.largest.name,
                share: shownShare(dispersion.largest.share, 1),
              })}
        </>
      }
    >
      {text(key, facts)}
    </Finding>
  );
}

export function SourceTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  const most = Math.max(1, ...books.sources.map(({ granted, allocated }) => granted || allocated));
  const here = stagesHere(books);
  const stages = here.includes('arrived') ? (['planned', 'granted', ...here] as const) : here;
  return (
    <Block title={text('sources')} aside={text('progressAside')}>
      <StageTable
        head={text('source')}
        stages={stages}
        most={most}
        total={books.total}
        area={books.area.code}
        rows={books.sources.map((one) => ({
          key: one.source,
          label: (
            <>
              {text.pick(one.title)}{' '}
              {one.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
            </>
          ),
          asked: { area: books.area.code, source: one.source },
          amounts: one,
        }))}
      />
    </Block>
  );
}

export function PlaceTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  if (books.places.length === 0) return null;
  const { itself } = books;
  const hasOwn = itself.allocated !== 0 || itself.left !== 0;
  const rows = books.places.map((one) => ({
    key: one.area.code,
    label: (
      <Link to="/money" search={{ area: one.area.code }} className="row-link">
        {one.area.name}
      </Link>
    ),
    asked: { area: one.area.code },
    amounts: one,
  }));
  const own = { key: books.area.code, label: text('itself', books.area), amounts: itself };
  return (
    <Block title={text('places')} aside={text('unit')}>
      <StageTable
        head={text('place')}
        stages={['allocated', 'paid', 'left']}
        most={Math.max(1, itself.allocated, ...books.places.map(({ allocated }) => allocated))}
        total={books.total}
        area={books.area.code}
        rows={hasOwn ? [...rows, own] : rows}
      />
    </Block>
  );
}

export function UseTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  const most = Math.max(1, ...books.uses.map(({ granted, allocated }) => granted || allocated));
  return (
    <Block title={text('uses')} aside={text('unit')}>
      <StageTable
        head={text('use')}
        stages={stagesHere(books)}
        most={most}
        total={books.total}
        area={books.area.code}
        rows={books.uses.map((one) => ({
          key: one.purpose,
          label: text.pick(one.title),
          asked: { area: books.area.code, purpose: one.purpose },
          amounts: one,
        }))}
      />
    </Block>
  );
}

interface StageRow {
  readonly key: string;
  readonly label: ReactNode;
  /** Absent where no list holds just these lines. */
  readonly asked?: Asked;
  readonly amounts: Stages;
}

function StageTable({
  head,
  stages,
  rows,
  most,
  total,
  area,
}: {
  readonly head: string;
  readonly stages: readonly Stage[];
  readonly rows: readonly StageRow[];
  readonly most: number;
  readonly total: Stages;
  readonly area: string;
}) {
  const text = useText(moneyTexts);
  return (
    <Scrolled className="funds-scroll" label={head}>
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col" className="number">
                {text(stage)}
              </th>
            ))}
            <th scope="col">{text('progress')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.label}</td>
              {stages.map((stage) => (
                <td key={stage} className="number">
                  <StageLink stage={stage} amount={row.amounts[stage]} asked={row.asked} />
                </td>
              ))}
              <td>
                <Progress amounts={row.amounts} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text('total')}</td>
            {stages.map((stage) => (
              <td key={stage} className="number">
                <StageLink stage={stage} amount={total[stage]} asked={{ area }} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </Scrolled>
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

/** One scale for all rows: granted as the base line, arrived or allocated light, paid dark. */
function Progress({ amounts, most }: { readonly amounts: Stages; readonly most: number }) {
  const { granted, arrived, allocated, paid } = amounts;
  const width = (fen: number) => `${Math.max(0, Math.min(100, (fen / most) * 100))}%`;
  const base = granted || allocated;
  return (
    <span
      className="funds-progress"
      role="img"
      aria-label={`${shownShare(paid, base)} · ${exactYuan(paid)} / ${exactYuan(base)}`}
    >
      <span className="funds-base" style={{ width: width(base) }} />
      <span className="funds-here" style={{ width: width(granted === 0 ? allocated : arrived) }} />
      <span className="funds-paid" style={{ width: width(paid) }} />
    </span>
  );
}
