// Indicators of villages and the county: which sets there are, who owns each and what is missing; the set
// that is open as a table, to read or to fill in.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { IndicatorSet, IndicatorTable } from '#contract/registry-indicators.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { IndicatorChosen } from './indicator-chosen.tsx';
import { indicatorTexts } from './indicator-texts.ts';
import './indicators.css';

export function IndicatorPage() {
  const text = useText(indicatorTexts);
  const own = useMe().area.code;
  const { area = own, set } = useSearch({ from: '/frame/indicators' });
  const isCounty = area.length >= 6;
  const read = useRead(
    'GET /api/registry/indicators',
    { query: { area, ...(set === undefined ? {} : { set }) } },
    { enabled: isCounty, keep: true },
  );
  const { data } = read;
  return (
    <div className="page indicators">
      <PageHead title={text('title')} />
      <p className="quiet">{text('lead')}</p>
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : <Loaded table={data} area={area} set={set} />}
    </div>
  );
}

function Loaded({
  table,
  area,
  set,
}: {
  readonly table: IndicatorTable;
  readonly area: string;
  readonly set: string | undefined;
}) {
  const text = useText(indicatorTexts);
  const { sets, chosen } = table;
  if (sets.length === 0) return <EmptyState title={text('noSets')} text={text('noSetsText')} />;
  const open = sets.filter(({ cells, entered }) => entered < cells);
  const missing = open.reduce((all, { cells, entered }) => all + cells - entered, 0);
  return (
    <>
      <Finding>
        {open.length === 0
          ? text('allEntered', { sets: sets.length })
          : text('finding', {
              sets: sets.length,
              missing: open.length,
              cells: exactNumber(missing),
            })}
      </Finding>
      <Block title={text('sets')}>
        <SetList sets={sets} set={set} />
      </Block>
      {chosen === null ? null : (
        <IndicatorChosen
          key={`${area} ${chosen.set.id}`}
          area={area}
          chosen={chosen}
          departments={table.departments}
          mayAssign={table.mayAssign}
        />
      )}
    </>
  );
}

function SetList({
  sets,
  set,
}: {
  readonly sets: readonly IndicatorSet[];
  readonly set: string | undefined;
}) {
  const text = useText(indicatorTexts);
  const [all, setAll] = useState(false);
  const shown = all || sets.length <= 12 ? sets : sets.slice(0, 12);
  return (
    <>
      <StackedTable
        heads={['set', 'owner', 'entered', 'share', 'lastOn']}
        figures={['entered', 'share']}
        nameOf={text}
      >
        <tbody>
          {shown.map((one) => (
            <tr key={one.id} className={one.id === set ? 'chosen' : undefined}>
              <td>
                <Link
                  to="/indicators"
                  search={(before) => ({ ...before, set: one.id })}
                  className="row-link"
                  aria-current={one.id === set ? 'true' : undefined}
                  resetScroll={false}
                >
                  {text.pick(one.title)}
                </Link>{' '}
                <small className="quiet">{text(`subject_${one.subject}`)}</small>{' '}
                {one.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
              </td>
              <td>
                {one.cells === 0 ? null : one.owner === null ? (
                  <span className="quiet">{text('countyEnters')}</span>
                ) : (
                  one.owner.unit
                )}
              </td>
              <td className="number">
                {one.cells === 0 ? '' : `${exactNumber(one.entered)}/${exactNumber(one.cells)}`}
              </td>
              <td className="number quiet">
                {one.cells === 0 ? (
                  text('countedHere')
                ) : one.entered < one.cells ? (
                  shownShare(one.entered, one.cells)
                ) : (
                  <Chip meaning="done">100%</Chip>
                )}
              </td>
              <td className="day">{one.lastOn ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
      {shown.length < sets.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {exactNumber(sets.length)}
        </button>
      ) : null}
    </>
  );
}
