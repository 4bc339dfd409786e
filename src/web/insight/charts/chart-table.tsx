// The table of a panel: every number that counts something opens its list, a place goes into the place,
// a household opens its page. What is not known is hatched.
import { Link } from '@tanstack/react-router';
import type { ChartCell, ChartTable as Table } from '#domain/insight/charts/chart-shape.ts';
import { saysUnit } from '#domain/insight/charts/chart-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { stackedHeads } from '#web/ui/stacked-table.tsx';
import { decimalsOf } from './drawing/bars-drawing.tsx';
import { addressOf } from './drawing/opens-address.ts';
import { chartTexts } from './texts.ts';

interface ChartTableProps {
  readonly table: Table;
  readonly caption: string;
  readonly partAddress: ((code: string) => string) | undefined;
  /** On paper a number opens nothing. */
  readonly isPaper?: true;
  /** Of its columns, where it is one part of a table; as its words ask for when absent. */
  readonly widths?: readonly number[];
}

export function ChartTable({ table, caption, partAddress, isPaper, widths }: ChartTableProps) {
  const text = useText(chartTexts);
  const isSet = widths !== undefined && widths.length > 0;
  const isNumber = (index: number) => table.rows.some((row) => row.cells[index]?.kind === 'number');
  const decimals = table.columns.map((_, index) => columnDecimals(table, index));
  const named = table.columns.map(({ title, unit }) => {
    const [name, measure] = [text.pick(title), unit === null ? '' : text(`unit_${unit}`)];
    return saysUnit(name, measure) ? name : `${name} ${measure}`;
  });
  // Words beside words are cards on a phone, figures beside figures stay a table.
  const figures = table.columns.filter((_, index) => isNumber(index)).length;
  const isList = isPaper !== true && table.columns.length > 3 && table.columns.length > figures + 1;
  const list = figures > 3 ? 'stacked stacked-pairs' : 'stacked';
  return (
    <Scrolled className="chart-table">
      <table
        className={`rows dense ${isSet ? 'set' : ''} ${isList ? list : ''}`}
        style={isList ? stackedHeads(named) : undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        {isSet ? (
          <colgroup>
            {table.columns.map(({ title }, index) => (
              <col key={title.en} style={{ width: widths?.[index] }} />
            ))}
          </colgroup>
        ) : null}
        <thead>
          <tr>
            {table.columns.map(({ title, unit }, index) => (
              <th key={title.en} scope="col" className={isNumber(index) ? 'number' : undefined}>
                {text.pick(title)}
                {unit === null || saysUnit(text.pick(title), text(`unit_${unit}`)) ? null : (
                  <small> {text(`unit_${unit}`)}</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} className={row.total ? 'total' : undefined}>
              {row.cells.map((cell, index) => (
                <td
                  key={table.columns[index]?.title.en ?? index}
                  className={cell.kind === 'number' ? 'number' : undefined}
                >
                  <Cell
                    cell={isPaper === true ? printedCell(cell) : cell}
                    decimals={decimals[index] ?? 0}
                    address={index === 0 && isPlace(row.id) ? partAddress?.(row.id) : undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Cell({
  cell,
  decimals,
  address,
}: {
  readonly cell: ChartCell;
  readonly decimals: number;
  readonly address: string | undefined;
}) {
  const text = useText(chartTexts);
  if (cell.kind === 'household') {
    return (
      <Link to="/households/$id" params={{ id: cell.id }} className="row-link" preload={false}>
        {text.pick(cell.text)}
      </Link>
    );
  }
  if (cell.kind === 'text') {
    const words = isDay(text.pick(cell.text)) ? (
      <time>{text.pick(cell.text)}</time>
    ) : (
      text.pick(cell.text)
    );
    return address === undefined ? (
      words
    ) : (
      <Link to={address} className="row-link" preload={false}>
        {words}
      </Link>
    );
  }
  if (cell.hidden === true) return <span title={text('hiddenNumber')}>*</span>;
  if (cell.n === null) return <span className="unknown-cell">—</span>;
  const shown = exactNumber(cell.n, decimals);
  const opens = addressOf(cell.opens);
  return opens === undefined ? (
    shown
  ) : (
    <Link to={opens} className="count-link" preload={false}>
      {shown}
    </Link>
  );
}

/** As many decimals in a whole column as any of its numbers has: figures stand below one another. */
function columnDecimals({ columns, rows }: Table, index: number): number {
  const unit = columns[index]?.unit ?? '';
  const most = rows.map(({ cells }) => {
    const cell = cells[index];
    return cell?.kind === 'number' && cell.n !== null ? decimalsOf(cell.n, unit) : 0;
  });
  return Math.max(0, ...most);
}

function printedCell(cell: ChartCell): ChartCell {
  if (cell.kind === 'household') return { kind: 'text', text: cell.text };
  return cell.kind === 'number' ? { ...cell, opens: null } : cell;
}

/** A day does not break at its hyphens. */
function isDay(words: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(words);
}

function isPlace(id: string): boolean {
  return /^\d{2,18}$/.test(id);
}
