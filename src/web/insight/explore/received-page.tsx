// What was shared with somebody who builds no tables of their own: views with the numbers of their area,
// small ones hidden, and the files they are sent.
import { Link, useSearch } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { readExploreSearch } from './explore-search.ts';
import { ReceivedFiles } from './received-files.tsx';
import { ViewNote } from './saved-views.tsx';
import { exploreTexts } from './texts.ts';

export function ReceivedPage() {
  const text = useText(exploreTexts);
  const { shared: view } = readExploreSearch(useSearch({ strict: false }));
  const read = useRead('GET /api/insight/views', {});
  const items = read.data?.items ?? [];
  return (
    <div className="page explore-page chart-page">
      <PageHead title={text('readerTitle')} />
      <p className="quiet small">{text('readerHelp')}</p>
      <div className={view === undefined ? undefined : 'explore-grid'}>
        {view === undefined ? null : (
          <div className="explore-main">
            <OpenView id={view} />
          </div>
        )}
        <aside className="explore-side">
          <Block title={text('views')}>
            {read.error === null ? null : (
              <ErrorState error={read.error} retry={() => void read.refetch()} />
            )}
            {read.data !== undefined && items.length === 0 ? (
              <p className="quiet small">{text('viewsEmptyReader')}</p>
            ) : null}
            <ul className="explore-views">
              {items.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/explore"
                    search={{ shared: one.id }}
                    className="row-link"
                    aria-current={one.id === view ? 'true' : undefined}
                  >
                    {one.title}
                  </Link>
                  <ViewNote view={one} />
                </li>
              ))}
            </ul>
          </Block>
          <ReceivedFiles />
        </aside>
      </div>
    </div>
  );
}

function OpenView({ id }: { readonly id: string }) {
  const text = useText(exploreTexts);
  const read = useRead('GET /api/insight/views/:id', { params: { id } });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    );
  }
  const { exploration } = read.data;
  const { smallest, mustMask, panel, area } = exploration;
  return (
    <>
      <p className="small quiet">{area.name}</p>
      {mustMask ? <p className="notice">{text('mustMask', { smallest })}</p> : null}
      <ChartPanel panel={panel} partAddress={undefined} />
    </>
  );
}
