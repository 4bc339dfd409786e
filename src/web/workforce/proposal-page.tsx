// One proposal: how many pairs and why each, changed by hand where people know better, then confirmed.

import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Proposal, ProposedPair } from '#contract/workforce-proposals.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton, Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { CandidateChoice } from './candidate-choice.tsx';
import { proposalTexts } from './proposal-texts.ts';
import { staleHelp } from './stale-help.ts';
import { whySentence } from './why-sentence.ts';
import './workforce.css';

const staleProposals = [
  'GET /api/workforce/proposals',
  'GET /api/workforce/proposals/:id',
  'GET /api/workforce/proposals/:id/pairs',
  ...staleHelp,
] as const;

export function ProposalPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead(
    'GET /api/workforce/proposals/:id',
    { params: { id } },
    { every: (data) => (data === undefined || data.state === 'computing' ? 1000 : false) },
  );
  if (read.data !== undefined) return <ProposalOf proposal={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ProposalOf({ proposal }: { readonly proposal: Proposal }) {
  const text = useText(proposalTexts);
  const [only, setOnly] = useState<'all' | 'without'>('all');
  const [changing, setChanging] = useState<ProposedPair>();
  const isComputed = proposal.state !== 'computing' && proposal.state !== 'failed';
  const pairs = usePages(
    'GET /api/workforce/proposals/:id/pairs',
    { params: { id: proposal.id }, query: { only } },
    { enabled: isComputed },
  );
  return (
    <div className="page workforce">
      <Link to="/helpers" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title', { area: proposal.areaName })}
        note={
          <Chip meaning={proposal.state === 'open' ? 'due' : 'neutral'}>
            {text(`state_${proposal.state}`)}
          </Chip>
        }
        actions={proposal.state === 'open' ? <Decide proposal={proposal} /> : undefined}
      />
      {proposal.state === 'computing' ? (
        <p role="status">{text('computing')}</p>
      ) : proposal.state === 'failed' ? (
        <p role="alert">{text('failed')}</p>
      ) : (
        <ProposalFinding proposal={proposal} />
      )}
      {isComputed ? (
        <nav className="workforce-filter no-print" aria-label={text('onlyLabel')}>
          {(['all', 'without'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={only === one}
              onClick={() => setOnly(one)}
            >
              {text(`only_${one}`)}
            </button>
          ))}
        </nav>
      ) : null}
      {pairs.error === null ? null : <ErrorState error={pairs.error} retry={pairs.refetch} />}
      {isComputed && pairs.isPending ? <Skeleton lines={8} /> : null}
      <ul className="workforce-cards">
        {pairs.items.map((one) => (
          <PairItem
            key={one.household}
            pair={one}
            onChange={proposal.state === 'open' ? () => setChanging(one) : undefined}
          />
        ))}
      </ul>
      {isComputed && !pairs.isPending && pairs.items.length === 0 ? (
        <p className="quiet">{text('empty')}</p>
      ) : null}
      <MoreButton list={pairs}>{text('more')}</MoreButton>
      {changing === undefined ? null : (
        <AdjustSheet
          proposal={proposal.id}
          pair={changing}
          onClose={() => setChanging(undefined)}
        />
      )}
    </div>
  );
}

function ProposalFinding({ proposal }: { readonly proposal: Proposal }) {
  const text = useText(proposalTexts);
  const { households, paired, cost, bound, missing } = proposal;
  const facts = { households: exactNumber(households), paired: exactNumber(paired) };
  const ranks = (missing?.byRank ?? [])
    .map(({ title, helpers }) => text('missingRank', { rank: text.pick(title), helpers }))
    .join(text('or'));
  return (
    <Finding
      detail={
        <>
          {cost === null || bound === null
            ? null
            : text('costs', {
                cost: exactNumber(Math.round(cost)),
                bound: exactNumber(Math.round(bound)),
              })}
          {missing === null ? null : (
            <strong className="workforce-alarm">
              {' '}
              {text('missing', { households: exactNumber(missing.households), ranks })}
            </strong>
          )}
        </>
      }
    >
      {text(paired === households ? 'foundAll' : 'found', facts)}
    </Finding>
  );
}

function Decide({ proposal }: { readonly proposal: Proposal }) {
  const text = useText(proposalTexts);
  const say = useSay();
  const navigate = useNavigate();
  const confirm = useWrite('POST /api/workforce/proposals/:id/confirmation', {
    stale: staleProposals,
    onDone: (done) => {
      say(text('confirmed', { paired: done.paired, skipped: done.skipped }));
      void navigate({ to: '/helpers', search: {} });
    },
  });
  const discard = useWrite('POST /api/workforce/proposals/:id/discard', {
    stale: staleProposals,
    onDone: () => say(text('discarded')),
  });
  const problem = useExplanation(confirm.error ?? discard.error);
  const params = { id: proposal.id };
  return (
    <>
      {problem === undefined ? null : <span role="alert">{problem}</span>}
      <button
        type="button"
        className="button"
        disabled={discard.isPending}
        onClick={() => discard.mutate({ params })}
      >
        {text('discard')}
      </button>
      <button
        type="button"
        className="button primary"
        title={text('confirmHint', { paired: proposal.paired })}
        disabled={confirm.isPending || proposal.paired === 0}
        onClick={() => confirm.mutate({ params })}
      >
        {text('confirm')}
      </button>
    </>
  );
}

function PairItem({
  pair,
  onChange,
}: {
  readonly pair: ProposedPair;
  readonly onChange: (() => void) | undefined;
}) {
  const text = useText(proposalTexts);
  return (
    <li>
      <div>
        <strong>{pair.headName ?? text('nameless')}</strong>{' '}
        <small className="quiet">
          {pair.township} {pair.village}
        </small>
        <p>
          {pair.helper === null ? (
            <span className="workforce-alarm">▲ {text('nobody')}</span>
          ) : (
            <Link to="/helpers/$id" params={{ id: pair.helper.id }} className="row-link">
              {pair.helper.name}
            </Link>
          )}{' '}
          {pair.helper === null ? null : (
            <small className="quiet">{whySentence(text.language, pair.why)}</small>
          )}
        </p>
      </div>
      <span>
        {pair.adjusted ? <Chip meaning="neutral">{text('adjusted')}</Chip> : null}{' '}
        {onChange === undefined ? null : (
          <button type="button" className="button plain no-print" onClick={onChange}>
            {text('adjust')}
          </button>
        )}
      </span>
    </li>
  );
}

function AdjustSheet({
  proposal,
  pair,
  onClose,
}: {
  readonly proposal: string;
  readonly pair: ProposedPair;
  readonly onClose: () => void;
}) {
  const text = useText(proposalTexts);
  const [helper, setHelper] = useState<string>();
  const adjust = useWrite('PATCH /api/workforce/proposals/:id/pairs/:household', {
    stale: staleProposals,
    onDone: onClose,
  });
  const problem = useExplanation(adjust.error);
  const params = { id: proposal, household: pair.household };
  return (
    <Sheet
      title={text('adjustTitle', { name: pair.headName ?? text('nameless') })}
      onClose={onClose}
    >
      <CandidateChoice
        household={pair.household}
        chosen={helper}
        onChoose={(candidate) => setHelper(candidate.id)}
      />
      <Problem>{problem}</Problem>
      <p className="sheet-act workforce-acts">
        <button
          type="button"
          className="button primary"
          disabled={helper === undefined || adjust.isPending}
          onClick={() => adjust.mutate({ params, body: { helper: helper ?? null } })}
        >
          {text('take')}
        </button>
        <button
          type="button"
          className="button"
          disabled={adjust.isPending}
          onClick={() => adjust.mutate({ params, body: { helper: null } })}
        >
          {text('leaveOut')}
        </button>
      </p>
    </Sheet>
  );
}
