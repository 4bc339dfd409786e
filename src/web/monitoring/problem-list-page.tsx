// Problems of an area: how many are left and where, the curve to zero, and the list as a table, a board or
// a timeline.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemCounts } from '#contract/monitoring.ts';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { Gantt } from './gantt.tsx';
import { OpenFindings } from './open-findings.tsx';
import { PlacesLeft } from './places-left.tsx';
import { ProblemBoard } from './problem-board.tsx';
import { ProblemRows } from './problem-rows.tsx';
import { type ProblemSearch, problemViews, shownProblems } from './problem-search.ts';
import { problemTexts } from './problem-texts.ts';
import { RegisterSheet } from './register-sheet.tsx';
import { ZeroCurve } from './zero-curve.tsx';
import './monitoring.css';

export function ProblemListPage() {
  const text = useText(problemTexts);
  const home = useMe().area.code;
  const search = useSearch({ from: '/frame/problems' });
  const { area = home, view = 'table', which = 'open', phase, own, late } = search;
  const [registering, setRegistering] = useState(search.register !== undefined);
  const show: (typeof shownProblems)[number] = which;
  const query = {
    area,
    show,
    ...(phase === undefined ? {} : { phase }),
    ...(own === undefined ? {} : { mine: own }),
    ...(late === undefined ? {} : { late }),
  };
  const counts = useRead(
    'GET /api/monitoring/problems/counts',
    { query: { area } },
    { keep: true },
  );
  const list = usePages('GET /api/monitoring/problems', { query: { ...query, limit: 100 } });
  const { data } = counts;
  // Nothing was ever registered: no list is at zero, and there is nothing to choose among.
  const isBare = data !== undefined && data.list !== null && data.open + data.closed === 0;
  const isFiltered = phase !== undefined || own !== undefined || late !== undefined;
  return (
    <div className="page monitoring">
      <PageHead
        title={text('title')}
        actions={
          <>
            <a className="button" href={urlOf('GET /api/monitoring/problems/file', { query })}>
              {text('download')}
            </a>
            {data?.maySteer === true && data.late > 0 ? (
              <Link
                className="button"
                to="/orders"
                search={(before) => ({
                  area: before.area,
                  issue: text('orderTitle'),
                  basis: text('orderBasis', { count: data.late }),
                  basisLink: '/problems?late=yes',
                  places: data.places
                    .filter((one) => one.late > 0)
                    .map(({ code }) => code)
                    .join(','),
                })}
              >
                {text('order')}
              </Link>
            ) : null}
            {data?.mayRegister === true && data.list !== null ? (
              <button type="button" className="button primary" onClick={() => setRegistering(true)}>
                {text('register')}
              </button>
            ) : null}
          </>
        }
      />
      {counts.error === null ? null : (
        <ErrorState error={counts.error} retry={() => void counts.refetch()} />
      )}
      {data === undefined || isBare ? null : <CountsFinding counts={data} />}
      <p className="small quiet">{text('help')}</p>
      {isBare ? null : <ViewBar counts={data} search={search} />}
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        isFiltered ? (
          <NothingFound title={text('filteredNone')} />
        ) : (
          <EmptyState
            title={text((data?.closed ?? 0) > 0 ? 'filteredNone' : 'none')}
            text={text('noneText')}
          />
        )
      ) : null}
      {view === 'table' ? <ProblemRows rows={list.items} /> : null}
      {view === 'board' && data !== undefined ? (
        <ProblemBoard rows={list.items} states={data.states} />
      ) : null}
      {view === 'gantt' ? <Gantt rows={list.items.map(barOf)} /> : null}
      <MoreButton list={list}>{text('more')}</MoreButton>
      {data === undefined || data.open + data.closed === 0 ? null : (
        <div className="monitoring-pair">
          <Block title={text('curve')} aside={text('curveAside')}>
            <ZeroCurve days={data.curve} />
          </Block>
          {data.places.length === 0 ? null : (
            <Block title={text('places')}>
              <PlacesLeft places={data.places} />
            </Block>
          )}
        </div>
      )}
      {data?.mayRegister === true ? <OpenFindings area={area} /> : null}
      {registering ? (
        <RegisterSheet
          area={area}
          title={search.register ?? ''}
          finding={search.finding}
          source={search.seenBy}
          onClose={() => setRegistering(false)}
        />
      ) : null}
    </div>
  );
}

function barOf(one: {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly assignedOn: string | null;
  readonly dueOn: string | null;
  readonly mendedOn: string | null;
  readonly closedOn: string | null;
  readonly lateDays: number;
}) {
  return {
    key: one.id,
    to: '/problems/$id',
    label: `${one.number} ${one.title}`,
    aside: one.place,
    start: one.assignedOn,
    due: one.dueOn,
    done: one.mendedOn ?? one.closedOn,
    isLate: one.lateDays > 0,
  } as const;
}

function CountsFinding({ counts }: { readonly counts: ProblemCounts }) {
  const text = useText(problemTexts);
  const { list, open, late, closed, mine } = counts;
  if (list === null) return <Finding>{text('noList')}</Finding>;
  return (
    <Finding
      detail={[
        open === 0 ? '' : text('detail', { closed, mine }),
        // A list that is called as its page is need not be named.
        text.pick(list.title) === text('title')
          ? ''
          : text('listName', { list: text.pick(list.title) }),
        list.verified ? '' : text('unverified'),
      ]
        .filter((one) => one !== '')
        .join(' ')}
    >
      {open === 0 ? text('findingNone', { closed }) : text('finding', { open, late })}
    </Finding>
  );
}

function ViewBar({
  counts,
  search,
}: {
  readonly counts: ProblemCounts | undefined;
  readonly search: ProblemSearch;
}) {
  const text = useText(problemTexts);
  const navigate = useNavigate();
  const { view = 'table', which = 'open', phase, own, late } = search;
  const go = (part: ProblemSearch) =>
    void navigate({ to: '/problems', search: (before) => ({ ...before, ...part }) });
  return (
    <div className="monitoring-bar no-print">
      <nav className="tabs" aria-label={text('viewLabel')}>
        {problemViews.map((one) => (
          <Link
            key={one}
            to="/problems"
            search={(before) => ({ ...before, view: one === 'table' ? undefined : one })}
            activeOptions={{ exact: true }}
            aria-current={one === view ? 'page' : undefined}
          >
            {text(`view_${one}`)}
          </Link>
        ))}
      </nav>
      <select
        className="input"
        aria-label={text('showLabel')}
        value={which}
        onChange={(event) => {
          const next = shownProblems.find((one) => one === event.target.value);
          go({ which: next === 'open' ? undefined : next });
        }}
      >
        {shownProblems.map((one) => (
          <option key={one} value={one}>
            {text(`show_${one}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={text('stateLabel')}
        value={phase ?? ''}
        onChange={(event) =>
          go({ phase: counts?.states.find((one) => one.phase === event.target.value)?.phase })
        }
      >
        <option value="">{text('everyState')}</option>
        {(counts?.states ?? []).map((one) => (
          <option key={one.id} value={one.phase}>
            {text.pick(one.title)} {one.count}
          </option>
        ))}
      </select>
      {(['own', 'late'] as const).map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={(name === 'own' ? own : late) === 'yes'}
            onChange={(event) => go({ [name]: event.target.checked ? 'yes' : undefined })}
          />
          {text(name === 'own' ? 'mine' : name)}
        </label>
      ))}
    </div>
  );
}
