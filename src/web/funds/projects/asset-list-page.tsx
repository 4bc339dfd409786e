// Assets of an area: what they are worth, which lie idle, how far the stock-take of the year is.
import { Link, useSearch } from '@tanstack/react-router';
import type { AssetCounts, AssetRow } from '#contract/funds-assets.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownYuan } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useMoneyHeads } from '../money-heads.ts';
import { assetTexts } from './asset-texts.ts';
import '../funds.css';
import './projects.css';

export const assetMeanings: Readonly<Record<AssetRow['state'], Meaning>> = {
  formed: 'due',
  confirmed: 'due',
  handedOver: 'done',
  idle: 'over',
  disposed: 'neutral',
};

export function AssetListPage() {
  const text = useText(assetTexts);
  const own = useMe().area.code;
  const { area = own, assetState: state } = useSearch({ from: '/frame/assets' });
  const query = { area, ...(state === undefined ? {} : { state }) };
  const counts = useRead('GET /api/funds/assets/counts', { query: { area } }, { keep: true });
  const list = usePages('GET /api/funds/assets', { query: { ...query, limit: 50 } });
  const { data } = counts;
  const isEmpty = !list.isPending && list.error === null && list.items.length === 0;
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        asOf={data?.on}
        actions={
          data?.mayCount === true && data.toCount > 0 ? (
            <Link
              to="/assets/count"
              search={(before) => ({ area: before.area })}
              className="button primary"
            >
              {text('countPage')}
            </Link>
          ) : undefined
        }
      />
      {counts.error === null ? null : (
        <ErrorState error={counts.error} retry={() => void counts.refetch()} />
      )}
      {data === undefined || data.toCount === 0 ? null : <CountsFinding counts={data} />}
      <p className="small quiet">{text('help')}</p>
      {data === undefined || data.toCount === 0 ? null : (
        <div className="project-bar no-print">
          <nav aria-label={text('state')}>
            <Link
              to="/assets"
              search={(before) => ({ area: before.area })}
              className={state === undefined ? 'button chosen' : 'button'}
            >
              {text('all')}
            </Link>
            {data.states
              .filter(({ count }) => count > 0)
              .map((one) => (
                <Link
                  key={one.state}
                  to="/assets"
                  search={(before) => ({ area: before.area, assetState: one.state })}
                  className={state === one.state ? 'button chosen' : 'button'}
                >
                  {text(`state_${one.state}`)} {exactNumber(one.count)}
                </Link>
              ))}
          </nav>
          <p className="small quiet">
            {data.kinds
              .filter(({ count }) => count > 0)
              .map(
                (one) =>
                  `${text(`kind_${one.kind}`)} ${exactNumber(one.count)} · ${shownYuan(one.value, text.language)}`,
              )
              .join('　')}
          </p>
        </div>
      )}
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {isEmpty ? (
        <EmptyState
          title={text(state === undefined ? 'emptyTitle' : 'filteredNone')}
          text={text(state === undefined ? 'emptyText' : 'filteredText')}
        />
      ) : null}
      {list.items.length === 0 ? null : <AssetTable rows={list.items} />}
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

function CountsFinding({ counts }: { readonly counts: AssetCounts }) {
  const text = useText(assetTexts);
  const value = counts.kinds.reduce((sum, one) => sum + one.value, 0);
  const idle = counts.states.find(({ state }) => state === 'idle')?.count ?? 0;
  return (
    <Finding
      detail={text('findingDetail', {
        year: counts.year,
        counted: exactNumber(counts.counted),
        left: exactNumber(counts.toCount - counts.counted),
      })}
    >
      {text('finding', {
        count: exactNumber(counts.toCount),
        value: shownYuan(value, text.language),
        idle: exactNumber(idle),
        shared: shownYuan(counts.shared, text.language),
      })}
    </Finding>
  );
}

const figures = ['shared', 'value'] as const;
const heads = ['asset', 'place', 'state', 'owner', 'keeper', ...figures] as const;

function AssetTable({ rows }: { readonly rows: readonly AssetRow[] }) {
  const text = useText(assetTexts);
  const nameOf = useMoneyHeads<(typeof heads)[number]>(text, figures);
  return (
    <StackedTable
      label={text('title')}
      heads={heads}
      figures={figures}
      nameOf={nameOf}
      className=""
    >
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/assets/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
              <br />
              <span className="small quiet">
                {text(`kind_${one.kind}`)} · {one.formedOn}
                {one.countedYear === null ? '' : ` · ${text('counted', { year: one.countedYear })}`}
              </span>
            </td>
            <td>{one.area.name}</td>
            <td>
              <Chip meaning={assetMeanings[one.state]}>{text(`state_${one.state}`)}</Chip>
            </td>
            <td>{one.owner}</td>
            <td>{one.keeper}</td>
            <td className="number">
              <ColumnMoney fen={one.shared} />
            </td>
            <td className="number">
              <ColumnMoney fen={one.value} />
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}
