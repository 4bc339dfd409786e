// Rows of a label, a number, a zero-based bar on one scale, and a share. The bar stands between the
// number it draws and the next one.
import type { ReactNode } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { uiTexts } from './texts.ts';

export interface BarRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  /** The number as shown, a link where it opens its list. */
  readonly figure: ReactNode;
  readonly after?: ReactNode;
  readonly tone?: 'ink' | 'context' | 'active' | 'missing';
}

export function BarTable({
  caption,
  heads,
  rows,
  total,
  scale,
}: {
  readonly caption: string;
  /** Heads of label, figure, bar, after; empty text where a head says nothing. */
  readonly heads?: readonly [ReactNode, ReactNode, ReactNode, ReactNode];
  readonly rows: readonly BarRow[];
  /** What the rows are together, where they add up. */
  readonly total?: Pick<BarRow, 'figure' | 'after'>;
  /** Value drawn at full width; the largest row when absent. */
  readonly scale?: number;
}) {
  const ui = useText(uiTexts);
  const full = scale ?? Math.max(1, ...rows.map((row) => row.value));
  return (
    <table className="rows dense bar-table">
      <caption className="visually-hidden">{caption}</caption>
      {heads === undefined ? null : (
        <thead>
          <tr>
            {heads[0] === '' ? <td /> : <th scope="col">{heads[0]}</th>}
            <th scope="col" className="number">
              {heads[1]}
            </th>
            {heads[2] === '' ? <td /> : <th scope="col">{heads[2]}</th>}
            {heads[3] === '' ? (
              <td />
            ) : (
              <th scope="col" className="number">
                {heads[3]}
              </th>
            )}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.label}</td>
            <td className="number">{row.figure}</td>
            <td style={{ width: '40%' }} aria-hidden="true">
              <span
                className={`bar ${row.tone ?? 'ink'}`}
                style={{ width: `${(row.value / full) * 100}%` }}
              />
            </td>
            <td className="number quiet">{row.after}</td>
          </tr>
        ))}
      </tbody>
      {total === undefined || rows.length < 2 ? null : (
        <tfoot>
          <tr>
            <td>{ui('total')}</td>
            <td className="number">{total.figure}</td>
            <td />
            <td className="number">{total.after}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
