// Plans and measures of an area: who has none, what is late, which cause meets which measure, and how far
// what was promised has come.
import { Link, useSearch } from '@tanstack/react-router';
import type { AssistanceSummary } from '#contract/assistance-summary.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { TotalRow } from '#web/ui/total-row.tsx';
import { CauseHeat } from './cause-heat.tsx';
import { DeliverySums, Funnels } from './delivery-sums.tsx';
import { MeasureTables } from './measure-tables.tsx';
import { PlanList } from './plan-list.tsx';
import { summaryTexts } from './summary-texts.ts';
import './assistance.css';

/** The code of a village; hamlets have more digits and no plan of their own. */
const villageDigits = 12;

export function PlansPage() {
  const text = useText(summaryTexts);
  const me = useMe();
  const { area = me.area.code } = useSearch({ from: '/frame/plans' });
  const enabled = area.length >= 6;
  const summary = useRead(
    'GET /api/assistance/summary',
    { query: { area } },
    { enabled, keep: true },
  );
  return (
    <div className="page assistance">
      <PageHead
        title={text('title')}
        asOf={summary.data?.today}
        actions={
          area.length === villageDigits ? (
            <Link to="/villages/$village/plan" params={{ village: area }} className="button">
              {text('openVillagePlan')}
            </Link>
          ) : undefined
        }
      />
      {enabled ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {summary.error === null ? null : (
        <ErrorState error={summary.error} retry={() => void summary.refetch()} />
      )}
      {enabled && summary.isPending ? <Skeleton lines={10} /> : null}
      {summary.data === undefined ? null : <Sums sums={summary.data} />}
      {enabled ? <PlanList area={area} /> : null}
    </div>
  );
}

function Sums({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  const facts = {
    registered: exactNumber(sums.registered),
    none: exactNumber(sums.none),
    late: exactNumber(sums.late),
    submitted: exactNumber(sums.submitted),
  };
  return (
    <>
      <Finding detail={text('detail', { disputes: exactNumber(sums.disputes) })}>
        {text(findingOf(sums), facts)}
      </Finding>
      {sums.byArea.length === 0 ? null : <AreaTable sums={sums} />}
      <CauseHeat sums={sums} />
      <MeasureTables sums={sums} />
      <DeliverySums sums={sums} />
      <Funnels sums={sums} />
    </>
  );
}

function findingOf({ registered, none }: AssistanceSummary) {
  if (registered === 0) return 'findingNobody';
  return none === 0 ? 'findingDone' : 'finding';
}

const shows = ['none', 'submitted', 'late'] as const;

function AreaTable({ sums }: { readonly sums: AssistanceSummary }) {
  const text = useText(summaryTexts);
  return (
    <Block title={text('byArea')}>
      <StackedTable
        heads={['area', 'registered', 'planned', ...shows]}
        figures={['registered', 'planned', ...shows]}
        nameOf={text}
        label={text('byArea')}
      >
        <tbody>
          {sums.byArea.map((one) => (
            <tr key={one.code}>
              <td>
                <Link to="/plans" search={{ area: one.code }} className="row-link">
                  {one.name}
                </Link>
              </td>
              <td className="number">{exactNumber(one.registered)}</td>
              <td className="number">{exactNumber(one.planned)}</td>
              {shows.map((key) => (
                <td key={key} className="number">
                  <Link
                    to="/plans"
                    search={{ area: one.code, show: key === 'submitted' ? 'waiting' : key }}
                    hash="list"
                    className="count-link"
                  >
                    {exactNumber(one[key])}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <TotalRow rows={sums.byArea} columns={['registered', 'planned', ...shows]} />
      </StackedTable>
    </Block>
  );
}
