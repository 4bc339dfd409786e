// Whichever sheet is open beside the list.
import type { ReactNode } from 'react';
import { type ColumnName, exportedFields } from './household-columns.tsx';
import { HouseholdColumnsSheet } from './household-columns-sheet.tsx';
import { HouseholdExportSheet } from './household-export-sheet.tsx';
import { HouseholdFilterSheet } from './household-filter-sheet.tsx';
import type { HouseholdList } from './use-household-list.ts';

export type SheetName = 'filter' | 'columns' | 'export';

interface HouseholdListSheetProps {
  readonly name: SheetName | undefined;
  readonly list: HouseholdList;
  readonly columns: readonly ColumnName[];
  readonly onColumns: (columns: readonly ColumnName[]) => void;
  readonly roomy: boolean;
  readonly onRoomy: (roomy: boolean) => void;
  /** How many the conditions find now. */
  readonly count: ReactNode;
  readonly onClose: () => void;
}

export function HouseholdListSheet({ name, list, count, ...props }: HouseholdListSheetProps) {
  const { columns, onClose } = props;
  switch (name) {
    case undefined:
      return null;
    case 'filter':
      return (
        <HouseholdFilterSheet
          search={list.search}
          area={list.here}
          onArea={list.enter}
          onChange={list.change}
          onClose={onClose}
          count={count}
        />
      );
    case 'columns':
      return <HouseholdColumnsSheet {...props} />;
    case 'export':
      return (
        <HouseholdExportSheet
          area={list.search.area}
          filters={list.filters}
          listed={['householdNo', 'headName', ...columns.flatMap((one) => exportedFields[one])]}
          onClose={onClose}
        />
      );
  }
}
