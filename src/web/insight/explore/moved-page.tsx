// The households behind a number of what happened in some months.

import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { readMovedSearch } from './explore-search.ts';
import { exploreTexts } from './texts.ts';
import './explore.css';

const kinds = ['joined', 'left', 'standingPoor'] as const;

export function MovedPage() {
  const text = useText(exploreTexts);
  const me = useMe();
  const { area, what, from, to } = readMovedSearch(useSearch({ strict: false }));
  const kind = kinds.find((one) => one === what) ?? 'left';
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: area ?? me.area.code }, query: {} },
    { keep: true },
  );
  const list = usePages('GET /api/insight/explore/households', {
    query: { area, what: kind, from, to, limit: 50 },
  });
  const span =
    from === undefined && to === undefined
      ? text('movedAny')
      : from === to || kind === 'standingPoor'
        ? (to ?? from ?? '')
        : text('movedSpan', { from: from ?? '…', to: to ?? '…' });
  return (
    <div className="page">
      <p>
        <Link to="/explore" search={(before) => ({ area: before.area })} className="back-link">
          ‹ {text('back')}
        </Link>
      </p>
      <PageHead
        title={text('movedTitle', { area: named.data?.name ?? '', what: text(`moved_${kind}`) })}
        note={span}
      />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={6} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('movedEmpty')} text={text('movedEmptyText')} />
      ) : null}
      {list.items.length === 0 ? null : (
        <table className="rows dense moved-list">
          <thead>
            <tr>
              <th scope="col">{text('head')}</th>
              <th scope="col">{text('householdNo')}</th>
              <th scope="col">{text('place')}</th>
              <th scope="col">{text('day')}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((one) => (
              <tr key={`${one.id} ${one.day}`}>
                <td>
                  <Link to="/households/$id" params={{ id: one.id }} className="row-link">
                    {one.headName ?? text('notNamed')}
                  </Link>
                </td>
                <td>{groupedNo(one.householdNo)}</td>
                <td>
                  {one.township} {one.village}
                </td>
                <td className="day">{one.day}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}
