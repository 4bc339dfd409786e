// The money of an area: how far it has come, by source and place; what waits, what lies idle, which months
// are closed. Every number opens its lines.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { BooksFinding, PlaceTable, SourceTable, UseTable } from './books-blocks.tsx';
import { IdleBlock } from './idle-block.tsx';
import { moneyTexts } from './money-texts.ts';
import { MonthsBlock } from './months-block.tsx';
import { WaitingBlock } from './order-rows.tsx';
import { OrderSheet } from './order-sheet.tsx';
import './funds.css';

export function MoneyPage() {
  const text = useText(moneyTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/money' });
  const [entering, setEntering] = useState(false);
  const books = useRead('GET /api/funds/books', { query: { area } }, { keep: true });
  const idle = useRead('GET /api/funds/balances', { query: { area } }, { keep: true });
  const data = books.data;
  const isEmpty = data !== undefined && data.sources.length === 0;
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        asOf={data?.on}
        actions={
          data?.mayEnter === true ? (
            <button type="button" className="button primary" onClick={() => setEntering(true)}>
              {text('enter')}
            </button>
          ) : undefined
        }
      />
      {books.error === null ? null : (
        <ErrorState error={books.error} retry={() => void books.refetch()} />
      )}
      {books.isPending ? <Skeleton lines={10} /> : null}
      {isEmpty ? <EmptyState title={text('emptyTitle')} text={text('emptyText')} /> : null}
      {data === undefined ? null : (
        <>
          {isEmpty ? null : <BooksFinding books={data} idle={idle.data} />}
          <div className="funds-grid money-grid">
            <div>
              {isEmpty ? null : (
                <>
                  <SourceTable books={data} />
                  <PlaceTable books={data} />
                  <UseTable books={data} />
                </>
              )}
              {area.length === 6 ? (
                <div className="money-last">
                  <MonthsBlock area={area} books={data} />
                </div>
              ) : null}
            </div>
            <div>
              <WaitingBlock area={area} />
              {idle.data === undefined ? null : <IdleBlock idle={idle.data} />}
            </div>
          </div>
        </>
      )}
      {entering ? <OrderSheet area={area} onClose={() => setEntering(false)} /> : null}
    </div>
  );
}
