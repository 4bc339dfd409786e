// Time: the month ends that are kept, and now. Playing goes month by month and stops at now.
import { useEffect, useState } from 'react';
import type { LinkedView } from '#contract/insight-map.ts';
import { useText } from '#web/text/catalogue.ts';
import { mapTexts } from './texts.ts';

interface MonthSliderProps {
  readonly months: LinkedView['months'];
  readonly month: string | undefined;
  readonly onMonth: (month: string | undefined) => void;
}

const beat = 700;

export function MonthSlider({ months, month, onMonth }: MonthSliderProps) {
  const text = useText(mapTexts);
  const [playing, setPlaying] = useState(false);
  const past = months.slice(0, -1);
  const found = past.findIndex((one) => one.month === month);
  const at = found < 0 ? past.length : found;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      const next = at + 1;
      if (next >= past.length) setPlaying(false);
      onMonth(past[next]?.month);
    }, beat);
    return () => clearTimeout(timer);
  });
  if (past.length === 0) return null;
  const shown = past[at]?.month ?? text('now');
  return (
    <div className="month-slider no-print">
      <button
        type="button"
        className="button"
        onClick={() => {
          if (!playing && at >= past.length) onMonth(past[0]?.month);
          setPlaying(!playing);
        }}
      >
        {text(playing ? 'pause' : 'play')}
      </button>
      <input
        type="range"
        min={0}
        max={past.length}
        step={1}
        value={at}
        aria-label={text('months')}
        aria-valuetext={shown}
        onChange={({ target }) => {
          setPlaying(false);
          onMonth(past[Number(target.value)]?.month);
        }}
      />
      <output>{shown}</output>
    </div>
  );
}
