// The last row of a table of parts: what they are together.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { uiTexts } from './texts.ts';

interface TotalRowProps<Row> {
  readonly rows: readonly Row[];
  /** The columns that add up, in their order. */
  readonly columns: readonly {
    readonly [Key in keyof Row]: Row[Key] extends number ? Key : never;
  }[keyof Row][];
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
        {columns.map((column) => (
          <td key={String(column)} className="number">
            {exactNumber(rows.reduce((sum, row) => sum + Number(row[column]), 0))}
          </td>
        ))}
        {after === 0 ? null : <td colSpan={after} />}
      </tr>
    </tfoot>
  );
}
