// A row per item: what was got of what could be got, the village's median as a tick. A row opens its
// rule and the values it looked at.
import { useState } from 'react';
import type { ScoreExplanation, ScoreItem } from '#contract/targeting.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { later } from '#web/ui/later.tsx';
import { points } from './points.ts';
import { scoreTexts } from './score-texts.ts';

const RuleSheet = later(() => import('./rule-sheet.tsx'), 'RuleSheet');

export function ScoreBars({ score }: { readonly score: ScoreExplanation }) {
  const text = useText(scoreTexts);
  const [opened, setOpened] = useState<ScoreItem>();
  // The median of a village is not told to whoever sees some of its households alone.
  const told = score.items.some((item) => item.villageMedian !== null);
  const full = Math.max(1, ...score.items.map((item) => item.max));
  return (
    <>
      <p className="score-key">
        <span className="self-key" aria-hidden="true" /> {text('scoreSelf')}
        {told ? (
          <>
            {' '}
            <span className="median-key" aria-hidden="true" /> {text('scoreMedian')}
          </>
        ) : null}
      </p>
      <table className="score-bars">
        <colgroup>
          <col className="score-name" />
          <col />
          <col className="score-points" />
          <col className="score-median" />
        </colgroup>
        <thead>
          <tr>
            <td colSpan={2} />
            <th scope="col" className="number">
              {text('scoreGot')}
            </th>
            <th scope="col" className="number">
              {text(told ? 'scoreMedianMax' : 'scoreMax')}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <button
                  type="button"
                  className="value"
                  title={text.pick(item.title)}
                  onClick={() => setOpened(item)}
                >
                  {text.pick(item.title)}
                </button>
              </th>
              <td className="score-bar">
                <span className="score-track" style={{ width: `${(item.max / full) * 100}%` }}>
                  {item.points === null ? (
                    <span className="bar missing" style={{ width: '100%' }} />
                  ) : item.points <= 0 ? null : (
                    <span
                      className="bar ink"
                      style={{ width: `${(Math.max(0, item.points) / item.max) * 100}%` }}
                    />
                  )}
                  {item.villageMedian === null ? null : (
                    <span
                      className="line-tick"
                      style={{ left: `${(item.villageMedian / item.max) * 100}%` }}
                    />
                  )}
                </span>
              </td>
              <td className="number">
                {item.points === null ? <Chip meaning="unknown">?</Chip> : points(item.points)}
              </td>
              <td className="number quiet">
                {told ? `${medianOf(item)} / ` : null}
                {points(item.max)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened === undefined ? null : (
        <RuleSheet rule={opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

function medianOf({ villageMedian }: ScoreItem): string {
  return villageMedian === null ? '—' : points(villageMedian);
}
