// Every village and county with its incidence, its limit, and where its exit stands.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AreaExits, ExitRow } from '#contract/casework-areas.ts';
import { useMay } from '#web/access/me.ts';
import { shownMeasure } from '#web/casework/checks/shown-measure.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { exitTexts } from './exit-texts.ts';
import './exits.css';

type Only = 'all' | 'below' | 'above' | 'unknown';
const choices: readonly Only[] = ['all', 'below', 'above', 'unknown'];

export function ExitsPage() {
  const text = useText(exitTexts);
  const may = useMay();
  const narrow = useNarrow();
  const { area } = useSearch({ from: '/frame/exits' });
  const read = useRead('GET /api/casework/exits', { query: { area } });
  const [only, setOnly] = useState<Only>('all');
  const exits = read.data;
  const shown = exits?.items.filter((row) => only === 'all' || standingOf(row) === only) ?? [];
  return (
    <div className="page">
      <PageHead
        title={text('title')}
        actions={
          may('registry.indicate') ? (
            <Link to="/indicators" className="button">
              {text('enterPopulation')}
            </Link>
          ) : undefined
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {exits === undefined ? null : exits.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : (
        <>
          <Summary exits={exits} />
          <p className="exits-only no-print">
            <select
              className="input"
              aria-label={text('only')}
              value={only}
              onChange={({ target }) =>
                setOnly(choices.find((one) => one === target.value) ?? 'all')
              }
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {text(one)}
                </option>
              ))}
            </select>
            <small className="quiet">{text('order')}</small>
          </p>
          {narrow ? <Cards rows={shown} /> : <Rows rows={shown} />}
        </>
      )}
    </div>
  );
}

function standingOf({ holds }: ExitRow): Exclude<Only, 'all'> {
  if (holds === null) return 'unknown';
  return holds ? 'below' : 'above';
}

function Summary({ exits }: { readonly exits: AreaExits }) {
  const text = useText(exitTexts);
  const villages = exits.items.filter(({ level }) => level === 'village');
  // A city or a province sees counties alone.
  const counted = villages.length === 0 ? exits.items : villages;
  const count = (is: (row: ExitRow) => boolean) => counted.filter(is).length;
  const lead =
    exits.limit === null
      ? text('leadNoLimit')
      : text('lead', { limit: shownMeasure(exits.limit, '', text.language) });
  return (
    <Finding
      detail={
        <>
          {lead} {exits.limitVerified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
        </>
      }
    >
      {text(villages.length === 0 ? 'findingCounties' : 'finding', {
        all: counted.length,
        below: count(({ holds }) => holds === true),
        missing: count(({ ruralPopulation }) => ruralPopulation === null),
        open: count((row) => row.case !== null && row.case.step !== null),
        done: count((row) => row.case?.hasLeft === true),
      })}
    </Finding>
  );
}

function Rows({ rows }: { readonly rows: readonly ExitRow[] }) {
  const text = useText(exitTexts);
  return (
    <Scrolled className="exits-wide">
      <table className="rows">
        <thead>
          <tr>
            <ColumnHeads
              heads={['place', 'township', 'poor', 'rural', 'incidence', 'bound', 'standing']}
              figures={['poor', 'rural', 'incidence']}
              nameOf={text}
            />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.area} className={row.level === 'county' ? 'exits-county' : undefined}>
              <td>
                <Link to="/exits/$area" params={{ area: row.area }} className="row-link">
                  {row.name}
                </Link>
              </td>
              <td>{row.township}</td>
              <td className="number">{exactNumber(row.poorPersons)}</td>
              <td className="number">
                {row.ruralPopulation === null ? (
                  <span className="quiet">{text('notEntered')}</span>
                ) : (
                  exactNumber(row.ruralPopulation)
                )}
              </td>
              <td className="number">
                {row.incidence === null ? '' : `${exactNumber(row.incidence, 2)}%`}
              </td>
              <td>
                <Chip meaning={exitMeanings[standingOf(row)]}>{text(standingOf(row))}</Chip>
              </td>
              <td>
                <CaseOf row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Cards({ rows }: { readonly rows: readonly ExitRow[] }) {
  const text = useText(exitTexts);
  return (
    <ul className="exits-cards">
      {rows.map((row) => (
        <li key={row.area}>
          <Link to="/exits/$area" params={{ area: row.area }} className="row-link">
            {row.name}
          </Link>
          <Chip meaning={exitMeanings[standingOf(row)]}>{text(standingOf(row))}</Chip>
          <small className="quiet">
            <Dotted>
              {row.township}
              {row.incidence === null
                ? text('notEntered')
                : text('share', {
                    incidence: exactNumber(row.incidence, 2),
                    poor: exactNumber(row.poorPersons),
                    rural: exactNumber(row.ruralPopulation ?? 0),
                  })}
            </Dotted>
          </small>
          {row.case === null ? null : (
            <span>
              <CaseOf row={row} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export const exitMeanings = { below: 'done', above: 'neutral', unknown: 'unknown' } as const;

function CaseOf({ row: { case: one } }: { readonly row: ExitRow }) {
  const text = useText(exitTexts);
  if (one === null) return <span className="quiet">{text('none')}</span>;
  const { id, step, end, on, isLate } = one;
  const words =
    step === null
      ? text('ended', { end: end === null ? '' : text.pick(end), on })
      : text('waits', { step: text.pick(step), on });
  return (
    <>
      <Link to="/cases/$id" params={{ id }} className="link">
        {words}
      </Link>{' '}
      {isLate ? <Chip meaning="over">{text('late')}</Chip> : null}
    </>
  );
}
