// Rounds of re-checks of one's area, and the way to open one.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Campaign } from '#contract/casework-campaigns.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { BeginCampaignSheet } from './begin-campaign-sheet.tsx';
import { choiceOf } from './campaign-search.ts';
import { campaignTexts } from './campaign-texts.ts';
import './campaign.css';

export function CampaignListPage() {
  const text = useText(campaignTexts);
  const me = useMe();
  const read = useRead('GET /api/casework/campaigns', { query: {} });
  const navigate = useNavigate();
  const { area, ...search } = useSearch({ from: '/frame/campaigns' });
  const chosen = choiceOf(search);
  const [beginning, setBeginning] = useState(chosen !== undefined);
  const { data } = read;
  const begin =
    data?.mayBegin === true && data.processes.length > 0 ? (
      <button type="button" className="button primary" onClick={() => setBeginning(true)}>
        {text('begin')}
      </button>
    ) : undefined;
  return (
    <div className="page">
      <PageHead title={text('title')} actions={data?.items.length === 0 ? undefined : begin} />
      <p className="quiet">{text('lead')}</p>
      {read.isPending ? <Skeleton lines={5} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {data?.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} action={begin} />
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Block title={text('list')}>
          <ul className="campaign-list">
            {data.items.map((one) => (
              <CampaignLine key={one.id} one={one} />
            ))}
          </ul>
        </Block>
      )}
      {beginning && data !== undefined ? (
        <BeginCampaignSheet
          area={area ?? me.area.code}
          processes={data.processes}
          rounds={data.rounds}
          chosen={chosen}
          onClose={() => {
            setBeginning(false);
            void navigate({ to: '/campaigns', search: { area } });
          }}
        />
      ) : null}
    </div>
  );
}

function CampaignLine({ one }: { readonly one: Campaign }) {
  const text = useText(campaignTexts);
  return (
    <li>
      <Link to="/campaigns/$id" params={{ id: one.id }} className="row-link">
        {one.title}
      </Link>{' '}
      <Chip meaning={one.state === 'ended' ? 'done' : 'due'}>{text(`state_${one.state}`)}</Chip>{' '}
      <small className="quiet">
        {text('opened', { count: exactNumber(one.opened) })} ·{' '}
        {text('by', { by: one.by, on: one.begunOn })}
      </small>
    </li>
  );
}
