// The Lorenz curve, drawn: ink for the curve, a hair for the diagonal; its table is one step away.
import type { RegisterMeasures } from '#contract/insight-measures.ts';
import { definitions } from '#domain/insight/analysis/definitions.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { percent } from './measure-table.tsx';
import { measureTexts } from './texts.ts';

const size = 200;
const inset = { left: 30, bottom: 30, top: 6, right: 18 };

export function LorenzChart({ points }: { readonly points: RegisterMeasures['lorenz'] }) {
  const text = useText(measureTexts);
  if (points.length === 0) return null;
  const x = (share: number) => inset.left + share * size;
  const y = (share: number) => inset.top + (1 - Math.max(0, share)) * size;
  const path = points.map(({ persons, income }) => `${x(persons)},${y(income)}`).join(' ');
  const at = (share: number) =>
    points.find(({ persons }) => Math.abs(persons - share) < 1e-9)?.income ?? 0;
  const said = text('lorenzSaid', { half: percent(at(0.5)), top: percent(1 - at(0.9)) });
  return (
    <Block title={text('lorenz')} aside={text('lorenzNote')} className="measures-lorenz">
      <svg
        className="lorenz"
        viewBox={`0 0 ${inset.left + size + inset.right} ${inset.top + size + inset.bottom}`}
        role="img"
        aria-label={said}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share} className="lorenz-mark">
            <text x={x(share)} y={y(0) + 15} textAnchor="middle">
              {percent(share).replace('.0', '')}
            </text>
            <text x={x(0) - 5} y={y(share) + 4} textAnchor="end">
              {share === 0 ? '' : percent(share).replace('.0', '')}
            </text>
          </g>
        ))}
        <text className="lorenz-mark" x={x(0.5)} y={y(0) + 28} textAnchor="middle">
          {text('lorenzPersons')}
        </text>
        <polyline
          className="lorenz-axis"
          points={`${x(0)},${y(1)} ${x(0)},${y(0)} ${x(1)},${y(0)}`}
        />
        <line className="lorenz-equal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <polyline className="lorenz-curve" points={path} />
      </svg>
      <p className="small">{said}</p>
      <details className="definition">
        <summary>{text('definition')}</summary>
        <p>{text.pick(definitions.lorenz.text)}</p>
        <p className="quiet small">{definitions.lorenz.source}</p>
        <table className="rows dense">
          <thead>
            <tr>
              <th scope="col">{text('lorenzPersons')}</th>
              <th scope="col" className="number">
                {text('lorenzIncome')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ persons, income }) => (
              <tr key={persons}>
                <td>{percent(persons)}</td>
                <td className="number">{percent(income)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Block>
  );
}
