import { Link } from '@tanstack/react-router';
import type { ImportItem } from '#contract/exchange.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { ImportStateChip } from './import-state.tsx';
import { exchangeTexts } from './texts.ts';

export function ImportHistory() {
  const text = useText(exchangeTexts);
  const narrow = useNarrow();
  const imports = usePages('GET /api/exchange/imports', { query: { limit: 20 } });
  const Rows = narrow ? Cards : Table;
  return (
    <Block title={text('history')} aside={text('historyAside')}>
      {imports.isPending ? <Skeleton lines={4} /> : null}
      {imports.error === null ? null : <ErrorState error={imports.error} retry={imports.refetch} />}
      {!imports.isPending && imports.error === null && imports.items.length === 0 ? (
        <p className="quiet">{text('historyEmpty')}</p>
      ) : null}
      {imports.items.length === 0 ? null : <Rows items={imports.items} />}
      <MoreButton list={imports}>{text('more')}</MoreButton>
    </Block>
  );
}

interface ItemsProps {
  readonly items: readonly ImportItem[];
}

function Table({ items }: ItemsProps) {
  const text = useText(exchangeTexts);
  return (
    <table className="rows import-table">
      <thead>
        <tr>
          <th scope="col">{text('file')}</th>
          <th scope="col">{text('by')}</th>
          <th scope="col">{text('when')}</th>
          <th scope="col" className="number">
            {text('rows')}
          </th>
          <th scope="col" className="number">
            {text('accepted')}
          </th>
          <th scope="col" className="number">
            {text('refused')}
          </th>
          <th scope="col">{text('state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <Link to="/imports/$id" params={{ id: item.id }} className="row-link">
                {item.fileName}
              </Link>
            </td>
            <td>{item.accountName}</td>
            <td className="quiet">
              <Instant at={item.createdAt} />
            </td>
            <td className="number">{figure(item.counts?.rows)}</td>
            <td className="number">{figure(item.counts?.accepted)}</td>
            <td className="number">{figure(item.counts?.refused)}</td>
            <td>
              <ImportStateChip state={item.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ items }: ItemsProps) {
  const text = useText(exchangeTexts);
  return (
    <ul className="import-cards">
      {items.map((item) => (
        <li key={item.id}>
          <Link to="/imports/$id" params={{ id: item.id }}>
            <strong>{item.fileName}</strong>
            <span className="quiet">
              {item.accountName} <Instant at={item.createdAt} />
            </span>
            {item.counts === null ? null : (
              <span>
                {text('cardCounts', {
                  accepted: exactNumber(item.counts.accepted),
                  refused: exactNumber(item.counts.refused),
                })}
              </span>
            )}
          </Link>
          <ImportStateChip state={item.state} />
        </li>
      ))}
    </ul>
  );
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : exactNumber(value);
}
