// Every paper of the loans of a county, the latest first.
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { loanTexts } from './loan-texts.ts';
import { PaperRows } from './paper-rows.tsx';
import '../funds.css';

export function PapersPage() {
  const text = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans/papers' });
  const list = usePages('GET /api/funds/loan-papers', { query: { area, state: 'all' } });
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('papersTitle')} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('papersNone')} text={text('papersEmptyText')} />
      ) : null}
      <PaperRows papers={list.items} area={area} />
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}
