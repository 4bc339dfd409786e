// The points below a drawing of scores, every ten of them under the middle of its bar.
import './points-axis.css';

interface PointsAxisProps {
  readonly drawn: {
    readonly from: number;
    readonly bars: readonly { readonly points: number }[];
  };
}

export function PointsAxis({ drawn: { from, bars } }: PointsAxisProps) {
  return (
    <div className="points-axis" aria-hidden="true">
      {bars
        .filter(({ points }) => points % 10 === 0)
        .map(({ points }) => (
          <span key={points} style={{ left: percent((points - from + 0.5) / bars.length) }}>
            {points}
          </span>
        ))}
    </div>
  );
}

/** How far along or up a drawing something stands. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(3)}%`;
}
