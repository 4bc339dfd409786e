// Rows of figures: a table at a desk; on a phone, where it would run sideways, a card for each row with its
// figures under their names.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from './column-heads.tsx';
import { FigureCards } from './figure-cards.tsx';
import { Scrolled } from './scrolled.tsx';
import { uiTexts } from './texts.ts';
import { useNarrow } from './use-narrow.ts';

export interface FigureRow<Column extends string> {
  readonly key: string;
  readonly title: ReactNode;
  readonly figures: Readonly<Record<Column, ReactNode>>;
  /** A bar, in the last column or at the foot of the card. */
  readonly after?: ReactNode;
}

interface FigureTableProps<Column extends string> {
  /** What the table is; the heading of its block when absent. */
  readonly label?: string;
  /** What its rows are. */
  readonly head: string;
  readonly columns: readonly Column[];
  readonly nameOf: (column: Column) => string;
  readonly rows: readonly FigureRow<Column>[];
  /** What the rows are together, in the columns that add up. */
  readonly total?: Readonly<Partial<Record<Column, ReactNode>>> | undefined;
  /** Head of the last column where rows have a bar; empty text where it needs none. */
  readonly after?: string;
  readonly className?: string;
}

export function FigureTable<Column extends string>(props: FigureTableProps<Column>) {
  const narrow = useNarrow();
  return narrow ? <Cards {...props} /> : <Table {...props} />;
}

function Cards<Column extends string>({
  label,
  head,
  columns,
  nameOf,
  rows,
  total,
}: FigureTableProps<Column>) {
  const ui = useText(uiTexts);
  return (
    <FigureCards
      label={label ?? head}
      cards={rows.map(({ key, title, figures, after }) => ({
        key,
        title,
        figures: columns.map((column) => ({ name: nameOf(column), figure: figures[column] })),
        after,
      }))}
      total={
        total === undefined
          ? undefined
          : {
              title: ui('total'),
              figures: columns
                .filter((column) => total[column] !== undefined)
                .map((column) => ({ name: nameOf(column), figure: total[column] })),
            }
      }
    />
  );
}

function Table<Column extends string>({
  label,
  head,
  columns,
  nameOf,
  rows,
  total,
  after,
  className,
}: FigureTableProps<Column>) {
  const ui = useText(uiTexts);
  return (
    <Scrolled {...(label === undefined ? {} : { label })} className={className ?? ''}>
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <ColumnHeads heads={columns} figures={columns} nameOf={nameOf} />
            {after === undefined ? null : after === '' ? <td /> : <th scope="col">{after}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.title}</td>
              {columns.map((column) => (
                <td key={column} className="number">
                  {row.figures[column]}
                </td>
              ))}
              {after === undefined ? null : <td>{row.after}</td>}
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
              {after === undefined ? null : <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </Scrolled>
  );
}
