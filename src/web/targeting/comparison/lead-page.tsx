// One lead: what the lists say of a household, the answer and the decision, and what people may do next.
import { Link, useParams } from '@tanstack/react-router';
import type { Lead } from '#contract/targeting-leads.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { ClockChip } from '#web/registry/cases/clock-chip.tsx';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { AnswerForm } from './answer-form.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { DecideForm } from './decide-form.tsx';
import { HitList } from './hit-list.tsx';
import { LeadStanding } from './lead-standing.tsx';
import { NextSteps } from './next-steps.tsx';
import './comparison.css';

const evidenceKinds = ['document', 'picture', 'further'] as const;

export function LeadPage() {
  const { id } = useParams({ from: '/frame/comparisons/$id' });
  const read = useRead('GET /api/targeting/leads/:id', { params: { id } });
  if (read.data !== undefined) return <LeadOf lead={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function LeadOf({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  const may = useMay();
  return (
    <div className="page lead">
      <Link to="/comparisons" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('leadTitle', { name: lead.headName ?? text('nameless') })}
        note={
          <>
            <span className="household-place">
              {lead.township} {lead.village}
            </span>{' '}
            <LeadStanding lead={lead} />{' '}
            {lead.state === 'decided' ? null : <ClockChip clock={lead.clock} />}
          </>
        }
        actions={
          <Link to="/households/$id" params={{ id: lead.household }} className="button">
            {text('openHousehold')}
          </Link>
        }
      />
      <LeadFinding lead={lead} />
      <div className="lead-body">
        <div>
          <HitList lead={lead} />
          {lead.mayAnswer ? <AnswerForm key={lead.position} lead={lead} /> : null}
          {lead.mayDecide ? <DecideForm key={lead.position} lead={lead} /> : null}
          {lead.barred === null ? null : <p className="notice">{text.pick(lead.barred)}</p>}
          {lead.outcome === 'confirmed' ? <NextSteps household={lead.household} /> : null}
          <Block title={text('files')}>
            <Attachments
              household={lead.household}
              subject={`lead:${lead.id}`}
              mayAdd={lead.state !== 'decided' && may('registry.attach')}
              kinds={evidenceKinds}
            />
          </Block>
        </div>
        <LeadTrail lead={lead} />
      </div>
    </div>
  );
}

function LeadFinding({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  const household = useText(householdTexts);
  const key = `standing${lead.stage}`;
  const stage = household.has(key) ? household(key) : lead.stage;
  return (
    <Finding
      detail={
        <Dotted>
          {text('opened', { on: lead.openedOn })}
          {text('standing', { stage })}
        </Dotted>
      }
    >
      {text(
        lead.outcome === 'cleared'
          ? 'nowCleared'
          : lead.outcome === 'confirmed'
            ? 'nowConfirmed'
            : lead.state === 'open'
              ? 'nowOpen'
              : 'nowAnswered',
      )}
    </Finding>
  );
}

function LeadTrail({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  return (
    <Block title={text('trail')}>
      <ol className="lead-trail">
        {lead.acts.map((act) => (
          <li key={act.position}>
            <p>
              <strong>{text(`act_${act.kind}`)}</strong>{' '}
              <span className="quiet">
                {act.by} <time>{act.on}</time>
              </span>
            </p>
            {act.evidence === '' ? null : <p>{text('saw', { evidence: act.evidence })}</p>}
            {act.reason === '' ? null : <p className="quiet">{act.reason}</p>}
          </li>
        ))}
      </ol>
    </Block>
  );
}
