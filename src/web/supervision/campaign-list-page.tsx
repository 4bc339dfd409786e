// Rounds of checks of an area, the latest first: what is drawn, how far the scores are, what waits for me.

import { Link, useSearch } from '@tanstack/react-router';
import type { CampaignRow } from '#contract/supervision.ts';
import { useMay } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { sampleTexts } from './sample-texts.ts';
import './supervision.css';

export function CampaignListPage() {
  const text = useText(sampleTexts);
  const may = useMay();
  const narrow = useNarrow();
  const { area, round: state } = useSearch({ from: '/frame/samples' });
  const rounds = usePages('GET /api/supervision/campaigns', { query: { area, state } });
  const none = !rounds.isPending && rounds.error === null && rounds.items.length === 0;
  const plan = may('supervision.draw') ? (
    <Link to="/samples/new" className="button primary">
      {text('plan')}
    </Link>
  ) : undefined;
  return (
    <div className="page check-round">
      <PageHead title={text('title')} note={text('lead')} actions={plan} />
      <nav className="tabs no-print" aria-label={text('state')}>
        {([undefined, 'planned', 'drawn', 'closed'] as const).map((one) => (
          <Link
            key={one ?? 'all'}
            to="/samples"
            search={(before) => ({ ...before, round: one })}
            activeOptions={{ exact: true }}
            aria-current={one === state ? 'page' : undefined}
          >
            {text(`state_${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      {rounds.error === null ? null : <ErrorState error={rounds.error} retry={rounds.refetch} />}
      {rounds.isPending ? <Skeleton lines={6} /> : null}
      {none && state !== undefined ? <EmptyState title={text('emptyState')} /> : null}
      {none && state === undefined ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} action={plan} />
      ) : null}
      {rounds.items.length === 0 ? null : narrow ? (
        <ul className="check-cards">
          {rounds.items.map((one) => (
            <li key={one.id}>
              <Link to="/samples/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
              <span className="quiet">
                <Dotted>
                  {one.areaName}
                  {text.pick(one.design)}
                  {one.households === 0 ? null : `${text('sample')} ${exactNumber(one.households)}`}
                  {one.due === 0
                    ? null
                    : `${text('scored')} ${text('scoredOf', { done: one.scored, due: one.due })}`}
                </Dotted>
              </span>
              <span className="check-chips">
                <StateChip one={one} />
                {one.isInvented ? <Chip meaning="unknown">{text('invented')}</Chip> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <RoundTable rounds={rounds.items} />
      )}
      <MoreButton list={rounds}>{text('more')}</MoreButton>
    </div>
  );
}

function RoundTable({ rounds }: { readonly rounds: readonly CampaignRow[] }) {
  const text = useText(sampleTexts);
  return (
    <table className="rows">
      <thead>
        <tr>
          <ColumnHeads
            heads={['name', 'place', 'design', 'sample', 'scored', 'state']}
            figures={['sample', 'scored']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {rounds.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/samples/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>{' '}
              {one.isInvented ? <Chip meaning="unknown">{text('invented')}</Chip> : null}
            </td>
            <td>{one.areaName}</td>
            <td>{text.pick(one.design)}</td>
            <td className="number">{one.households === 0 ? '' : one.households}</td>
            <td className="number">
              {one.due === 0 ? '' : text('scoredOf', { done: one.scored, due: one.due })}
            </td>
            <td>
              <StateChip one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateChip({ one }: { readonly one: CampaignRow }) {
  const text = useText(sampleTexts);
  if (one.mine > 0) return <Chip meaning="due">{text('mineCount', { count: one.mine })}</Chip>;
  const meaning = one.state === 'closed' ? 'done' : 'neutral';
  return <Chip meaning={meaning}>{text(`state_${one.state}`)}</Chip>;
}
