// One area as a value with a button that opens the picker below it.
import { useId, useState } from 'react';
import { AreaPicker } from '#web/registry/area-picker.tsx';
import { useText } from '#web/text/catalogue.ts';
import './area-field.css';
import { areaFieldTexts } from './area-field-texts.ts';

export interface ChosenArea {
  readonly code: string;
  readonly name: string;
}

interface AreaFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  readonly value: ChosenArea | undefined;
  readonly onChoose: (area: ChosenArea) => void;
}

export function AreaField({ label, hint, problem, value, onChoose }: AreaFieldProps) {
  const text = useText(areaFieldTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="field area-choice" aria-describedby={`${id}-hint`}>
      <legend className="field-label">{label}</legend>
      <p>
        {value === undefined ? null : <strong>{value.name}</strong>}{' '}
        <button
          type="button"
          className="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {text(value === undefined ? 'choose' : 'change')}
        </button>
      </p>
      {problem === undefined ? null : (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
      <span className="field-hint" id={`${id}-hint`}>
        {hint}
      </span>
      {open ? (
        <div className="area-choice-panel">
          <AreaPicker
            value={value?.code}
            onChoose={(area) => {
              onChoose(area);
              setOpen(false);
            }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

interface AreaListFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly ChosenArea[];
  /** Where the picker begins. */
  readonly within: string | undefined;
  readonly onChange: (areas: readonly ChosenArea[]) => void;
}

export function AreaListField({ label, hint, value, within, onChange }: AreaListFieldProps) {
  const text = useText(areaFieldTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="field area-choice" aria-describedby={`${id}-hint`}>
      <legend className="field-label">{label}</legend>
      <ul className="area-list">
        {value.map((area) => (
          <li key={area.code}>
            {area.name}
            <button
              type="button"
              className="button plain"
              aria-label={text('removeArea', { name: area.name })}
              onClick={() => onChange(value.filter((other) => other.code !== area.code))}
            >
              ×
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {text('addArea')}
          </button>
        </li>
      </ul>
      <span className="field-hint" id={`${id}-hint`}>
        {hint}
      </span>
      {open ? (
        <div className="area-choice-panel">
          <AreaPicker
            value={within}
            onChoose={(area) => {
              onChange([...value.filter((other) => other.code !== area.code), area]);
              setOpen(false);
            }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
