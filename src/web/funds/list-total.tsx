// The last row of a list that is read page by page: all that is asked for together, as the server added it up.
import type { ReactNode } from 'react';

interface ListTotalProps {
  /** How many there are, in words. */
  readonly label: string;
  /** Columns between the first one and the figures, and behind them. */
  readonly before: number;
  readonly after: number;
  /** What adds up, in the order of the columns. */
  readonly figures: readonly ReactNode[];
}

export function ListTotal({ label, before, after, figures }: ListTotalProps) {
  return (
    <tfoot>
      <tr>
        <td>{label}</td>
        {[...Array(before).keys()].map((at) => (
          <td key={at} />
        ))}
        {figures.map((figure, index) => (
          // Columns keep their order.
          <td key={String(index)} className="number">
            {figure}
          </td>
        ))}
        <td colSpan={after} />
      </tr>
    </tfoot>
  );
}
