// Events of the grid as a list or a board, those due first.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { OutputOf } from '#contract/route.ts';
import type { Incident, listIncidents } from '#contract/workforce-grid.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { EventChips, EventLine } from './event-line.tsx';
import type { EventSearch } from './event-search.ts';
import { gridTexts } from './grid-texts.ts';
import './grid.css';
import './line-rows.css';
import './workforce.css';

type States = OutputOf<typeof listIncidents>['states'];

export function EventListPage() {
  const text = useText(gridTexts);
  const home = useMe().area.code;
  const search = useSearch({ from: '/frame/grid/events' });
  const { area = home, board, closed, late, own } = search;
  const query = {
    area,
    show: closed === 'yes' ? ('closed' as const) : ('open' as const),
    ...(late === undefined ? {} : { late }),
    ...(own === undefined ? {} : { mine: own }),
  };
  const list = usePages('GET /api/workforce/incidents', { query: { ...query, limit: 100 } });
  const counts = useRead(
    'GET /api/workforce/incidents',
    { query: { area, limit: 1 } },
    { keep: true },
  );
  const none = !list.isPending && list.error === null && list.items.length === 0;
  return (
    <div className="page workforce grid-page">
      <Link to="/grid" search={(before) => ({ area: before.area })} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('eventsTitle')} note={text('eventsLead')} />
      {counts.data === undefined ? null : <Said states={counts.data.states} />}
      <Bar search={search} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {none ? <EmptyState title={text('eventsNone')} text={text('eventsNoneText')} /> : null}
      {board === 'yes' ? (
        <Board rows={list.items} />
      ) : (
        <ul className="line-rows">
          {list.items.map((one) => (
            <EventLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

function Said({ states }: { readonly states: States }) {
  const text = useText(gridTexts);
  const of = (state: Incident['state']) => states.find((one) => one.state === state)?.count ?? 0;
  const [found, sent, handled] = [of('found'), of('sent'), of('handled')];
  const late = states.reduce((sum, one) => sum + one.late, 0);
  const open = found + sent + handled;
  return (
    <Finding>
      {open === 0
        ? text('eventsFindingNone')
        : text('eventsFinding', { open, found, sent, handled, late })}
    </Finding>
  );
}

function Bar({ search }: { readonly search: EventSearch }) {
  const text = useText(gridTexts);
  const navigate = useNavigate();
  const { board, closed, late, own } = search;
  const go = (part: EventSearch) =>
    void navigate({ to: '/grid/events', search: (before) => ({ ...before, ...part }) });
  return (
    <div className="grid-bar no-print">
      <nav className="tabs" aria-label={text('view')}>
        {([undefined, 'yes'] as const).map((one) => (
          <Link
            key={one ?? 'list'}
            to="/grid/events"
            search={(before) => ({ ...before, board: one })}
            activeOptions={{ exact: true }}
            aria-current={one === board ? 'page' : undefined}
          >
            {text(one === undefined ? 'view_list' : 'view_board')}
          </Link>
        ))}
      </nav>
      <select
        className="input"
        aria-label={text('which')}
        value={closed ?? ''}
        onChange={(event) => go({ closed: event.target.value === 'yes' ? 'yes' : undefined })}
      >
        <option value="">{text('which_open')}</option>
        <option value="yes">{text('which_closed')}</option>
      </select>
      {(['late', 'own'] as const).map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={(name === 'late' ? late : own) === 'yes'}
            onChange={(event) => go({ [name]: event.target.checked ? 'yes' : undefined })}
          />
          {text(name === 'late' ? 'onlyLate' : 'onlyMine')}
        </label>
      ))}
    </div>
  );
}

function Board({ rows }: { readonly rows: readonly Incident[] }) {
  const text = useText(gridTexts);
  const columns = (['found', 'sent', 'handled', 'closed'] as const).filter(
    (state) => state !== 'closed' || rows.some((row) => row.state === state),
  );
  return (
    <div className="grid-board">
      {columns.map((state) => {
        const here = rows.filter((row) => row.state === state);
        return (
          <section key={state} aria-label={text(`state_${state}`)}>
            <h2>
              {text(`state_${state}`)} <span className="quiet">{here.length}</span>
            </h2>
            <ul>
              {here.map((one) => (
                <li key={one.id}>
                  <Link to="/grid/events/$id" params={{ id: one.id }}>
                    <strong>{one.words}</strong>
                    <small className="quiet">
                      {one.village} {one.cellName}
                    </small>
                    <span className="grid-chips">
                      <EventChips one={one} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
