// One round: how far it is, who was taken out and in by township, and its end.

import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { CampaignDetail, CampaignSum } from '#contract/casework-campaigns.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ChoiceWords } from './campaign-choice.tsx';
import { campaignTexts } from './campaign-texts.ts';
import './campaign.css';

const address = 'GET /api/casework/campaigns/:id';
const columns = ['out', 'in', 'kept', 'left'] as const;

export function CampaignPage() {
  const { id } = useParams({ from: '/frame/campaigns/$id' });
  const read = useRead(address, { params: { id } });
  if (read.data !== undefined) return <CampaignOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function CampaignOf({ one }: { readonly one: CampaignDetail }) {
  const text = useText(campaignTexts);
  const client = useQueryClient();
  const end = useWrite('POST /api/casework/campaigns/:id/end', {
    stale: [address, 'GET /api/casework/campaigns'],
  });
  const problem = useExplanation(end.error);
  return (
    <div className="page">
      <Link to="/campaigns" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={one.title}
        note={
          <>
            <Chip meaning={one.state === 'ended' ? 'done' : 'due'}>
              {text(`state_${one.state}`)}
            </Chip>{' '}
            {text.pick(one.process.title)}
            {one.round === null ? '' : ` · ${text.pick(one.round.title)}`}
          </>
        }
        actions={
          one.mayEnd ? (
            <button
              type="button"
              className="button primary"
              disabled={end.isPending}
              onClick={() => end.mutate({ params: { id: one.id }, body: {} })}
            >
              {text('end')}
            </button>
          ) : undefined
        }
      />
      <Finding
        detail={
          one.endedOn === null || one.endedBy === null
            ? text('by', { by: one.by, on: one.begunOn })
            : text('endedBy', { by: one.endedBy, on: one.endedOn })
        }
      >
        <Result one={one} />
      </Finding>
      {one.choice === null ? null : (
        <p>
          <ChoiceWords choice={one.choice} area={one.areaCode} />
        </p>
      )}
      <Problem>{problem}</Problem>
      {one.state === 'opening' && one.job !== null ? (
        <JobProgress
          id={one.job}
          stepText={() => text('opening')}
          onOver={() => void client.invalidateQueries({ queryKey: [address] })}
        />
      ) : null}
      <Block title={text('township')} aside={text('opened', { count: exactNumber(one.opened) })}>
        {one.passedOver === 0 ? null : (
          <p className="small quiet">
            {text('passedOver', { count: exactNumber(one.passedOver) })}
          </p>
        )}
        {one.townships.length === 0 ? (
          <p className="quiet">{text('noRows')}</p>
        ) : (
          <Townships one={one} />
        )}
        {one.state === 'ended' ? null : <p className="field-hint">{text('endHint')}</p>}
      </Block>
    </div>
  );
}

function Result({ one }: { readonly one: CampaignDetail }) {
  const text = useText(campaignTexts);
  const { sum, state } = one;
  if (state === 'opening') return text('findingOpening');
  const rest = text('finding', {
    out: exactNumber(sum.out.households),
    outPersons: exactNumber(sum.out.persons),
    in: exactNumber(sum.in.households),
    inPersons: exactNumber(sum.in.persons),
  });
  if (sum.open.households === 0) return rest;
  return text('findingOpen', { open: exactNumber(sum.open.households), rest });
}

function Townships({ one }: { readonly one: CampaignDetail }) {
  const text = useText(campaignTexts);
  const shown = (sum: CampaignSum, column: (typeof columns)[number]) => {
    const { households, persons } = sum[column === 'left' ? 'open' : column];
    if (households === 0) return '—';
    return text('both', { households: exactNumber(households), persons: exactNumber(persons) });
  };
  return (
    <Scrolled>
      <table
        className="rows dense stacked"
        style={stackedHeads([text('township'), ...columns.map((column) => text(column))])}
      >
        <thead>
          <tr>
            <ColumnHeads heads={['township', ...columns]} figures={columns} nameOf={text} />
          </tr>
        </thead>
        <tbody>
          {one.townships.map((township) => (
            <tr key={township.code}>
              <th scope="row">{township.name}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {shown(township.sum, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('whole')}</th>
            {columns.map((column) => (
              <td key={column} className="number">
                {shown(one.sum, column)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}
