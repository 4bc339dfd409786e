// Rows of figures with what they add up to, and a bar each where they are drawn on one scale.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { StackedTable } from './stacked-table.tsx';
import { uiTexts } from './texts.ts';

interface FigureTableProps<Column extends string> {
  /** What the table is; the heading of its block when absent. */
  readonly label?: string;
  /** What its rows are. */
  readonly head: string;
  readonly columns: readonly Column[];
  readonly nameOf: (column: Column) => string;
  readonly rows: readonly {
    readonly key: string;
    readonly title: ReactNode;
    readonly figures: Readonly<Record<Column, ReactNode>>;
    readonly bar?: ReactNode;
  }[];
  /** What the rows are together, in the columns that add up. */
  readonly total?: Readonly<Partial<Record<Column, ReactNode>>> | undefined;
  /** Head of the column of bars; absent where rows have none. */
  readonly bars?: string;
}

export function FigureTable<Column extends string>({
  label,
  head,
  columns,
  nameOf,
  rows,
  total,
  bars,
}: FigureTableProps<Column>) {
  const ui = useText(uiTexts);
  const names = new Map<string, string>([
    ['row', head],
    ...columns.map((column): [string, string] => [column, nameOf(column)]),
    ...(bars === undefined ? [] : [['bar', bars] as const]),
  ]);
  return (
    <StackedTable
      {...(label === undefined ? {} : { label })}
      heads={[...names.keys()]}
      figures={columns}
      nameOf={(name) => names.get(name) ?? name}
    >
      <tbody>
        {rows.map(({ key, title, figures, bar }) => (
          <tr key={key}>
            <td>{title}</td>
            {columns.map((column) => (
              <td key={column} className="number">
                {figures[column]}
              </td>
            ))}
            {bars === undefined ? null : <td className="stacked-whole">{bar}</td>}
          </tr>
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr>
            <td>{ui('total')}</td>
            {columns.map((column) => (
              <td key={column} className="number">
                {total[column]}
              </td>
            ))}
            {bars === undefined ? null : <td />}
          </tr>
        </tfoot>
      )}
    </StackedTable>
  );
}
