// Every open disagreement of an area, oldest first.
import { useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ConflictSides } from './conflict-sides.tsx';
import { historyTexts } from './history-texts.ts';
import './household.css';

export function ConflictListPage() {
  const text = useText(historyTexts);
  const me = useMe();
  const { area } = useSearch({ from: '/frame/conflicts' });
  const conflicts = usePages('GET /api/registry/conflicts', { query: { area } });
  return (
    <div className="page">
      <PageHead title={text('conflictsTitle')} note={text('conflictsLead')} />
      {conflicts.error === null ? null : (
        <ErrorState error={conflicts.error} retry={conflicts.refetch} />
      )}
      {conflicts.isPending ? <Skeleton lines={6} /> : null}
      {!conflicts.isPending && conflicts.error === null && conflicts.items.length === 0 ? (
        <EmptyState title={text('conflictsAllEmpty', { area: me.area.name })} />
      ) : null}
      {conflicts.items.map((conflict) => (
        <ConflictSides key={conflict.id} conflict={conflict} named />
      ))}
      {conflicts.hasMore ? (
        <button
          type="button"
          className="button"
          disabled={conflicts.isReadingMore}
          onClick={conflicts.readMore}
        >
          {text('more')}
        </button>
      ) : null}
    </div>
  );
}
