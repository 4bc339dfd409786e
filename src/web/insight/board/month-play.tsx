// The month the board is played to: moved by hand or by itself, a month a beat.
import { useEffect, useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { monthAhead } from './board-search.ts';
import { boardTexts } from './texts.ts';

const most = 51;
const beat = 450;

export function MonthPlay({
  today,
  month,
  onMonth,
}: {
  readonly today: string;
  readonly month: number;
  readonly onMonth: (month: number) => void;
}) {
  const text = useText(boardTexts);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    if (month >= most) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => onMonth(month + 1), beat);
    return () => clearTimeout(timer);
  }, [playing, month, onMonth]);
  return (
    <div className="month-play no-print">
      <button type="button" className="button" onClick={() => setPlaying(!playing)}>
        {text(playing ? 'pause' : 'play')}
      </button>
      <label>
        <span>
          {text('month')} <b>{month === 0 ? text('now') : monthAhead(today, month)}</b>
        </span>
        <input
          type="range"
          min={0}
          max={most}
          value={month}
          aria-valuetext={month === 0 ? text('now') : monthAhead(today, month)}
          onChange={({ target }) => onMonth(Number(target.value))}
        />
      </label>
    </div>
  );
}
