// Households by whole points under both lines: the line in force dashed, the one tried solid. Drawn with
// boxes rather than a canvas, so that it prints sharp and each bar says its numbers and opens its list.
import { PointsAxis, percent } from '#web/targeting/points-axis.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { OpenNumber } from './open-number.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { bands, type TrialBar, type TrialBars, trialBars } from './trial-bars.ts';
import type { SimulationText } from './trial-changes.ts';
import type { TrialParts } from './use-trial.ts';

export function TrialHistogram({ trial, onOpen }: TrialParts) {
  const text = useText(simulationTexts);
  const drawn = trialBars(trial);
  if (drawn === undefined) return null;
  const { base, variant } = trial;
  const isMoved = base.cutOff !== variant.cutOff;
  const low = trial.sheet.direction === 'lowerIsPoorer';
  return (
    <Block
      title={text('distribution', { count: trial.households })}
      aside={`${text(low ? 'distributionLow' : 'distributionHigh')}${text.marks.semicolon}${text('distributionAside', { other: exactNumber(variant.vetoed + variant.undetermined) })}`}
      className="trial-chart"
    >
      <figure>
        <figcaption className="visually-hidden">{sentenceOf(text, trial, drawn)}</figcaption>
        <div className="trial-plot" aria-hidden="true">
          <div className="trial-bars">
            {drawn.bars.map((bar) => (
              <Bar key={bar.points} bar={bar} onOpen={onOpen} />
            ))}
          </div>
          {drawn.lines.base === undefined ? null : (
            <div className="trial-line now" style={{ left: percent(drawn.lines.base) }}>
              <span
                className={isMoved && drawn.lines.base < (drawn.lines.variant ?? 0) ? 'before' : ''}
              >
                {text('lineNow', { points: base.cutOff ?? 0 })}
              </span>
            </div>
          )}
          {drawn.lines.variant === undefined || !isMoved ? null : (
            <div className="trial-line tried" style={{ left: percent(drawn.lines.variant) }}>
              <span className={(drawn.lines.base ?? 0) > drawn.lines.variant ? 'before' : ''}>
                {text('lineTried', { points: variant.cutOff ?? 0 })}
              </span>
            </div>
          )}
          <p className={`trial-side ${low ? 'left' : 'right'}`}>
            {text('listedLabel', { households: exactNumber(variant.listed.households) })}
          </p>
          <p className={`trial-side ${low ? 'right' : 'left'}`}>
            {text('beyondLabel', { households: exactNumber(variant.beyond) })}
          </p>
        </div>
        <PointsAxis drawn={drawn} />
      </figure>
      <Numbers drawn={drawn} onOpen={onOpen} />
    </Block>
  );
}

interface BarProps extends Pick<TrialParts, 'onOpen'> {
  readonly bar: TrialBar;
}

/** For the pointer; by keyboard the same lists open from the table below. */
function Bar({ bar, onOpen }: BarProps) {
  const text = useText(simulationTexts);
  const title = text('barTitle', {
    points: bar.points,
    households: exactNumber(bar.households),
    enters: exactNumber(bar.parts.enters),
    leaves: exactNumber(bar.parts.leaves),
  });
  return (
    <button
      type="button"
      className="trial-slot"
      tabIndex={-1}
      title={title}
      disabled={bar.households === 0}
      onClick={() => onOpen({ group: 'all', points: bar.points, of: `${bar.points}` })}
    >
      <span className="trial-stack" style={{ height: percent(bar.height) }}>
        {[...bands]
          .reverse()
          .map((band) =>
            bar.parts[band] === 0 ? null : (
              <span
                key={band}
                className={`trial-band ${band}`}
                style={{ flexGrow: bar.parts[band] }}
              />
            ),
          )}
      </span>
    </button>
  );
}

function Numbers({ drawn, onOpen }: Pick<TrialParts, 'onOpen'> & { readonly drawn: TrialBars }) {
  const text = useText(simulationTexts);
  return (
    <details className="trial-numbers no-print">
      <summary>{text('chartTable')}</summary>
      <table className="rows dense">
        <thead>
          <tr>
            <th scope="col" className="number">
              {text('points')}
            </th>
            <th scope="col" className="number">
              {text('households')}
            </th>
            <th scope="col" className="number">
              {text('enters')}
            </th>
            <th scope="col" className="number">
              {text('leaves')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.bars.map(({ points, households, parts }) => (
            <tr key={points}>
              <td className="number">{points}</td>
              <td className="number">
                <OpenNumber
                  value={households}
                  opens={{ group: 'all', points, of: `${points}` }}
                  onOpen={onOpen}
                  label={text('households')}
                />
              </td>
              <td className="number">{exactNumber(parts.enters)}</td>
              <td className="number">{exactNumber(parts.leaves)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function sentenceOf(
  text: SimulationText,
  { base, variant }: TrialParts['trial'],
  { from, to }: TrialBars,
): string {
  return text('chartSentence', {
    from,
    to,
    base: base.cutOff ?? text('noLine'),
    variant: variant.cutOff ?? text('noLine'),
    listed: exactNumber(variant.listed.households),
    beyond: exactNumber(variant.beyond),
    vetoed: exactNumber(variant.vetoed),
    undetermined: exactNumber(variant.undetermined),
  });
}
