// The households of an area under conditions one can read back; a row opens beside the list.
import { useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { FilterSentence } from '#web/ui/filter-sentence.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useRemembered } from '#web/ui/use-remembered.ts';
import { useFormWords } from './form-words.ts';
import { readColumns } from './household-columns.tsx';
import { HouseholdCount } from './household-count.tsx';
import { householdFilterParts } from './household-filter-parts.ts';
import { HouseholdListActs } from './household-list-acts.tsx';
import { HouseholdListRows } from './household-list-rows.tsx';
import { HouseholdListSheet, type SheetName } from './household-list-sheet.tsx';
import { householdListTexts } from './household-list-texts.ts';
import { type HouseholdList, useHouseholdList } from './use-household-list.ts';
import './household-list.css';

export function HouseholdListPage() {
  const text = useText(householdListTexts);
  const list = useHouseholdList();
  const [columns, setColumns] = useRemembered('households.columns', readColumns);
  const [roomy, setRoomy] = useRemembered('households.roomy', (stored) => stored === true);
  const [sheet, setSheet] = useState<SheetName>();
  const { households, search, count } = list;
  const counted = <HouseholdCount count={count.data} failed={count.error !== null} />;
  return (
    <div className="page households">
      <PageHead
        title={text('title')}
        actions={<HouseholdListActs search={search} onSheet={setSheet} />}
      />
      <FilterSentence
        lead={text('lead')}
        parts={useConditions(list)}
        onEdit={() => setSheet('filter')}
        onClear={list.clear}
        aside={counted}
      />
      {households.error === null ? null : (
        <ErrorState error={households.error} retry={households.refetch} />
      )}
      {search.cursor === undefined ? null : (
        <p className="quiet">
          {text('startsLater')}{' '}
          <button type="button" className="link" onClick={() => list.change({ cursor: undefined })}>
            {text('fromStart')}
          </button>
        </p>
      )}
      <HouseholdListRows list={list} columns={columns} roomy={roomy} />
      <HouseholdListSheet
        name={sheet}
        list={list}
        columns={columns}
        onColumns={setColumns}
        roomy={roomy}
        onRoomy={setRoomy}
        count={counted}
        onClose={() => setSheet(undefined)}
      />
    </div>
  );
}

function useConditions({ here, narrowed, search, change, enter }: HouseholdList) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  const place = { key: 'area', text: here.name, ...(narrowed && { onRemove: () => enter('') }) };
  return [place, ...householdFilterParts({ text, words }, search, change)];
}
