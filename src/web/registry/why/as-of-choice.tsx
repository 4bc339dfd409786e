// As of which day the decisions are read, and by what was known then or by what is known now.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import type { WhySearch } from './why-search.ts';
import { whyTexts } from './why-texts.ts';

export function AsOfChoice({ search }: { readonly search: WhySearch }) {
  const text = useText(whyTexts);
  return (
    <details
      className="why-rule no-print"
      open={search.on !== undefined || search.run !== undefined}
    >
      <summary>{text('asOfOpen')}</summary>
      <AsOfForm search={search} />
    </details>
  );
}

function AsOfForm({ search }: { readonly search: WhySearch }) {
  const text = useText(whyTexts);
  const { today } = useMe().installation;
  const navigate = useNavigate();
  const [day, setDay] = useState(search.on ?? '');
  const [known, setKnown] = useState<'then' | 'now'>(search.known ?? 'then');
  const go = (next: WhySearch) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...next }),
      resetScroll: false,
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const on = day === '' || day === today ? undefined : day;
    go({ on, known: known === 'now' && on !== undefined ? 'now' : undefined, run: undefined });
  };
  return (
    <form className="why-as-of" onSubmit={submit}>
      <Field label={text('asOf')} hint={text('asOfHint')}>
        <DayInput max={today} value={day} onChange={setDay} />
      </Field>
      <Field label={text('knownLabel')}>
        <select
          className="input"
          value={known}
          onChange={(event) => setKnown(event.target.value === 'now' ? 'now' : 'then')}
        >
          <option value="then">{text('knownThen')}</option>
          <option value="now">{text('knownNow')}</option>
        </select>
      </Field>
      <button type="submit" className="button">
        {text('asOfShow')}
      </button>
      {search.on === undefined && search.run === undefined ? null : (
        <>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              setDay('');
              go({ on: undefined, known: undefined, run: undefined });
            }}
          >
            {text('asOfToday')}
          </button>
          {search.on === undefined ? null : (
            <p className="notice" role="status">
              {text('asOfNote', {
                day: shownDay(search.on, text.language),
                known: text(search.known === 'now' ? 'knownNow' : 'knownThen'),
              })}
            </p>
          )}
        </>
      )}
    </form>
  );
}
