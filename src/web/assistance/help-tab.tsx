// Help of one household: what the rules suggest, what it needs, what is planned, and what arrived.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdAssistance, Suggestion } from '#contract/assistance.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { BenefitList } from './benefit-list.tsx';
import { ChangesBlock } from './changes-block.tsx';
import { useAssistance } from './household-line.tsx';
import { NeedsBlock } from './needs-block.tsx';
import { PlanRead, VersionList } from './plan-read.tsx';
import { planTexts } from './plan-texts.ts';
import { stalePlans } from './stale-plans.ts';
import './assistance.css';

export function HelpTab({ card }: { readonly card: HouseholdCard }) {
  const text = useText(planTexts);
  const read = useAssistance(card.id);
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  if (read.data === undefined) return <Skeleton lines={8} />;
  const help = read.data;
  if (!help.needed) return <EmptyState title={text('planNone')} text={text('notNeeded')} />;
  return (
    <div className="help-grid assistance">
      <div>
        <PlanBlock help={help} />
        <ChangesBlock household={help.household} />
        <BenefitList help={help} members={card.members} />
      </div>
      <div>
        <p className="no-print">
          <Link to="/households/$id/books" params={{ id: card.id }} className="button">
            {text('books')}
          </Link>
        </p>
        <Suggestions help={help} />
        <NeedsBlock help={help} />
        <VersionList versions={help.versions} />
      </div>
    </div>
  );
}

function PlanBlock({ help }: { readonly help: HouseholdAssistance }) {
  const text = useText(planTexts);
  const navigate = useNavigate();
  const begin = useWrite('POST /api/assistance/households/:id/plans', {
    stale: stalePlans,
    onDone: (plan) => void navigate({ to: '/plans/$id', params: { id: plan.id } }),
  });
  const problem = useExplanation(begin.error);
  const { plan, open } = help;
  const start = (
    <button
      type="button"
      className="button"
      disabled={begin.isPending}
      onClick={() => begin.mutate({ params: { id: help.household } })}
    >
      {text(plan === null ? 'begin' : 'revise')}
    </button>
  );
  return (
    <Block
      title={text('plan')}
      aside={
        open === null ? undefined : (
          <>
            <Chip meaning={open.state === 'returned' ? 'over' : 'due'}>
              {text('number', { number: open.number })} {text(`state_${open.state}`)}
            </Chip>{' '}
            <Link to="/plans/$id" params={{ id: open.id }} className="link">
              {text('goOn')}
            </Link>
          </>
        )
      }
    >
      {plan === null ? (
        <EmptyState
          title={text('planNone')}
          text={text('planNoneText')}
          action={help.mayPlan && open === null ? start : undefined}
        />
      ) : (
        <>
          <PlanRead plan={plan} mayReport={help.mayPlan} />
          {help.mayPlan && open === null ? <p className="help-after no-print">{start}</p> : null}
        </>
      )}
      <Problem>{problem}</Problem>
    </Block>
  );
}

function Suggestions({ help }: { readonly help: HouseholdAssistance }) {
  const text = useText(planTexts);
  const planned = new Set((help.plan ?? help.open)?.measures.map(({ code }) => code) ?? []);
  return (
    <Block title={text('suggestions')}>
      <p className="quiet small">{text('suggestionsLead')}</p>
      {help.suggestions.length === 0 ? <p>{text('noSuggestion')}</p> : null}
      <ul>
        {help.suggestions.map((one) => (
          <SuggestionItem key={one.table} one={one} planned={planned} />
        ))}
      </ul>
    </Block>
  );
}

function SuggestionItem({
  one,
  planned,
}: {
  readonly one: Suggestion;
  readonly planned: ReadonlySet<string>;
}) {
  const text = useText(planTexts);
  const { installation } = useMe();
  const [whole, setWhole] = useState(false);
  return (
    <li className="help-item">
      <p>
        {one.gives.length === 0 ? (
          <span className="quiet">{text('givesNothing')}</span>
        ) : (
          one.gives.map(({ code, title }, at) => (
            <span key={code}>
              {at === 0 ? '' : text.marks.list}
              <strong>{text.pick(title)}</strong>
              {planned.has(code) ? <small className="quiet"> {text('taken')}</small> : null}
            </span>
          ))
        )}
        {one.verified ? null : (
          <Chip meaning="unknown">{text(one.sample ? 'sample' : 'unverified')}</Chip>
        )}
      </p>
      <p>{text.pick(one.sentence)}</p>
      {one.missing.length === 0 ? null : (
        <p className="quiet">
          {text('missing')}
          {text.marks.colon}
          {one.missing.map((each) => text.pick(each)).join(text.marks.list)}
        </p>
      )}
      <button type="button" className="link small no-print" onClick={() => setWhole(!whole)}>
        {text.pick(one.title)} {installation.today}
      </button>
      {whole ? (
        <p className="small quiet">
          {text.pick(one.question)} {one.note === null ? '' : text.pick(one.note)}
        </p>
      ) : null}
    </li>
  );
}
