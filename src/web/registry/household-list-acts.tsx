// What can be done with the list as a whole; all of it quiet, since finding households is the work here.
import { Link, useSearch } from '@tanstack/react-router';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { filtersOf } from './household-list-search.ts';
import type { SheetName } from './household-list-sheet.tsx';
import { householdListTexts } from './household-list-texts.ts';
import { SavedViews } from './saved-views.tsx';
import type { HouseholdList } from './use-household-list.ts';

interface HouseholdListActsProps extends Pick<HouseholdList, 'search'> {
  readonly onSheet: (name: SheetName) => void;
}

export function HouseholdListActs({ search, onSheet }: HouseholdListActsProps) {
  const { area } = useSearch({ from: '/frame/households' });
  const text = useText(householdListTexts);
  const may = useMay();
  const narrow = useNarrow();
  return (
    <>
      <Link to="/conflicts" className="button">
        {text('conflicts')}
      </Link>
      <SavedViews search={search} />
      {narrow ? null : (
        <button type="button" className="button" onClick={() => onSheet('columns')}>
          {text('columns')}
        </button>
      )}
      {may('casework.campaign') ? (
        <Link
          to="/campaigns"
          search={{ ...filtersOf(search), area, choose: 'filter' }}
          className="button"
        >
          {text('recheck')}
        </Link>
      ) : null}
      {may('registry.export') ? (
        <button type="button" className="button" onClick={() => onSheet('export')}>
          {text('export')}
        </button>
      ) : null}
    </>
  );
}
