// The rows themselves, cards on a phone, and the household that is open beside them where there is room.
import { useRef } from 'react';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useBelow, useNarrow } from '#web/ui/use-narrow.ts';
import { HouseholdCards } from './household-cards.tsx';
import type { ColumnName } from './household-columns.tsx';
import { HouseholdListEmpty } from './household-list-empty.tsx';
import { HouseholdListEnd } from './household-list-end.tsx';
import { HouseholdPanel } from './household-panel.tsx';
import { HouseholdTable } from './household-table.tsx';
import type { HouseholdList } from './use-household-list.ts';
import { useRowKeys } from './use-row-keys.ts';

interface HouseholdListRowsProps {
  readonly list: HouseholdList;
  readonly columns: readonly ColumnName[];
  readonly roomy: boolean;
}

/** Columns that have room when a household is open beside them. */
const columnsBeside = 5;

export function HouseholdListRows({ list, columns, roomy }: HouseholdListRowsProps) {
  const narrow = useNarrow();
  const noRoom = useBelow(1279);
  const holder = useRef<HTMLDivElement>(null);
  const { households } = list;
  const { items } = households;
  const open = noRoom ? undefined : list.search.open;
  const onOpen = noRoom ? undefined : list.open;
  const onClose = () => list.open(undefined);
  const onEnd = () => households.hasMore && households.readMore();
  useRowKeys({ list: holder, open, onOpen, onClose, onEnd });
  const empty = !households.isPending && households.error === null && items.length === 0;
  return (
    <div className={open === undefined ? 'household-body' : 'household-body beside'}>
      <div ref={holder} className="household-rows">
        {households.isPending ? <Skeleton lines={8} /> : null}
        {empty ? (
          <HouseholdListEmpty
            filtered={Object.keys(list.filters).length > 0}
            onClear={list.clear}
          />
        ) : null}
        {items.length === 0 ? null : narrow ? (
          <HouseholdCards rows={items} />
        ) : (
          <HouseholdTable
            rows={items}
            columns={open === undefined ? columns : columns.slice(0, columnsBeside)}
            roomy={roomy}
            sort={list.sort}
            onSort={(sort) => list.change({ sort, cursor: undefined })}
            open={open}
            onOpen={onOpen}
          />
        )}
        {items.length === 0 ? null : (
          <HouseholdListEnd
            shown={items.length}
            next={households.next}
            reading={households.isReadingMore}
            onMore={households.readMore}
            onGoOn={(cursor) => list.change({ cursor, open: undefined })}
          />
        )}
      </div>
      {open === undefined ? null : <HouseholdPanel key={open} id={open} onClose={onClose} />}
    </div>
  );
}
