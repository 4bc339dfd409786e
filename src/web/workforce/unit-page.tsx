// One unit: whom it leads, how, in which villages, and what became of their incomes.

import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { TieRow, UnitPage as View } from '#contract/workforce-ties.ts';
import { tieWayTitles } from '#domain/workforce/tie.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { TotalRow } from '#web/ui/total-row.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { EndTieSheet, EnterTieSheet } from './tie-sheets.tsx';
import { tieTexts } from './tie-texts.ts';
import { WayTable } from './ties-block.tsx';
import './workforce.css';

export function UnitPage() {
  const text = useText(tieTexts);
  const { id } = useParams({ from: '/frame/organisation/units/$id' });
  const read = useRead('GET /api/workforce/units/:id', { params: { id } }, { keep: true });
  const [entering, setEntering] = useState(false);
  const { data } = read;
  const area = data?.area;
  return (
    <div className="page workforce">
      <Link
        to="/organisation"
        search={(before) => ({ area: before.area })}
        className="back-link no-print"
      >
        ‹ {text('back')}
      </Link>
      <PageHead
        title={data?.unit.name ?? text('loading')}
        actions={
          data === undefined ? undefined : (
            <>
              <a
                className="button"
                href={urlOf('GET /api/workforce/ties/file', { query: { area, unit: id } })}
                download
              >
                {text('file')}
              </a>
              {data.mayManage ? (
                <button type="button" className="button primary" onClick={() => setEntering(true)}>
                  {text('enter')}
                </button>
              ) : null}
            </>
          )
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : <Loaded view={data} />}
      {entering && data !== undefined ? (
        <EnterTieSheet unit={data.unit} onClose={() => setEntering(false)} />
      ) : null}
    </div>
  );
}

function Loaded({ view }: { readonly view: View }) {
  const text = useText(tieTexts);
  const { unit, households, ties, persons, ways, byVillage, gain } = view;
  const stated = unit.joinedHouseholds;
  const differs = stated !== null && stated !== households;
  return (
    <>
      <Finding detail={differs ? text('stated', { stated, led: households }) : undefined}>
        {households === 0 ? text('findingNone') : text('finding', { households, persons, ties })}
      </Finding>
      <Facts view={view} />
      {ties === 0 ? null : (
        <div className="workforce-pair">
          <Block title={text('way')}>
            <WayTable ways={ways} />
          </Block>
          <Block title={text('gain')}>
            {gain === null ? (
              <p className="quiet">{text('gainNone')}</p>
            ) : (
              <>
                <p>
                  {text('gainLine', {
                    year: String(gain.year),
                    now: shownYuan(gain.nowFen, text.language),
                    before: shownYuan(gain.beforeFen, text.language),
                    gain: shownYuan(gain.gainFen, text.language),
                    households: gain.households,
                  })}
                </p>
                <p className="quiet small">{text('method', { method: text.pick(gain.method) })}</p>
              </>
            )}
          </Block>
        </div>
      )}
      {byVillage.length === 0 ? null : (
        <Block title={text('villages')}>
          <Villages rows={byVillage} />
        </Block>
      )}
      <TieList unit={unit.id} mayManage={view.mayManage} />
    </>
  );
}

function Facts({ view: { unit } }: { readonly view: View }) {
  const text = useText(organisationTexts);
  return (
    <dl className="workforce-facts">
      <dt>{text('kind')}</dt>
      <dd>
        {text(`kindOne_${unit.kind}`)} {unit.link === null ? '' : text.pick(unit.link)}
      </dd>
      <dt>{text('placeOf')}</dt>
      <dd>{unit.place}</dd>
      {unit.capitalFen === null ? null : (
        <>
          <dt>{text('capital')}</dt>
          <dd>{exactYuan(unit.capitalFen)}</dd>
        </>
      )}
      {unit.members === null ? null : (
        <>
          <dt>{text('members')}</dt>
          <dd>{exactNumber(unit.members)}</dd>
        </>
      )}
    </dl>
  );
}

function Villages({ rows }: { readonly rows: View['byVillage'] }) {
  const text = useText(tieTexts);
  const isOneTownship = new Set(rows.map(({ township }) => township)).size === 1;
  return (
    <Scrolled className="workforce-scroll">
      <table className="rows dense workforce-few">
        <thead>
          <tr>
            <ColumnHeads
              heads={['village', 'households', 'ties']}
              figures={['households', 'ties']}
              nameOf={text}
            />
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.code}>
              <td>
                <Link to="/households" search={{ area: one.code }} className="count-link">
                  {one.name}
                </Link>{' '}
                {isOneTownship ? null : <small className="quiet">{one.township}</small>}
              </td>
              <td className="number">{exactNumber(one.households)}</td>
              <td className="number">{exactNumber(one.ties)}</td>
            </tr>
          ))}
        </tbody>
        <TotalRow rows={rows} columns={['households', 'ties']} />
      </table>
    </Scrolled>
  );
}

function TieList({ unit, mayManage }: { readonly unit: string; readonly mayManage: boolean }) {
  const text = useText(tieTexts);
  const list = usePages('GET /api/workforce/units/:id/ties', { params: { id: unit }, query: {} });
  const [ending, setEnding] = useState<TieRow>();
  const none = !list.isPending && list.error === null && list.items.length === 0;
  return (
    <Block title={text('list')}>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {none ? <EmptyState title={text('findingNone')} text={text('listNoneText')} /> : null}
      <ul className="workforce-cards workforce-ties">
        {list.items.map((one) => (
          <li key={one.id}>
            <Link to="/households/$id" params={{ id: one.household }}>
              <strong>{one.headName ?? one.householdNo}</strong>
              <small className="quiet">
                <Dotted>
                  {groupedNo(one.householdNo)}
                  {`${one.township} ${one.village}`}
                </Dotted>
              </small>
            </Link>
            <span>
              {text.pick(tieWayTitles[one.way])}
              {one.yearlyFen === null
                ? ''
                : `${text.marks.comma}${text('yearlyOf', { amount: shownYuan(one.yearlyFen, text.language) })}`}
              <small className="quiet workforce-line">
                {one.terms} <WholeDays>{text('since', { from: one.from })}</WholeDays>
              </small>
            </span>
            {mayManage ? (
              <button
                type="button"
                className="button plain no-print"
                aria-label={`${text('end')} ${one.headName ?? one.householdNo}`}
                onClick={() => setEnding(one)}
              >
                {text('end')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <MoreButton list={list}>{text('more')}</MoreButton>
      {ending === undefined ? null : (
        <EndTieSheet tie={ending} onClose={() => setEnding(undefined)} />
      )}
    </Block>
  );
}
