// Households as a table: sorted where the server sorts, a row opening beside the list.
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { HouseholdRow } from '#contract/registry-households.ts';
import { useText } from '#web/text/catalogue.ts';
import { useFormWords } from './form-words.ts';
import {
  type ColumnName,
  cellOf,
  columnHeads,
  columnSorts,
  numberColumns,
} from './household-columns.tsx';
import type { HouseholdSortName } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';
import { groupedNo } from './household-no.ts';

interface HouseholdTableProps {
  readonly rows: readonly HouseholdRow[];
  readonly columns: readonly ColumnName[];
  readonly roomy: boolean;
  readonly sort: HouseholdSortName;
  readonly onSort: (sort: HouseholdSortName) => void;
  readonly open: string | undefined;
  /** Absent where there is no room beside the list: the row then opens its page. */
  readonly onOpen: ((id: string) => void) | undefined;
}

export function HouseholdTable({
  rows,
  columns,
  roomy,
  sort,
  onSort,
  open,
  onOpen,
}: HouseholdTableProps) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  return (
    <table className={`rows household-table ${roomy ? 'roomy' : 'dense'}`}>
      <thead>
        <tr>
          <Head head={text('headName')} sorts={['name']} sort={sort} onSort={onSort} />
          <Head head={text('householdNo')} sorts={['householdNo']} sort={sort} onSort={onSort} />
          {columns.map((name) => (
            <Head
              key={name}
              head={text(columnHeads[name])}
              number={numberColumns.has(name)}
              sorts={columnSorts[name]}
              sort={sort}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-household={row.id}
            className={row.id === open ? 'active' : undefined}
            onClick={(event) => {
              if (onOpen !== undefined && !isOnLink(event)) onOpen(row.id);
            }}
          >
            <td>
              <HouseholdLink row={row} onOpen={onOpen} />
            </td>
            <td className="household-no">{groupedNo(row.householdNo)}</td>
            {columns.map((name) => (
              <td key={name} className={numberColumns.has(name) ? 'number' : undefined}>
                {cellOf(name, row, { text, words })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  readonly head: string;
  readonly number?: boolean;
  readonly sorts: readonly HouseholdSortName[] | undefined;
  readonly sort: HouseholdSortName;
  readonly onSort: (sort: HouseholdSortName) => void;
}

function Head({ head, number, sorts, sort, onSort }: HeadProps) {
  const text = useText(householdListTexts);
  const className = number === true ? 'number' : undefined;
  if (sorts === undefined) {
    return (
      <th scope="col" className={className}>
        {head}
      </th>
    );
  }
  const at = sorts.indexOf(sort);
  const next = sorts[(at + 1) % sorts.length];
  const falling = sort.startsWith('-');
  return (
    <th
      scope="col"
      className={className}
      aria-sort={at < 0 ? 'none' : falling ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className="sort"
        title={text('sortBy', { column: head })}
        onClick={() => next !== undefined && onSort(next)}
      >
        {head}
        <span aria-hidden="true" className={at < 0 ? 'sort-mark' : 'sort-mark on'}>
          {at >= 0 && falling ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

interface HouseholdLinkProps {
  readonly row: HouseholdRow;
  readonly onOpen: ((id: string) => void) | undefined;
}

/** The way to the household's page; pressed plainly beside a list, it opens there instead. */
export function HouseholdLink({ row, onOpen }: HouseholdLinkProps) {
  const text = useText(householdListTexts);
  return (
    <Link
      to="/households/$id"
      params={{ id: row.id }}
      className="row-link"
      preload={false}
      onClick={(event) => {
        const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
        if (onOpen === undefined || !plain) return;
        event.preventDefault();
        onOpen(row.id);
      }}
    >
      {row.headName ?? text('unnamed')}
    </Link>
  );
}

function isOnLink(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button') !== null;
}
