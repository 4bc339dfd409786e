// Every value of a household with who says so: documents, neighbours, calls, blind scores, repeated
// questions. What rests on one source alone says so; what differs leads to the question and its owner.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdSources } from '#contract/supervision-sources.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { KinBlock } from './kin-block.tsx';
import { SourceTable } from './source-table.tsx';
import { sourcesTexts } from './sources-texts.ts';
import { VerificationSheet } from './verification-sheet.tsx';
import './supervision.css';

export function SourcesPage() {
  const { id } = useParams({ from: '/frame/households/$id/sources' });
  const read = useRead('GET /api/supervision/households/:id/sources', { params: { id } });
  if (read.data !== undefined) return <SourcesOf sources={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function SourcesOf({ sources }: { readonly sources: HouseholdSources }) {
  const text = useText(sourcesTexts);
  const [entering, setEntering] = useState(false);
  const { household, set, standing } = sources;
  return (
    <div className="page check-round">
      <Link to="/households/$id" params={{ id: household.id }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title', { name: household.headName ?? household.no })}
        note={household.place}
        actions={
          sources.mayEnter && set !== null ? (
            <button type="button" className="button primary" onClick={() => setEntering(true)}>
              {text('enter')}
            </button>
          ) : undefined
        }
      />
      <Finding
        detail={text('summary', {
          agreed: standing.agreed,
          single: standing.singleSource,
          disputed: standing.disputed,
        })}
      >
        {standing.why !== null
          ? text.pick(standing.why)
          : standing.missing.length === 0
            ? text('passes')
            : text('incomplete', { count: standing.missing.length })}
      </Finding>
      <div className="check-body">
        <SourceTable sources={sources} />
        <div>
          <Methods sources={sources} />
          <KinBlock sources={sources} />
          <Samples sources={sources} />
        </div>
      </div>
      {entering ? <VerificationSheet sources={sources} onClose={() => setEntering(false)} /> : null}
    </div>
  );
}

function Methods({ sources }: { readonly sources: HouseholdSources }) {
  const text = useText(sourcesTexts);
  const { set, methods, documents } = sources;
  if (set === null) return <p className="quiet">{text('none')}</p>;
  return (
    <>
      <Block
        title={text.pick(set.title)}
        aside={set.verified ? undefined : <Chip meaning="unknown">{text('unverified')}</Chip>}
      >
        <ul className="method-rows">
          {methods.map((method) => (
            <li key={method.id}>
              <strong>{text.pick(method.title)}</strong>{' '}
              {method.times === 0 ? (
                <span className="quiet">{text('notDone')}</span>
              ) : (
                <Chip meaning="done">
                  {text('times', { count: method.times, on: method.lastOn ?? '' })}
                </Chip>
              )}
              <br />
              <small className="quiet">{text.pick(method.text)}</small>
            </li>
          ))}
        </ul>
      </Block>
      {documents.length === 0 ? null : (
        <Block title={text('documents')}>
          <ul className="method-rows">
            {documents.map((one) => (
              <li key={one.id}>
                {text.pick(one.title)}{' '}
                <span className="quiet">
                  {one.seenOn === null ? text('notSeen') : text('seen', { on: one.seenOn })}
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

function Samples({ sources }: { readonly sources: HouseholdSources }) {
  const text = useText(sourcesTexts);
  if (sources.samples.length === 0) return null;
  return (
    <Block title={text('samples')}>
      <ul className="method-rows">
        {sources.samples.map((one) => (
          <li key={one.campaign}>
            <Link to="/samples/$id" params={{ id: one.campaign }} className="row-link">
              {one.title}
            </Link>{' '}
            <span className="quiet">
              {text('drawn', { on: one.drawnOn })}
              {text.marks.comma}
              {text(`outcome_${one.isClosed ? (one.outcome ?? 'open') : 'blind'}`)}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
