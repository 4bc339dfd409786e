// The last row of a table of parts: what they are together.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { uiTexts } from './texts.ts';

type NumberIn<Row> = {
  readonly [Key in keyof Row]: Row[Key] extends number ? Key : never;
}[keyof Row];

interface TotalRowProps<Row> {
  readonly rows: readonly Row[];
  /** The columns that add up, in their order; what is more than a count says how it is made of all rows. */
  readonly columns: readonly (NumberIn<Row> | ((rows: readonly Row[]) => ReactNode))[];
  /** Columns after them, which do not. */
  readonly after?: number;
}

export function TotalRow<Row>({ rows, columns, after = 0 }: TotalRowProps<Row>) {
  const ui = useText(uiTexts);
  if (rows.length < 2) return null;
  return (
    <tfoot>
      <tr>
        <td>{ui('total')}</td>
        {columns.map((column, index) => (
          // Columns keep their order.
          <td key={String(index)} className="number">
            {typeof column === 'function' ? column(rows) : exactNumber(sumOf(rows, column))}
          </td>
        ))}
        {after === 0 ? null : <td colSpan={after} />}
      </tr>
    </tfoot>
  );
}

export function sumOf<Row>(rows: readonly Row[], column: NumberIn<Row>): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}
