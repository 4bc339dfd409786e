// One round of checks: how it is drawn and how anybody proves it, who scores, which households, how far.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Campaign } from '#contract/supervision.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { CloseSheet, DrawSheet, JoinSheet } from './campaign-sheets.tsx';
import { DrawProofBlock } from './draw-proof-block.tsx';
import { SampleList } from './sample-list.tsx';
import { sampleTexts } from './sample-texts.ts';
import { SessionBlock } from './session-block.tsx';
import './supervision.css';

export function CampaignPage() {
  const { id } = useParams({ from: '/frame/samples/$id' });
  const read = useRead('GET /api/supervision/campaigns/:id', { params: { id } });
  if (read.data !== undefined) return <CampaignOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function CampaignOf({ one }: { readonly one: Campaign }) {
  const text = useText(sampleTexts);
  const [open, setOpen] = useState<'draw' | 'join' | 'close'>();
  const close = () => setOpen(undefined);
  return (
    <div className="page check-round">
      <Link to="/samples" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={one.title}
        note={
          <>
            {one.areaName} <Chip meaning="neutral">{text(`state_${one.state}`)}</Chip>{' '}
            {one.isInvented ? <Chip meaning="unknown">{text('invented')}</Chip> : null}
          </>
        }
        actions={
          <>
            {one.mayClose ? (
              <button type="button" className="button" onClick={() => setOpen('close')}>
                {text('close')}
              </button>
            ) : null}
            {one.mayReport ? (
              <Link to="/samples/$id/report" params={{ id: one.id }} className="button">
                {text('report')}
              </Link>
            ) : null}
            {one.mayJoin ? (
              <button type="button" className="button" onClick={() => setOpen('join')}>
                {text('join')}
              </button>
            ) : null}
            {one.mayDraw ? (
              <button type="button" className="button primary" onClick={() => setOpen('draw')}>
                {text('draw')}
              </button>
            ) : null}
          </>
        }
      />
      <Finding
        detail={
          <Dotted>
            {text.pick(one.design)}
            {text('planned', { by: one.plannedBy, on: one.plannedOn })}
            {one.drawnOn === null
              ? null
              : text('drawn', { by: one.drawnBy ?? '', on: one.drawnOn })}
            {one.closedOn === null
              ? null
              : text('closed', { by: one.closedBy ?? '', on: one.closedOn })}
          </Dotted>
        }
      >
        {findingOf(text, one)}
      </Finding>
      {one.reportClosed !== null && one.team !== null ? (
        <p className="notice">{text.pick(one.reportClosed)}</p>
      ) : null}
      <div className="check-body">
        <div>
          {one.compares === 'observers' ? <SessionBlock one={one} /> : null}
          {one.state === 'planned' ? null : <SampleList one={one} />}
        </div>
        <div>
          <DrawProofBlock one={one} />
          <TeamBlock one={one} />
        </div>
      </div>
      {open === 'draw' ? <DrawSheet one={one} onClose={close} /> : null}
      {open === 'join' ? <JoinSheet one={one} onClose={close} /> : null}
      {open === 'close' ? <CloseSheet one={one} onClose={close} /> : null}
    </div>
  );
}

function findingOf(text: ReturnType<typeof useText<SampleKey>>, one: Campaign): string {
  const done = one.scored;
  if (one.state === 'closed' && one.compares !== 'observers') {
    return text('findClosed', { count: one.households, done, due: one.due });
  }
  if (one.state === 'planned')
    return one.compares === 'observers' ? text('sessions') : text('findPlanned');
  return text('findDrawn', { count: one.households, done, due: one.due });
}

type SampleKey = NonNullable<(typeof sampleTexts)['key']>;

function TeamBlock({ one }: { readonly one: Campaign }) {
  const text = useText(sampleTexts);
  return (
    <Block title={text('teams')}>
      <ul className="check-teams">
        {one.teams.map((team) => (
          <li key={team.id}>
            <strong>{team.title}</strong>{' '}
            {team.code === null ? null : (
              <span className="quiet">
                {text.rich('teamCode', { code: <code className="team-code">{team.code}</code> })}
              </span>
            )}
            <br />
            <span className="quiet">
              {team.raters.length === 0 ? text('noRaters') : team.raters.join(text.marks.list)}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
