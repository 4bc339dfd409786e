// The board of supply and demand: what is offered, wanted and advised here and above, until its day.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MarketNotice } from '#contract/workforce-market.ts';
import { type MarketKind, marketKinds } from '#domain/workforce/market.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { marketTexts } from './market-texts.ts';
import { PostMarketSheet } from './post-market-sheet.tsx';
import './workforce.css';

export function MarketPage() {
  const text = useText(marketTexts);
  const home = useMe().area.code;
  const { area = home } = useSearch({ from: '/frame/market' });
  const isCounty = area.length >= 6;
  const [kind, setKind] = useState<MarketKind>();
  const [posting, setPosting] = useState(false);
  const read = useRead(
    'GET /api/workforce/market',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  const { data } = read;
  const shown = (data?.items ?? []).filter((one) => kind === undefined || one.kind === kind);
  return (
    <div className="page workforce">
      <PageHead
        title={text('title')}
        actions={
          <>
            <PrintButton />
            {data?.mayPost === true ? (
              <button type="button" className="button primary" onClick={() => setPosting(true)}>
                {text('post')}
              </button>
            ) : null}
          </>
        }
      />
      <p className="quiet">{text('lead')}</p>
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : (
        <>
          <Finding>{text('finding', countsOf(data.items))}</Finding>
          <div className="workforce-filter no-print">
            <select
              className="input"
              aria-label={text('filter')}
              value={kind ?? ''}
              onChange={(event) => setKind(marketKinds.find((one) => one === event.target.value))}
            >
              <option value="">{text('kind_all')}</option>
              {marketKinds.map((one) => (
                <option key={one} value={one}>
                  {text(`kind_${one}`)}
                </option>
              ))}
            </select>
          </div>
          {shown.length === 0 ? <EmptyState title={text('none')} text={text('noneText')} /> : null}
          <NoticeList items={shown} />
        </>
      )}
      {posting && data !== undefined ? (
        <PostMarketSheet area={area} units={data.units} onClose={() => setPosting(false)} />
      ) : null}
    </div>
  );
}

function countsOf(items: readonly MarketNotice[]) {
  const of = (kind: MarketKind) => items.filter((one) => one.kind === kind).length;
  return { offered: of('offered'), wanted: of('wanted'), advice: of('advice') };
}

function NoticeList({ items }: { readonly items: readonly MarketNotice[] }) {
  const text = useText(marketTexts);
  const say = useSay();
  const may = useMay();
  const [closing, setClosing] = useState<MarketNotice>();
  const close = useWrite('POST /api/workforce/market/:id/closing', {
    stale: ['GET /api/workforce/market'],
    onDone: () => {
      say(text('saidClosed'));
      setClosing(undefined);
    },
  });
  const problem = useExplanation(close.error);
  return (
    <>
      <ul className="workforce-market">
        {items.map((one) => (
          <li key={one.id}>
            <p>
              <Chip meaning="neutral">{text(`kind_${one.kind}`)}</Chip>{' '}
              <strong>{one.product}</strong> {one.quantity}
            </p>
            {one.words === '' ? null : <p>{one.words}</p>}
            <p className="quiet small">
              <Dotted>
                <span>
                  {one.unit === null ? null : may('workforce.read') ? (
                    <Link
                      to="/organisation/units/$id"
                      params={{ id: one.unit.id }}
                      className="row-link"
                    >
                      {one.unit.name}
                    </Link>
                  ) : (
                    one.unit.name
                  )}{' '}
                  {one.place}
                </span>
                <span>
                  {text('call')} {one.contact}
                </span>
                <span>
                  {text('until')} <Day day={one.until} />
                </span>
                {one.daysLeft === 0 ? text('lastDay') : text('daysLeft', { days: one.daysLeft })}
              </Dotted>
            </p>
            {one.mayClose ? (
              <button
                type="button"
                className="button no-print"
                aria-label={`${text('close')} ${one.product}`}
                onClick={() => setClosing(one)}
              >
                {text('close')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {closing === undefined ? null : (
        <WordsSheet
          title={text('closeTitle', { product: closing.product })}
          lead={text('closeLead')}
          label={text('outcome')}
          act={text('close')}
          problem={problem}
          busy={close.isPending}
          longest={200}
          onSend={(outcome) => close.mutate({ params: { id: closing.id }, body: { outcome } })}
          onClose={() => setClosing(undefined)}
        />
      )}
    </>
  );
}
