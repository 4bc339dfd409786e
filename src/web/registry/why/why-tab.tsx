// Why: every decision the rules make about the household, each opening to its reasons. Wide screens show
// the list beside the open one, narrow ones one after the other.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { AsOfChoice } from './as-of-choice.tsx';
import { DecidedBefore } from './decided-before.tsx';
import { DecisionDetail } from './decision-detail.tsx';
import { DecisionList } from './decision-list.tsx';
import { useDecisions } from './why-reads.ts';
import { readWhySearch } from './why-search.ts';
import { whyTexts } from './why-texts.ts';
import './why.css';

export function WhyTab({ household }: { readonly household: string }) {
  const text = useText(whyTexts);
  const may = useMay();
  const { decision } = useParams({ strict: false });
  const search = readWhySearch(useSearch({ strict: false }));
  const narrow = useNarrow();
  const list = useDecisions(household, search);
  const grid = useRef<HTMLDivElement>(null);
  const isListed = list.data !== undefined;
  // An address that names a decision opens at it, and so does a press far down the list.
  useEffect(() => {
    if (decision !== undefined && isListed) grid.current?.scrollIntoView({ block: 'start' });
  }, [decision, isListed]);
  if (!may('targeting.read'))
    return <EmptyState title={text('noRight')} text={text('noRightText')} />;
  const open = decision ?? (narrow ? undefined : list.data?.items[0]?.key);
  const both = !narrow || open === undefined;
  return (
    <div className="why">
      <p className="quiet">{text('help')}</p>
      <AsOfChoice key={`${search.on} ${search.known}`} search={search} />
      {list.error !== null ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton lines={8} />
      ) : list.data.items.length === 0 ? (
        <EmptyState title={text('none')} text={text('noneText')} />
      ) : (
        <>
          {open === undefined ? (
            <DecidedBefore household={household} decided={list.data.decided} on={list.data.on} />
          ) : null}
          <div className="why-grid" ref={grid}>
            {both ? (
              <DecisionList household={household} list={list.data} open={open} search={search} />
            ) : (
              <Link
                to="/households/$id/why"
                params={{ id: household }}
                search={{ on: search.on, known: search.known }}
                resetScroll={false}
                className="back-link"
              >
                ‹ {text('all')}
              </Link>
            )}
            {open === undefined ? null : (
              <DecisionDetail household={household} decision={open} search={search} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
