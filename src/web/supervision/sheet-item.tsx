// One item of the sheet: what one looks at, and the answers with their points, or a number.
import { useState } from 'react';
import type { BlindSheet } from '#contract/supervision-scores.ts';
import { useText } from '#web/text/catalogue.ts';
import { scoreTexts } from './score-texts.ts';

type Item = BlindSheet['sheet']['items'][number];

export function SheetItem({
  item,
  first,
  value,
  onChange,
}: {
  readonly item: Item;
  readonly first: number | null;
  readonly value: number | undefined;
  readonly onChange: (points: number) => void;
}) {
  const text = useText(scoreTexts);
  // Two answers may give the same points: which one was pressed is remembered here.
  const [picked, setPicked] = useState(() =>
    item.choices.findIndex(({ points }) => points === value),
  );
  return (
    <li>
      <fieldset>
        <legend>
          {text.pick(item.title)}{' '}
          {first === null ? null : <small>{text('first', { points: first })}</small>}
        </legend>
        <p className="quiet">{text.pick(item.guide)}</p>
        {item.choices.length === 0 ? (
          <label className="score-number">
            {text('pointsOf', { max: item.max })}{' '}
            <input
              className="input narrow"
              type="number"
              inputMode="decimal"
              min={0}
              max={item.max}
              step="any"
              value={value ?? ''}
              onChange={(event) => onChange(Number(event.target.value))}
            />
          </label>
        ) : (
          item.choices.map((choice, at) => (
            <label key={text.pick(choice.text)} className="score-choice">
              <input
                type="radio"
                name={item.id}
                checked={picked === at}
                onChange={() => {
                  setPicked(at);
                  onChange(choice.points);
                }}
              />
              <span>{text.pick(choice.text)}</span>
              <small className="number">{text('points', { points: choice.points })}</small>
            </label>
          ))
        )}
      </fieldset>
    </li>
  );
}
