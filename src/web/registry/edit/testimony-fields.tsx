// Who says so, since when, and what it rests on: the end of every form that writes to the register.
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { sourceChoices, useSourceWords } from './source-words.ts';
import { testimonyTexts } from './testimony-texts.ts';

export interface Testimony {
  readonly trueFrom: string;
  readonly source: string;
  readonly reason: string;
  readonly authorName: string;
}

export function freshTestimony(today: string): Testimony {
  return { trueFrom: today, source: 'visit', reason: '', authorName: '' };
}

/** As the API takes it: what was left empty is left out. */
export function sentTestimony(said: Testimony) {
  return {
    trueFrom: said.trueFrom,
    source: said.source,
    reason: said.reason.trim(),
    ...(said.authorName.trim() === '' ? {} : { authorName: said.authorName.trim() }),
  };
}

export function TestimonyFields({
  value,
  today,
  onChange,
}: {
  readonly value: Testimony;
  readonly today: string;
  readonly onChange: (part: Partial<Testimony>) => void;
}) {
  const text = useText(testimonyTexts);
  return (
    <fieldset className="testimony">
      <legend>{text('legend')}</legend>
      <Field label={text('trueFrom')} hint={text('trueFromHint')}>
        <DayInput
          required
          max={today}
          value={value.trueFrom}
          onChange={(day) => onChange({ trueFrom: day })}
        />
      </Field>
      <SourceSelect value={value.source} onChange={(source) => onChange({ source })} />
      <Field label={text('authorName')} hint={text('authorHint')}>
        <input
          className="input"
          maxLength={60}
          value={value.authorName}
          onChange={(event) => onChange({ authorName: event.target.value })}
        />
      </Field>
      <Field label={text('reason')}>
        <input
          className="input"
          maxLength={500}
          value={value.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}

export function SourceSelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (source: string) => void;
}) {
  const text = useText(testimonyTexts);
  const words = useSourceWords();
  const listed = (sourceChoices as readonly string[]).includes(value);
  return (
    <>
      <Field label={text('source')}>
        <select
          className="input"
          value={listed ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          {sourceChoices.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
          <option value="">{words('other')}</option>
        </select>
      </Field>
      {listed ? null : (
        <Field label={text('sourceWords')}>
          <input
            className="input"
            required
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      )}
    </>
  );
}
