// The households behind a number of the credit page.
import { Link, useSearch } from '@tanstack/react-router';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { creditTexts } from './credit-texts.ts';
import '../funds.css';

export function CreditListPage() {
  const text = useText(creditTexts);
  const may = useMay();
  const own = useMe().area.code;
  const {
    area = own,
    show = 'rated',
    grade,
    reason,
  } = useSearch({
    from: '/frame/loans/credit/list',
  });
  const list = usePages('GET /api/funds/credit', { query: { area, show, grade, reason } });
  return (
    <div className="page funds">
      <Link to="/loans/credit" search={{ area }} className="back-link no-print">
        ‹ {text('title')}
      </Link>
      <PageHead title={text(`show_${show}`)} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('listNone')} text={text('emptyText')} />
      ) : null}
      <ul className="funds-list">
        {list.items.map((one) => (
          <li key={one.household}>
            <p>
              {may('registry.read') ? (
                <Link to="/households/$id" params={{ id: one.household }} className="row-link">
                  {one.headName}
                </Link>
              ) : (
                <strong>{one.headName}</strong>
              )}{' '}
              {one.gradeTitle === null ? null : text.pick(one.gradeTitle)}{' '}
              {one.limit === null ? null : (
                <span className="funds-amount">{exactYuan(one.limit)}</span>
              )}
            </p>
            <p className="small quiet">
              {one.area.name} {one.householdNo} {one.gradedOn}{' '}
              {one.reasonTitle === null ? null : text.pick(one.reasonTitle)}
            </p>
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}
