// One dot per part on an axis from 0 to 100 %, the whole area as a tick, the chosen part on top.
import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { exactNumber } from '#web/text/number.ts';
import { type Part, passageOf, type RegisterStep, shareOf } from './read-funnel.ts';

interface ShareDotsProps {
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
}

const width = 104;
const inset = 5;
const at = (share: number) => inset + share * (width - 2 * inset);

export function ShareDots({ overview, step, chosen }: ShareDotsProps) {
  const whole = passageOf(overview.funnel, step);
  const tick = shareOf(whole.reached, whole.of);
  const points = overview.parts.flatMap((part) => {
    const { reached, of } = passageOf(part.funnel, step);
    const share = shareOf(reached, of);
    return share === undefined ? [] : [{ part, share }];
  });
  const shares = points.map((point) => point.share);
  const said = `${percent(Math.min(...shares))} – ${percent(Math.max(...shares))}`;
  return (
    <svg
      className="share-dots"
      viewBox={`0 0 ${width} 20`}
      role="img"
      aria-label={points.length === 0 ? '—' : said}
    >
      <line x1={inset} x2={width - inset} y1={10} y2={10} className="axis-line" />
      {points.map(({ part, share }) =>
        part.code === chosen?.code ? null : (
          <circle key={part.code} cx={at(share)} cy={10} r={4} className="dot">
            <title>{`${shortNameOf(part.name)} ${percent(share)}`}</title>
          </circle>
        ),
      )}
      {tick === undefined ? null : (
        <line x1={at(tick)} x2={at(tick)} y1={1} y2={19} className="tick" />
      )}
      {points
        .filter(({ part }) => part.code === chosen?.code)
        .map(({ part, share }) => (
          <circle key={part.code} cx={at(share)} cy={10} r={4.5} className="dot chosen">
            <title>{`${shortNameOf(part.name)} ${percent(share)}`}</title>
          </circle>
        ))}
    </svg>
  );
}

/** The figures of the axis, on the scale of the dots above them. */
export function ShareAxis() {
  return (
    <svg className="share-dots axis" viewBox={`0 0 ${width} 20`} aria-hidden="true">
      {[0, 0.5, 1].map((share) => (
        <text key={share} x={at(share)} y={14}>
          {share * 100}
          {share === 1 ? '%' : ''}
        </text>
      ))}
    </svg>
  );
}

function percent(share: number): string {
  return `${exactNumber(share * 100, 1)}%`;
}
