// Leads by clock: a table at a desk, cards on a phone.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LeadRow } from '#contract/targeting-leads.ts';
import { clockColours } from '#domain/casework/case-clock.ts';
import { leadStates } from '#domain/targeting/comparison/lead.ts';
import { usePages } from '#web/client/read.ts';
import { ClockChip } from '#web/registry/cases/clock-chip.tsx';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { readComparisonSearch } from './comparison-search.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { LeadStanding } from './lead-standing.tsx';

export function LeadList() {
  const text = useText(comparisonTexts);
  const narrow = useNarrow();
  const { area, stands: state, colour, source: kind } = useSearch({ from: '/frame/comparisons' });
  const leads = usePages('GET /api/targeting/leads', { query: { area, state, colour, kind } });
  const none = !leads.isPending && leads.error === null && leads.items.length === 0;
  const filtered = state !== undefined || colour !== undefined || kind !== undefined;
  return (
    <>
      <LeadFilter />
      {leads.error === null ? null : <ErrorState error={leads.error} retry={leads.refetch} />}
      {leads.isPending ? <Skeleton lines={8} /> : null}
      {none && filtered ? <NothingFound title={text('filteredEmpty')} /> : null}
      {none && !filtered ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      {leads.items.length === 0 ? null : narrow ? (
        <LeadCards leads={leads.items} />
      ) : (
        <LeadTable leads={leads.items} />
      )}
      <MoreButton list={leads}>{text('more')}</MoreButton>
    </>
  );
}

function LeadFilter() {
  const text = useText(comparisonTexts);
  const navigate = useNavigate();
  const { stands, colour } = useSearch({ from: '/frame/comparisons' });
  const go = (part: object) =>
    void navigate({ to: '/comparisons', search: (before) => ({ ...before, ...part }) });
  return (
    <div className="comparison-filter no-print">
      <select
        className="input"
        aria-label={text('state')}
        value={stands ?? ''}
        onChange={(event) =>
          go({ stands: readComparisonSearch({ stands: event.target.value }).stands })
        }
      >
        <option value="">{text('state_all')}</option>
        {leadStates.map((one) => (
          <option key={one} value={one}>
            {text(`state_${one}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={text('colour')}
        value={colour ?? ''}
        onChange={(event) =>
          go({ colour: readComparisonSearch({ colour: event.target.value }).colour })
        }
      >
        <option value="">{text('colour_all')}</option>
        {clockColours.map((one) => (
          <option key={one} value={one}>
            {text(`colour_${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function LeadTable({ leads }: { readonly leads: readonly LeadRow[] }) {
  const text = useText(comparisonTexts);
  return (
    <table className="rows lead-table">
      <thead>
        <tr>
          <ColumnHeads
            heads={['household', 'sources', 'where', 'due', 'clock']}
            figures={[]}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.id}>
            <td>
              <Link to="/comparisons/$id" params={{ id: lead.id }} className="row-link">
                {lead.headName ?? text('nameless')}
              </Link>{' '}
              <small className="quiet">
                {lead.township} {lead.village}
              </small>
            </td>
            <td>
              <KindNames lead={lead} />
            </td>
            <td>
              <LeadStanding lead={lead} />
            </td>
            <td className="day">{lead.clock.dueOn ?? '—'}</td>
            <td>{lead.state === 'decided' ? '—' : <ClockChip clock={lead.clock} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KindNames({ lead }: { readonly lead: LeadRow }) {
  const text = useText(comparisonTexts);
  const comma = text.marks.list;
  return (
    <>
      {lead.kinds.map(({ title }) => text.pick(title)).join(comma)}{' '}
      <small className="quiet">{text('hits', { count: lead.hits })}</small>
    </>
  );
}

function LeadCards({ leads }: { readonly leads: readonly LeadRow[] }) {
  const text = useText(comparisonTexts);
  return (
    <ul className="lead-cards">
      {leads.map((lead) => (
        <li key={lead.id}>
          <Link to="/comparisons/$id" params={{ id: lead.id }}>
            <strong>{lead.headName ?? text('nameless')}</strong>
            <span>
              <KindNames lead={lead} />
            </span>
            <small className="quiet">
              {lead.township} {lead.village}
            </small>
          </Link>
          <span>
            <LeadStanding lead={lead} />
            {lead.state === 'decided' ? null : <ClockChip clock={lead.clock} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
