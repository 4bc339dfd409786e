// Households by whole points, with the cut-off as a tick and the band of near misses. Drawn with boxes
// rather than a canvas, so that it prints sharp and each bar says its numbers.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { sumOf, TotalRow } from '#web/ui/total-row.tsx';
import { PointsAxis, percent } from './points-axis.tsx';
import type { RunResult } from './run-page.tsx';
import { nearPoints } from './run-search.ts';
import type { TargetingText } from './run-words.ts';
import { type ScoreBars, scoreBars } from './score-bars.ts';
import { targetingTexts } from './texts.ts';

export function ScoreChart({ run }: { readonly run: RunResult }) {
  const text = useText(targetingTexts);
  const drawn = scoreBars(run.distribution, run.cutOff, nearPoints);
  if (drawn === undefined) return null;
  return (
    <Block
      title={text('distribution', { count: sumOf(run.distribution, 'households') })}
      aside={text('distributionAside')}
      className="score-chart"
    >
      <figure role="img" aria-label={sentenceOf(text, run, drawn)}>
        {run.cutOff === null ? null : (
          <div className="score-sides">
            <p>{text('withinLabel', { households: exactNumber(run.within) })}</p>
            <p>{text('beyondLabel', { households: exactNumber(run.beyond) })}</p>
          </div>
        )}
        <div className="score-plot">
          <Band drawn={drawn} label={text('nearLabel', { near: nearPoints })} />
          <div className="score-bars">
            {drawn.bars.map((bar) => (
              <div
                key={bar.points}
                className="score-slot"
                title={text('barTitle', {
                  points: bar.points,
                  households: exactNumber(bar.households),
                })}
              >
                <div className={`score-bar ${bar.side}`} style={{ height: percent(bar.height) }} />
              </div>
            ))}
          </div>
          {drawn.line === undefined || run.cutOff === null ? null : (
            <div className="score-line" style={{ left: percent(drawn.line) }}>
              <span>{text('lineLabel', { points: run.cutOff })}</span>
            </div>
          )}
        </div>
        <PointsAxis drawn={drawn} />
      </figure>
      <Numbers drawn={drawn} />
    </Block>
  );
}

function Numbers({ drawn }: { readonly drawn: ScoreBars }) {
  const text = useText(targetingTexts);
  return (
    <details className="score-numbers no-print">
      <summary>{text('chartTable')}</summary>
      <table className="rows dense">
        <thead>
          <tr>
            <ColumnHeads
              heads={['points', 'households']}
              figures={['points', 'households']}
              nameOf={text}
            />
          </tr>
        </thead>
        <tbody>
          {drawn.bars.map((bar) => (
            <tr key={bar.points}>
              <td className="number">{bar.points}</td>
              <td className="number">{exactNumber(bar.households)}</td>
            </tr>
          ))}
        </tbody>
        <TotalRow rows={drawn.bars} columns={['households']} />
      </table>
    </details>
  );
}

function Band({ drawn, label }: { readonly drawn: ScoreBars; readonly label: string }) {
  if (drawn.band === undefined) return null;
  const { left, width } = drawn.band;
  return (
    <div className="score-band" style={{ left: percent(left), width: percent(width) }}>
      <span>{label}</span>
    </div>
  );
}

function sentenceOf(text: TargetingText, run: RunResult, { from, to }: ScoreBars): string {
  if (run.cutOff === null) return text('chartSentenceNoLine', { from, to });
  return text('chartSentence', {
    from,
    to,
    cutOff: run.cutOff,
    within: exactNumber(run.within),
    beyond: exactNumber(run.beyond),
    near: nearPoints,
    nearMisses: exactNumber(run.nearMisses),
  });
}
