// A list as a table; on a phone each row is a card, what it is about at its top and below it every cell behind
// the head of its column. The cells stay those of one table, so nothing is said twice in the code.
import type { CSSProperties, ReactNode } from 'react';
import { ColumnHeads } from './column-heads.tsx';
import { Scrolled } from './scrolled.tsx';
import './stacked-table.css';

interface StackedTableProps<Head extends string> {
  /** In the order of the cells. A row with a cell that spans several has it last. */
  readonly heads: readonly Head[];
  readonly figures?: readonly Head[];
  readonly nameOf: (head: Head) => string;
  /** What the buttons at the end of each row do; they stand there on the screen alone. */
  readonly acts?: string | undefined;
  /** What it is; the heading of the block it stands in when absent. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** So many are still read one below the other. */
const manyFigures = 3;

export function StackedTable<Head extends string>(props: StackedTableProps<Head>) {
  const { heads, figures = [], nameOf, acts, label, className = 'dense', children } = props;
  const scrolled = label === undefined ? {} : { label };
  return (
    <Scrolled {...scrolled}>
      <table
        className={`rows stacked ${figures.length > manyFigures ? 'stacked-pairs' : ''} ${className}`}
        style={stackedHeads(heads.map(nameOf))}
      >
        {label === undefined ? null : <caption className="visually-hidden">{label}</caption>}
        <thead>
          <tr>
            <ColumnHeads heads={heads} figures={figures} nameOf={nameOf} />
            {acts === undefined ? null : (
              <th scope="col" className="no-print">
                <span className="visually-hidden">{acts}</span>
              </th>
            )}
          </tr>
        </thead>
        {children}
      </table>
    </Scrolled>
  );
}

/** For a table of another style: the style sheet puts each head before the cells of its column. */
export function stackedHeads(names: readonly string[]): CSSProperties {
  return Object.fromEntries(
    names.map((name, index) => [`--head-${index + 1}`, JSON.stringify(name)]),
  );
}
