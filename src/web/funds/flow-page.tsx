// The flow of funds of an area in chosen months: on the desk a picture, everywhere its columns as tables;
// and the year's budget by month. Every number opens its lines.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FundFlow } from '#contract/funds-flow.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan, shownShare, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Field } from '#web/ui/field.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { FigureTable } from '#web/ui/figure-table.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { useWidth } from '#web/ui/use-width.ts';
import { FlowPicture } from './flow-picture.tsx';
import { linesBehind, monthsUntil } from './flow-search.ts';
import { flowTexts } from './flow-texts.ts';
import './funds.css';
import './flow.css';

const pictureLeast = 880;

export function FlowPage() {
  const text = useText(flowTexts);
  const own = useMe().area.code;
  const { area = own, from, to } = useSearch({ from: '/frame/flow' });
  const read = useRead('GET /api/funds/flow', { query: { area, from, to } }, { keep: true });
  const { data } = read;
  return (
    <div className="page funds">
      <PageHead title={text('title')} />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={10} /> : null}
      {data === undefined ? null : <FlowOf flow={data} />}
    </div>
  );
}

function FlowOf({ flow }: { readonly flow: FundFlow }) {
  const text = useText(flowTexts);
  const narrow = useNarrow();
  const [holder, width] = useWidth<HTMLDivElement>();
  if (flow.nodes.length === 0) {
    return (
      <>
        <Months flow={flow} />
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
        <Budget flow={flow} />
      </>
    );
  }
  return (
    <>
      <FlowFinding flow={flow} />
      <Months flow={flow} />
      {narrow ? null : (
        <Block title={text('picture')} aside={text('pictureAside')}>
          <div ref={holder} className="flow-holder">
            {width === 0 ? null : <FlowPicture flow={flow} width={Math.max(pictureLeast, width)} />}
          </div>
        </Block>
      )}
      <div className="flow-parts">
        <div>
          <Budget flow={flow} />
          <ColumnTable flow={flow} column="source" />
          <ColumnTable flow={flow} column="use" />
          <ColumnTable flow={flow} column="reached" />
        </div>
        <div>
          <ColumnTable flow={flow} column="place" />
          <ColumnTable flow={flow} column="project" />
        </div>
      </div>
    </>
  );
}

function FlowFinding({ flow }: { readonly flow: FundFlow }) {
  const text = useText(flowTexts);
  const first = (column: FundFlow['columns'][number]) => {
    const node = flow.nodes.find((one) => one.column === column);
    return node === undefined ? '' : text.pick(node.title);
  };
  const yuan = (fen: number) => shownYuan(fen, text.language);
  return (
    <Finding
      detail={
        flow.total === flow.paid
          ? text('detail')
          : text('detailApart', { total: yuan(flow.total), paid: yuan(flow.paid) })
      }
    >
      {text('finding', {
        from: flow.from,
        to: flow.to,
        paid: yuan(flow.paid),
        source: first('source'),
        use: first('use'),
      })}
    </Finding>
  );
}

function Months({ flow }: { readonly flow: FundFlow }) {
  const text = useText(flowTexts);
  const navigate = useNavigate();
  const search = useSearch({ from: '/frame/flow' });
  const months = monthsUntil(flow.now);
  const choose = (part: 'from' | 'to', month: string) =>
    void navigate({
      to: '/flow',
      search: { ...search, from: flow.from, to: flow.to, [part]: month },
    });
  return (
    <div className="flow-months no-print">
      {(['from', 'to'] as const).map((part) => (
        <Field key={part} label={text(part)}>
          <select
            className="input"
            value={flow[part]}
            onChange={(event) => choose(part, event.target.value)}
          >
            {months
              .filter((month) => (part === 'from' ? month <= flow.to : month >= flow.from))
              .map((month) => (
                <option key={month}>{month}</option>
              ))}
          </select>
        </Field>
      ))}
    </div>
  );
}

/** One column of the picture as a table; some choices of an area leave a column out. */
function ColumnTable({
  flow,
  column,
}: {
  readonly flow: FundFlow;
  readonly column: FundFlow['columns'][number];
}) {
  const text = useText(flowTexts);
  if (!flow.columns.includes(column)) return null;
  return (
    <Block title={text(`column_${column}`)}>
      <table className="rows dense flow-column">
        <thead>
          <tr>
            <th scope="col">{text(`column_${column}`)}</th>
            <ColumnHeads
              heads={['amount', 'share']}
              figures={['amount', 'share']}
              nameOf={(head) => text(head)}
            />
          </tr>
        </thead>
        <tbody>
          {flow.nodes
            .filter((node) => node.column === column)
            .map((node) => (
              <tr key={node.key}>
                <td>
                  {column === 'place' && node.key !== flow.area.code ? (
                    <Link
                      to="/flow"
                      search={{ area: node.key, from: flow.from, to: flow.to }}
                      className="row-link"
                    >
                      {text.pick(node.title)}
                    </Link>
                  ) : (
                    text.pick(node.title)
                  )}
                </td>
                <td className="number">
                  <Link
                    to="/money/lines"
                    search={linesBehind(flow, { [column]: node.key })}
                    className="count-link"
                  >
                    {exactYuan(node.amount)}
                  </Link>
                </td>
                <td className="number">{shownShare(node.amount, flow.total)}</td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text('total')}</td>
            <td className="number">{exactYuan(flow.total)}</td>
            <td className="number">{shownShare(flow.total, flow.total)}</td>
          </tr>
        </tfoot>
      </table>
    </Block>
  );
}

function Budget({ flow }: { readonly flow: FundFlow }) {
  const text = useText(flowTexts);
  const { year, planned, months } = flow.progress;
  const most = Math.max(1, planned, ...months.flatMap(({ arrived, paid }) => [arrived, paid]));
  const width = (fen: number) => `${Math.max(0, (fen / most) * 100)}%`;
  return (
    <Block className="flow-year" title={text('progress', { year })} aside={text('progressAside')}>
      <p className="quiet">
        {planned === 0
          ? text('noPlan', { year })
          : text('planned', { amount: shownYuan(planned, text.language) })}
      </p>
      <FigureTable
        label={text('progress', { year })}
        head={text('month')}
        columns={['arrived', 'paid', 'ofPlan']}
        nameOf={(head) => text(head)}
        rows={months.map((one) => ({
          key: one.month,
          title: one.month,
          figures: {
            arrived: <ColumnMoney fen={one.arrived} />,
            paid: <ColumnMoney fen={one.paid} />,
            ofPlan: shownShare(one.paid, planned),
          },
          bar: (
            <span className="flow-budget" aria-hidden="true">
              <span className="flow-came" style={{ width: width(one.arrived) }} />
              <span className="flow-paid" style={{ width: width(one.paid) }} />
              {planned === 0 ? null : (
                <span className="flow-plan" style={{ left: width(planned) }} />
              )}
            </span>
          ),
        }))}
        bars={text('course')}
      />
    </Block>
  );
}
