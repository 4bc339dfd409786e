// One small line for each rater: the mean difference to the first score, day by day, zero as an axis, on one scale.
import type { CampaignReport } from '#contract/supervision-report.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { signed } from './report-numbers.ts';
import { reportTexts } from './report-texts.ts';

const width = 320;
const height = 64;

export function DriftChart({ drift }: { readonly drift: CampaignReport['drift'] }) {
  const text = useText(reportTexts);
  if (drift.length === 0) return null;
  // One scale for all raters, so that their lines compare; whole points, so that its ends are said exactly.
  const most = Math.ceil(
    Math.max(5, ...drift.flatMap(({ points }) => points.map(({ mean }) => Math.abs(mean)))),
  );
  return (
    <Block title={text('drift')} aside={text('driftAside')}>
      <ul className="drift">
        {drift.map(({ account, rater, points }) => (
          <li key={account}>
            <span>{text('driftOf', { rater, mean: signed(points.at(-1)?.running ?? 0, 1) })}</span>
            <div className="drift-plot">
              <Line points={points} most={most} />
              <span className="quiet drift-scale" aria-hidden="true">
                <span>{signed(most, 0)}</span>
                <span>0</span>
                <span>{signed(-most, 0)}</span>
              </span>
            </div>
            <span className="quiet drift-days">
              <span>{points[0]?.on}</span>
              <span>{points.length > 1 ? points.at(-1)?.on : ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Line({
  points,
  most,
}: {
  readonly points: CampaignReport['drift'][number]['points'];
  readonly most: number;
}) {
  const x = (at: number) =>
    points.length === 1 ? width / 2 : 6 + (at / (points.length - 1)) * (width - 12);
  const y = (value: number) => height / 2 - (value / most) * (height / 2 - 6);
  const places = points.map((point, at) => ({ ...point, x: x(at), y: y(point.mean) }));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={points.map(({ on, mean }) => `${on} ${signed(mean, 1)}`).join('; ')}
    >
      {[most, -most].map((end) => (
        <line key={end} x1={0} x2={width} y1={y(end)} y2={y(end)} className="drift-end" />
      ))}
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="drift-axis" />
      <polyline
        points={places.map((one) => `${one.x},${one.y}`).join(' ')}
        className="drift-line"
      />
      {places.map((one) => (
        <circle key={one.on} cx={one.x} cy={one.y} r={3} className="drift-dot">
          <title>{`${one.on}: ${signed(one.mean, 1)} (${one.n})`}</title>
        </circle>
      ))}
    </svg>
  );
}
