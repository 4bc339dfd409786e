// How often what a source said did not hold: per kind, and per list of it.
import type { LeadCounts } from '#contract/targeting-leads.ts';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Count } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { comparisonTexts } from './comparison-texts.ts';

interface Read {
  readonly data: LeadCounts | undefined;
  readonly error: Error | null;
}

const figures = ['found', 'waiting', 'overturned', 'upheld', 'rate'] as const;

export function SourceTable({ counts }: { readonly counts: Read }) {
  const text = useText(comparisonTexts);
  if (counts.error !== null) return <ErrorState error={counts.error} />;
  if (counts.data === undefined) return <Skeleton lines={6} />;
  const { sources } = counts.data;
  if (sources.length === 0) return <EmptyState title={text('sourcesEmpty')} />;
  return (
    <>
      <p className="quiet">{text('sourcesLead')}</p>
      <Scrolled>
        <table className="rows">
          <thead>
            <tr>
              <ColumnHeads heads={['kind', 'list', ...figures]} figures={figures} nameOf={text} />
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <SourceRow key={`${source.kind.id} ${source.list ?? ''}`} source={source} />
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}

function SourceRow({ source }: { readonly source: LeadCounts['sources'][number] }) {
  const text = useText(comparisonTexts);
  const { kind, list, hits, open, answered, overturned, upheld } = source;
  const decided = overturned + upheld;
  return (
    <tr className={list === null ? 'source-sum' : undefined}>
      <td>{list === null ? text.pick(kind.title) : ''}</td>
      <td>{list ?? text('allLists')}</td>
      {[hits, open + answered, overturned, upheld].map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns in their order.
        <td key={index} className="number">
          <Count value={value} />
        </td>
      ))}
      <td className="number">
        {decided === 0 ? (
          <span className="quiet">{text('rateNone')}</span>
        ) : (
          `${Math.round((overturned * 100) / decided)}%`
        )}
      </td>
    </tr>
  );
}
