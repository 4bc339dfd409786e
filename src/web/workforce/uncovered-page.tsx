// Households that nobody answers for today: the alarm, one by one, each to be paired from here.

import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Uncovered } from '#contract/workforce-pairing.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Dotted } from '#web/ui/dotted.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { helperTexts } from './helper-texts.ts';
import { PairSheet } from './pair-sheet.tsx';
import './workforce.css';

export function UncoveredPage() {
  const text = useText(helperTexts);
  const may = useMay();
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/helpers/uncovered' });
  const [pairing, setPairing] = useState<Uncovered>();
  const isCounty = area.length >= 6;
  const read = usePages('GET /api/workforce/uncovered', { query: { area } }, { enabled: isCounty });
  return (
    <div className="page workforce">
      <Link to="/helpers" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('uncovered')} note={text('uncoveredNote')} />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : <ErrorState error={read.error} retry={read.refetch} />}
      {isCounty && read.isPending ? <Skeleton lines={6} /> : null}
      {!read.isPending && read.error === null && read.items.length === 0 ? (
        <EmptyState title={text('coveredEmpty')} />
      ) : null}
      <ul className="workforce-cards workforce-uncovered">
        {read.items.map((one) => (
          <li key={one.household}>
            <Link to="/households/$id" params={{ id: one.household }}>
              <strong>{one.headName ?? text('nameless')}</strong>
              <span>
                <Reason one={one} />
              </span>
              <small className="quiet workforce-parts">
                <Dotted>
                  {`${one.township} ${one.village}`}
                  {groupedNo(one.householdNo)}
                </Dotted>
              </small>
            </Link>
            {may('workforce.manage') ? (
              <span>
                <button type="button" className="button" onClick={() => setPairing(one)}>
                  {text(one.cover === 'away' ? 'handOver' : 'pair')}
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <MoreButton list={read}>{text('more')}</MoreButton>
      {pairing === undefined ? null : (
        <PairSheet
          household={pairing.household}
          headName={pairing.headName}
          act={pairing.cover === 'away' ? 'offer' : 'pair'}
          onClose={() => setPairing(undefined)}
        />
      )}
    </div>
  );
}

/** On leave since a day, or without a helper: never paired, or since the one before left. */
function Reason({ one }: { readonly one: Uncovered }) {
  const text = useText(helperTexts);
  const { cover, lastHelper, since } = one;
  const parts =
    cover === 'away'
      ? [text('coverAway', { name: lastHelper ?? '' })]
      : [
          text('coverNone'),
          lastHelper === null ? text('never') : text('lastHelper', { name: lastHelper }),
        ];
  if (since !== null) parts.push(text('sinceDay', { on: since }));
  return parts.join(text.marks.comma);
}
