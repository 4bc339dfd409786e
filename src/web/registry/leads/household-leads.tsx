// What departments' lists said of a household and what came of it; nothing where no list found it.
import { Link } from '@tanstack/react-router';
import type { LeadRow } from '#contract/targeting-leads.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ClockChip } from '#web/registry/cases/clock-chip.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { leadsTexts } from './leads-texts.ts';
import '#web/registry/cases/cases.css';

export function HouseholdLeads({ household }: { readonly household: string }) {
  const text = useText(leadsTexts);
  const may = useMay();
  const leads = useRead(
    'GET /api/targeting/households/:id/leads',
    { params: { id: household } },
    { enabled: may('targeting.read') },
  );
  const problem = useExplanation(leads.error);
  const items = leads.data?.items ?? [];
  if (problem === undefined && items.length === 0) return null;
  return (
    <Block title={text('title')} aside={text('help')}>
      {problem === undefined ? null : <p className="quiet">{problem}</p>}
      <ul className="household-cases">
        {items.map((lead) => (
          <LeadLine key={lead.id} lead={lead} />
        ))}
      </ul>
    </Block>
  );
}

function LeadLine({ lead }: { readonly lead: LeadRow }) {
  const text = useText(leadsTexts);
  const comma = text.marks.list;
  return (
    <li>
      <Link to="/comparisons/$id" params={{ id: lead.id }} className="row-link">
        {lead.kinds.map(({ title }) => text.pick(title)).join(comma)}
      </Link>
      <span>
        {text('hits', { count: lead.hits })} ·{' '}
        {lead.outcome === null ? (
          text(`state_${lead.state === 'open' ? 'open' : 'answered'}`)
        ) : (
          <Chip meaning={lead.outcome === 'cleared' ? 'done' : 'over'}>
            {text(`outcome_${lead.outcome}`)}
          </Chip>
        )}
      </span>
      {lead.outcome === null ? (
        <ClockChip clock={lead.clock} />
      ) : (
        <span className="quiet">{lead.decidedOn}</span>
      )}
    </li>
  );
}
