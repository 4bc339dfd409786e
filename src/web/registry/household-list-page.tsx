// The households of an area under conditions one can read back; a row opens beside the list.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useBelow, useNarrow } from '#web/ui/use-narrow.ts';
import { useRemembered } from '#web/ui/use-remembered.ts';
import { useFormWords } from './form-words.ts';
import { HouseholdCards } from './household-cards.tsx';
import { exportedFields, readColumns } from './household-columns.tsx';
import { HouseholdColumnsSheet } from './household-columns-sheet.tsx';
import { HouseholdCount } from './household-count.tsx';
import { HouseholdExportSheet } from './household-export-sheet.tsx';
import { householdFilterParts } from './household-filter-parts.ts';
import { HouseholdFilterSheet } from './household-filter-sheet.tsx';
import { HouseholdListEmpty } from './household-list-empty.tsx';
import { HouseholdListEnd, segmentRows } from './household-list-end.tsx';
import { filtersOf, type HouseholdListSearch, withoutFilters } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';
import { HouseholdPanel } from './household-panel.tsx';
import { HouseholdTable } from './household-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { useRowKeys } from './use-row-keys.ts';
import './household-list.css';

type OpenSheet = 'filter' | 'columns' | 'export';

export function HouseholdListPage() {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/frame/households' });
  const { area, sort = 'householdNo', cursor, open } = search;
  const filters = filtersOf(search);
  const query = { ...filters, area, sort, limit: segmentRows, ...(cursor && { cursor }) };
  const households = usePages('GET /api/registry/households', { query });
  const count = useRead('GET /api/registry/households/count', { query: { ...filters, area } });
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: area ?? '' }, query: {} },
    { enabled: area !== undefined, keep: true },
  );
  const narrow = useNarrow();
  const noRoom = useBelow(1279);
  const [columns, setColumns] = useRemembered('households.columns', readColumns);
  const [roomy, setRoomy] = useRemembered('households.roomy', (stored) => stored === true);
  const [sheet, setSheet] = useState<OpenSheet>();
  const list = useRef<HTMLDivElement>(null);
  const change = (next: HouseholdListSearch & { readonly area?: string }) =>
    void navigate({
      to: '/households',
      search: (before) => ({ ...before, ...next }),
      // Only where to look is worth a step back, not each row that was looked at.
      replace: 'open' in next,
      resetScroll: !('open' in next),
    });
  const clear = () => change({ ...withoutFilters(), area: '' });
  const onOpen = noRoom ? undefined : (id: string) => change({ open: id });
  const onClose = () => change({ open: undefined });
  useRowKeys({
    list,
    open,
    onOpen,
    onClose,
    onEnd: () => households.hasMore && households.readMore(),
  });
  const here = {
    code: area ?? me.area.code,
    name: area === undefined ? me.area.name : (named.data?.name ?? area),
  };
  const parts = [
    {
      key: 'area',
      text: here.name,
      ...(area === undefined || area === me.area.code
        ? {}
        : { onRemove: () => change({ area: '', cursor: undefined }) }),
    },
    ...householdFilterParts({ text, words }, search, change),
  ];
  const beside = open !== undefined && !noRoom;
  const counted = <HouseholdCount count={count.data} failed={count.error !== null} />;
  const empty = !households.isPending && households.error === null && households.items.length === 0;
  return (
    <div className="page households">
      <PageHead
        title={text('title')}
        actions={
          <>
            <Link to="/conflicts" className="button">
              {text('conflicts')}
            </Link>
            <SavedViews search={search} />
            {narrow ? null : (
              <button type="button" className="button" onClick={() => setSheet('columns')}>
                {text('columns')}
              </button>
            )}
            {may('registry.export') ? (
              <button type="button" className="button" onClick={() => setSheet('export')}>
                {text('export')}
              </button>
            ) : null}
          </>
        }
      />
      <FilterSentence
        lead={text('lead')}
        parts={parts}
        onEdit={() => setSheet('filter')}
        onClear={clear}
        aside={counted}
      />
      {households.error === null ? null : (
        <ErrorState error={households.error} retry={households.refetch} />
      )}
      {cursor === undefined ? null : (
        <p className="quiet">
          {text('startsLater')}{' '}
          <button type="button" className="link" onClick={() => change({ cursor: undefined })}>
            {text('fromStart')}
          </button>
        </p>
      )}
      <div className={beside ? 'household-body beside' : 'household-body'}>
        <div ref={list} className="household-rows">
          {households.isPending ? <Skeleton lines={8} /> : null}
          {empty ? (
            <HouseholdListEmpty filtered={Object.keys(filters).length > 0} onClear={clear} />
          ) : null}
          {households.items.length === 0 ? null : narrow ? (
            <HouseholdCards rows={households.items} />
          ) : (
            <HouseholdTable
              rows={households.items}
              columns={beside ? columns.slice(0, 5) : columns}
              roomy={roomy}
              sort={sort}
              onSort={(next) => change({ sort: next, cursor: undefined })}
              open={open}
              onOpen={onOpen}
            />
          )}
          {households.items.length === 0 ? null : (
            <HouseholdListEnd
              shown={households.items.length}
              next={households.next}
              reading={households.isReadingMore}
              onMore={households.readMore}
              onGoOn={(from) => change({ cursor: from, open: undefined })}
            />
          )}
        </div>
        {beside ? <HouseholdPanel key={open} id={open} onClose={onClose} /> : null}
      </div>
      {sheet === 'filter' ? (
        <HouseholdFilterSheet
          search={search}
          area={here}
          onArea={(code) => change({ area: code === me.area.code ? '' : code, cursor: undefined })}
          onChange={change}
          onClose={() => setSheet(undefined)}
          count={counted}
        />
      ) : null}
      {sheet === 'columns' ? (
        <HouseholdColumnsSheet
          columns={columns}
          onColumns={setColumns}
          roomy={roomy}
          onRoomy={setRoomy}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
      {sheet === 'export' ? (
        <HouseholdExportSheet
          area={area}
          filters={filters}
          listed={['householdNo', 'headName', ...columns.flatMap((name) => exportedFields[name])]}
          onClose={() => setSheet(undefined)}
        />
      ) : null}
    </div>
  );
}
