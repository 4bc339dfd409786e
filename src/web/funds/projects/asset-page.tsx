// One asset: whose it is, who keeps it, what became of it, and what it earned for whom.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Asset, AssetShare } from '#contract/funds-assets.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownDay, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { AssetActSheet } from './asset-act-sheet.tsx';
import { assetMeanings } from './asset-list-page.tsx';
import { assetTexts } from './asset-texts.ts';
import { staleAssets } from './stale-assets.ts';
import '../funds.css';
import './projects.css';

export function AssetPage() {
  const { id = '' } = useParams({ strict: false });
  const text = useText(assetTexts);
  const read = useRead('GET /api/funds/assets/:id', { params: { id } });
  if (read.data !== undefined) return <AssetOf asset={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <Link to="/assets" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function AssetOf({ asset }: { readonly asset: Asset }) {
  const text = useText(assetTexts);
  const [doing, setDoing] = useState<Asset['next'][number]['act'] | undefined>();
  const open = asset.next.filter(({ closed }) => closed === null);
  const { project, projectTitle } = asset;
  return (
    <div className="page funds">
      <Link to="/assets" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={asset.title}
        note={
          <>
            <Chip meaning={assetMeanings[asset.state]}>{text(`state_${asset.state}`)}</Chip>{' '}
            {text('sinceDay', { day: shownDay(asset.stateOn, text.language) })}
          </>
        }
      />
      <Finding
        detail={
          <Dotted>
            {text(`kind_${asset.kind}`)}
            {asset.area.name}
            {asset.formedOn}
            {project === null || projectTitle === null ? null : (
              <>
                {text('project')}{' '}
                <Link to="/projects/$id" params={{ id: project }} className="link">
                  {projectTitle}
                </Link>
              </>
            )}
          </Dotted>
        }
      >
        <Dotted>
          {text('valueIs', { value: shownYuan(asset.value, text.language) })}
          {`${text('owner')} ${asset.owner === '' ? text('unwritten') : asset.owner}`}
          {`${text('keeper')} ${asset.keeper === '' ? text('unwritten') : asset.keeper}`}
        </Dotted>
      </Finding>
      <div className="funds-acts no-print">
        {open.map(({ act }, index) => (
          <button
            key={act}
            type="button"
            className={
              index === 0 ? 'button primary' : act === 'dispose' ? 'button plain' : 'button'
            }
            onClick={() => setDoing(act)}
          >
            {text(`act_${act}`)}
          </button>
        ))}
      </div>
      <div className="project-pair">
        <Shares asset={asset} />
        <Block title={text('history')}>
          <ol className="funds-list project-history">
            {[...asset.acts].reverse().map((act) => (
              <li key={act.position}>
                <p>
                  <time dateTime={act.on}>{act.on}</time> {text(`did_${act.kind}`)}{' '}
                  <FactWords facts={act.facts} />
                </p>
                <p className="small quiet">{act.by}</p>
              </li>
            ))}
          </ol>
        </Block>
      </div>
      {doing === undefined ? null : (
        <AssetActSheet asset={asset} act={doing} onClose={() => setDoing(undefined)} />
      )}
    </div>
  );
}

const conditions = ['inUse', 'idle', 'damaged', 'missing'] as const;

function FactWords({ facts }: { readonly facts: Asset['acts'][number]['facts'] }) {
  const text = useText(assetTexts);
  const words = (['owner', 'keeper', 'document', 'note'] as const).flatMap((name) => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  const money = (['cost', 'proceeds', 'total'] as const).flatMap((name) => {
    const value = facts[name];
    return typeof value === 'number' && value > 0 ? [exactYuan(value)] : [];
  });
  const condition = conditions.find((one) => one === facts.condition);
  const met = condition === undefined ? [] : [text(`condition_${condition}`)];
  return <>{[...met, ...words, ...money].join(' · ')}</>;
}

function Shares({ asset }: { readonly asset: Asset }) {
  const text = useText(assetTexts);
  return (
    <Block title={text('shares')} aside={text('sharesAside')}>
      {asset.shares.length === 0 ? <p className="quiet">{text('sharesNone')}</p> : null}
      <ul className="funds-list">
        {asset.shares.map((share) => (
          <ShareLine key={share.id} share={share} />
        ))}
      </ul>
    </Block>
  );
}

function ShareLine({ share }: { readonly share: AssetShare }) {
  const text = useText(assetTexts);
  const say = useSay();
  const [sheet, setSheet] = useState<'rows' | 'refuse' | undefined>();
  const params = { id: share.id };
  const close = () => setSheet(undefined);
  const answer = useWrite('POST /api/funds/shares/:id/answer', {
    stale: staleAssets,
    onDone: (asset) => {
      const now = asset.shares.find(({ id }) => id === share.id)?.state;
      say(text(now === 'posted' ? 'saidPosted' : 'saidRefused'));
      close();
    },
  });
  const problem = useExplanation(answer.error);
  const meaning = share.state === 'posted' ? 'done' : share.state === 'waiting' ? 'due' : 'neutral';
  return (
    <li>
      <p>
        <Money fen={share.total} /> {text('sharePeople', { count: exactNumber(share.households) })}{' '}
        <Chip meaning={meaning}>{text(`share_${share.state}`)}</Chip>
      </p>
      <p className="small quiet">
        {share.on} {share.payer} {share.document} {share.by} {share.answeredBy ?? ''}{' '}
        {share.reason ?? ''}
      </p>
      <div className="funds-acts no-print">
        {share.state === 'waiting' && share.closed === null ? (
          <>
            <button
              type="button"
              className="button primary"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ params, body: { approve: true } })}
            >
              {text('approve')}
            </button>
            <button type="button" className="button" onClick={() => setSheet('refuse')}>
              {text('refuse')}
            </button>
          </>
        ) : null}
        <button type="button" className="button plain" onClick={() => setSheet('rows')}>
          {text('seeRows')}
        </button>
        {share.entry === null ? null : (
          <Link to="/money/entries/$id" params={{ id: share.entry }} className="button plain">
            {text('openEntry')}
          </Link>
        )}
      </div>
      {share.state === 'waiting' && share.closed !== null ? (
        <p className="small quiet">{text.pick(share.closed)}</p>
      ) : null}
      {sheet === 'refuse' ? null : <Problem>{problem}</Problem>}
      {sheet === 'rows' ? <RowsSheet share={share} onClose={close} /> : null}
      {sheet === 'refuse' ? (
        <WordsSheet
          title={text('refuse')}
          lead={text('refuseLead')}
          label={text('reason')}
          act={text('refuse')}
          problem={problem}
          busy={answer.isPending}
          onSend={(reason) => answer.mutate({ params, body: { approve: false, reason } })}
          onClose={close}
        />
      ) : null}
    </li>
  );
}

function RowsSheet({
  share,
  onClose,
}: {
  readonly share: AssetShare;
  readonly onClose: () => void;
}) {
  const text = useText(assetTexts);
  const list = usePages('GET /api/funds/shares/:id/households', {
    params: { id: share.id },
    query: { limit: 50 },
  });
  return (
    <Sheet title={text('rowsTitle')} onClose={onClose}>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      <StackedTable
        label={text('rowsTitle')}
        heads={['household', 'place', 'amount']}
        figures={['amount']}
        nameOf={text}
      >
        <tbody>
          {list.items.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/households/$id" params={{ id: one.id }} className="row-link">
                  {one.name ?? one.no}
                </Link>
              </td>
              <td>{one.area}</td>
              <td className="number">{exactYuan(one.amount)}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
      <MoreButton list={list}>{text('more')}</MoreButton>
    </Sheet>
  );
}
