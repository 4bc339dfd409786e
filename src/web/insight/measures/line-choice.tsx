// The line: the pack's, or one that is typed. It stands in the address, so that it can be sent.
import { type FormEvent, useEffect, useState } from 'react';
import type { RegisterMeasures } from '#contract/insight-measures.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import type { AnalysisSearch } from './analysis-search.ts';
import { percent } from './measure-table.tsx';
import { measureTexts } from './texts.ts';

interface LineChoiceProps {
  readonly line: string | undefined;
  readonly measures: RegisterMeasures | undefined;
  readonly onChange: (next: AnalysisSearch) => void;
}

export function LineChoice({ line, measures, onChange }: LineChoiceProps) {
  const text = useText(measureTexts);
  const stated = measures?.line ?? null;
  const shown = line ?? (stated === null ? '' : String(stated.yuan));
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ line: typed.trim() === '' ? undefined : typed.trim() });
  };
  return (
    <form className="line-choice" onSubmit={submit}>
      <Field label={text('line')} hint={text('lineHint')}>
        <input
          className="input"
          value={typed}
          maxLength={40}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div className="line-choice-acts no-print">
        <button type="submit" className="button">
          {text('lineUse')}
        </button>
        {line === undefined ? null : (
          <button
            type="button"
            className="button plain"
            onClick={() => onChange({ line: undefined })}
          >
            {text('lineReset')}
          </button>
        )}
      </div>
      <p className="small line-choice-said">
        {stated?.kind === 'median'
          ? text('lineMedian', {
              median: exactNumber(measures?.medianIncome ?? 0),
              share: percent(stated.share ?? 0),
            })
          : stated?.year == null
            ? null
            : text('linePack', { year: stated.year, source: stated.source ?? '' })}{' '}
        {stated?.verified === false ? (
          <Chip meaning="unknown">{text('lineUnverified')}</Chip>
        ) : null}
      </p>
    </form>
  );
}
