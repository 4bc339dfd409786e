// What to change: the line and the parameters the sheet reads as sliders that show the old value and the
// new one at once, everything changed as a list, and a sheet with all the rest.
import { useEffect, useId, useState } from 'react';
import type { TrialRules } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { ChangeSheet } from './change-sheet.tsx';
import { simulationTexts } from './simulation-texts.ts';
import { rangeOf, settled, withoutChange, wordsOf } from './trial-changes.ts';

interface TrialControlsProps {
  readonly rules: TrialRules;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
}

export function TrialControls({ rules, changes, onChange }: TrialControlsProps) {
  const text = useText(simulationTexts);
  const [open, setOpen] = useState(false);
  const { sheet } = rules;
  const words = wordsOf(text, rules, changes);
  const numbers = rules.parameters.filter(
    ({ ofSheet, value }) => ofSheet && typeof value === 'number',
  );
  const line = changes.find((change) => change.kind === 'cutOff');
  return (
    <Block title={text('changeWhat')} aside={text('changeAside')} className="trial-controls">
      <div className="sliders no-print">
        {sheet === null || sheet.cutOff === null ? null : (
          <Slider
            label={text(sheet.direction === 'lowerIsPoorer' ? 'lineWithin' : 'lineFrom')}
            unit={(count) => text('pointUnit', { count })}
            now={sheet.cutOff}
            value={line?.value ?? sheet.cutOff}
            most={sheet.max}
            onSettle={(value) =>
              onChange(settled(changes, { kind: 'cutOff', value }, value === sheet.cutOff))
            }
          />
        )}
        {numbers.slice(0, 5).map((parameter) => {
          const { id, value: now } = parameter;
          if (typeof now !== 'number') return null;
          const change = changes.find((one) => one.kind === 'parameter' && one.id === id);
          const value = change?.kind === 'parameter' ? Number(change.value) : now;
          return (
            <Slider
              key={id}
              label={text.pick(parameter.title)}
              unit={(count) => text.pick(count === 1 ? parameter.unitOfOne : parameter.unit)}
              now={now}
              value={value}
              onSettle={(next) =>
                onChange(settled(changes, { kind: 'parameter', id, value: next }, next === now))
              }
            />
          );
        })}
      </div>
      <div className="changed no-print">
        {words.length === 0 ? null : (
          <ul aria-label={text('changesLabel')}>
            {words.map(({ key, change, what, from, to }) => (
              <li key={key}>
                <span className="quiet">{what}</span> <s className="quiet">{from}</s>{' '}
                <strong>{to}</strong>
                <button
                  type="button"
                  className="button plain"
                  aria-label={text('backOf', { what })}
                  title={text('back')}
                  onClick={() => onChange(withoutChange(changes, change))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text('more')}
        </button>
      </div>
      {open ? (
        <ChangeSheet
          rules={rules}
          changes={changes}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Block>
  );
}

interface SliderProps {
  readonly label: string;
  /** As it stands after a number. */
  readonly unit: (value: number) => string;
  readonly now: number;
  readonly value: number;
  readonly most?: number;
  /** Called once the hand rests. */
  readonly onSettle: (value: number) => void;
}

const restMs = 250;

function Slider({ label, unit: unitAfter, now, value, most, onSettle }: SliderProps) {
  const text = useText(simulationTexts);
  const id = useId();
  const range = rangeOf(now, most);
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  // An empty box, or one half typed, is no number yet: nothing is tried.
  const drawn = typed.trim() === '' || !Number.isFinite(Number(typed)) ? value : Number(typed);
  useEffect(() => {
    if (drawn === value) return undefined;
    const timer = setTimeout(() => onSettle(drawn), restMs);
    return () => clearTimeout(timer);
  }, [drawn, value, onSettle]);
  const isChanged = drawn !== now;
  const unit = unitAfter(drawn);
  const place = (of: number) => `${Math.min(100, Math.max(0, (of / range.most) * 100))}%`;
  return (
    <div className={`slider ${isChanged ? 'changed-one' : ''}`}>
      <label htmlFor={id} title={label}>
        {label}
      </label>
      <span className="slider-track">
        <span className="slider-now" style={{ left: place(now) }} aria-hidden="true" />
        {isChanged ? (
          <span
            className="slider-way"
            style={{
              left: place(Math.min(now, drawn)),
              right: `calc(100% - ${place(Math.max(now, drawn))})`,
            }}
            aria-hidden="true"
          />
        ) : null}
        <input
          id={id}
          type="range"
          min={0}
          max={range.most}
          step={range.step}
          value={Math.min(drawn, range.most)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <span className="slider-values">
        <input
          className="input"
          type="number"
          aria-label={`${label} ${unit}`}
          step="any"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="quiet small slider-words">
          {/* A unit of several words breaks after its strokes. */}
          <span title={unit}>{unit === '1' ? '' : unit.replaceAll('/', '/\u200b')}</span>
          <span>{isChanged ? text('now', { value: now }) : text('unchanged')}</span>
        </span>
      </span>
    </div>
  );
}
