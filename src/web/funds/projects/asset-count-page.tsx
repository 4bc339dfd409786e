// The yearly stock-take, one asset after another, made for a phone in the field: see it, press once.
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { assetTexts } from './asset-texts.ts';
import { staleAssets } from './stale-assets.ts';
import '../funds.css';
import './projects.css';

const conditions = ['inUse', 'idle', 'damaged', 'missing'] as const;

export function AssetCountPage() {
  const text = useText(assetTexts);
  const say = useSay();
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/assets/count' });
  const counts = useRead('GET /api/funds/assets/counts', { query: { area } }, { keep: true });
  const list = usePages('GET /api/funds/assets', { query: { area, uncounted: 'true', limit: 30 } });
  const count = useWrite('POST /api/funds/assets/:id/count', { stale: staleAssets });
  const problem = useExplanation(count.error);
  const { data } = counts;
  return (
    <div className="page funds asset-count">
      <Link
        to="/assets"
        search={(before) => ({ area: before.area })}
        className="back-link no-print"
      >
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('countTitle', { year: data?.year ?? '' })}
        note={
          data === undefined
            ? undefined
            : text('countProgress', {
                counted: exactNumber(data.counted),
                all: exactNumber(data.toCount),
              })
        }
      />
      {data === undefined ? null : (
        <progress
          className="asset-progress"
          max={data.toCount}
          value={data.counted}
          aria-label={text('countPage')}
        />
      )}
      <p className="small quiet asset-help">{text('countHelp')}</p>
      <Problem>{problem}</Problem>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={6} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <p>{text('countDone')}</p>
      ) : null}
      <ul className="funds-list">
        {list.items.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.title}</strong>{' '}
              {/* One unit for all: they are read one below the other. */}
              {text('valueIs', { value: exactNumber(Math.round(one.value / 100)) })}
            </p>
            <p className="small quiet">
              {[one.area.name, text(`kind_${one.kind}`), one.keeper]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            <div className="funds-acts">
              {conditions.map((condition) => (
                <button
                  key={condition}
                  type="button"
                  className="button"
                  disabled={count.isPending || data === undefined}
                  aria-label={`${one.title} ${text(`condition_${condition}`)}`}
                  onClick={() =>
                    count.mutate(
                      {
                        params: { id: one.id },
                        body: { condition, on: data?.on ?? '' },
                      },
                      {
                        onSuccess: () =>
                          say(
                            text('saidCounted', {
                              title: one.title,
                              condition: text(`condition_${condition}`),
                            }),
                          ),
                      },
                    )
                  }
                >
                  {text(`condition_${condition}`)}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}
