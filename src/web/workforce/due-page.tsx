// Visits by the day they are due: a helper's day on the phone, a unit's arrears at a desk.

import { Link, useSearch } from '@tanstack/react-router';
import type { DueCounts, DueRow } from '#contract/workforce-visits.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useRule } from './coverage-blocks.tsx';
import { dueStates } from './due-search.ts';
import { helperTexts } from './helper-texts.ts';
import { LateUnits } from './late-units.tsx';
import { OfferList } from './offer-list.tsx';
import { visitTexts } from './visit-texts.ts';
import './workforce.css';

export function DuePage() {
  const text = useText(visitTexts);
  const help = useText(helperTexts);
  const may = useMay();
  const me = useMe();
  const { area = me.area.code, due, unit } = useSearch({ from: '/frame/visits' });
  const enabled = area.length >= 6;
  const rows = usePages(
    'GET /api/workforce/due',
    { query: { area, state: due, unit } },
    { enabled },
  );
  const counts = useRead(
    'GET /api/workforce/due/counts',
    { query: { area } },
    { enabled, keep: true },
  );
  const offers = useRead(
    'GET /api/workforce/handovers',
    { query: { area } },
    { enabled: enabled && !may('workforce.read') },
  );
  return (
    <div className="page workforce">
      <PageHead title={text('title')} />
      {enabled ? null : (
        <ChoosePlace title={help('chooseCounty')} text={help('chooseCountyText')} />
      )}
      {counts.data === undefined ? null : <DueFinding counts={counts.data} />}
      <OfferList offers={offers.data?.items ?? []} />
      <nav className="tabs no-print" aria-label={text('states')}>
        {([undefined, ...dueStates] as const).map((one) => (
          <Link
            key={one ?? 'all'}
            to="/visits"
            search={{ due: one, ...(unit === undefined ? {} : { unit }) }}
            activeOptions={{ exact: true }}
            aria-current={one === due ? 'page' : undefined}
          >
            {text(`state_${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      {enabled && rows.isPending ? <Skeleton lines={8} /> : null}
      {!rows.isPending && rows.error === null && rows.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <ul className="workforce-cards workforce-due">
        {rows.items.map((one) => (
          <DueItem key={one.pairing} row={one} showHelper={may('workforce.read')} />
        ))}
      </ul>
      <MoreButton list={rows}>{text('more')}</MoreButton>
      {counts.data === undefined || !may('workforce.read') ? null : (
        <LateUnits area={area} counts={counts.data} />
      )}
    </div>
  );
}

function DueFinding({ counts }: { readonly counts: DueCounts }) {
  const text = useText(visitTexts);
  const rule = useRule(counts.rule);
  const facts = {
    households: exactNumber(counts.households),
    overdue: exactNumber(counts.overdue),
    today: exactNumber(counts.today),
    soon: exactNumber(counts.soon),
  };
  return (
    <Finding detail={counts.rule === null ? text('noRule') : text('ruleDetail', { rule })}>
      {text(counts.overdue + counts.today === 0 ? 'findingNone' : 'finding', facts)}
    </Finding>
  );
}

function DueItem({ row, showHelper }: { readonly row: DueRow; readonly showHelper: boolean }) {
  const text = useText(visitTexts);
  const { today } = useMe().installation;
  return (
    <li>
      <Link to="/visits/$household" params={{ household: row.household }}>
        <strong>{row.headName ?? text('nameless')}</strong>
        <span className="quiet workforce-parts">
          <Dotted>
            {row.village}
            {row.lastVisitOn === null ? (
              text('neverVisited')
            ) : (
              <>
                {text('last')} <Day day={row.lastVisitOn} />
              </>
            )}
            <span>
              {text('due')} <Day day={row.dueOn} />
            </span>
          </Dotted>
        </span>
        {showHelper ? (
          <small className="quiet">
            {row.helperName} {row.unit}
          </small>
        ) : null}
      </Link>
      <span>
        {row.lateDays > 0 ? (
          <Chip meaning="over">{text('late', { count: row.lateDays })}</Chip>
        ) : row.dueOn === today ? (
          <Chip meaning="due">{text('dueToday')}</Chip>
        ) : null}
      </span>
    </li>
  );
}
