// A parameter: the values that were and are, which stay, and the one that begins with the draft.
import { useState } from 'react';
import type { DraftRow } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import type { DraftEdits } from './draft-edits.ts';
import { draftTexts } from './texts.ts';

interface DatedValue {
  readonly from: string;
  readonly value: unknown;
  readonly verified: boolean;
  readonly source?: { readonly document: string; readonly place?: string };
  readonly note?: { readonly zh: string; readonly en: string };
}

interface ValueFormProps {
  readonly edits: DraftEdits;
  readonly row: DraftRow;
}

export function ValueForm({ edits, row }: ValueFormProps) {
  const text = useText(draftTexts);
  const { takesEffect } = edits.view.summary;
  const values = valuesIn(row.data);
  const own = values.find(({ from }) => from === takesEffect);
  const unit = row.unit === null ? '' : text.pick(row.unit);
  return (
    <>
      <table className="rows dense value-table">
        <caption className="field-label">{text('pastValues')}</caption>
        <tbody>
          {values.map((one) => (
            <tr key={one.from} className={one === own ? 'now' : undefined}>
              <td>{one.from}</td>
              <td className="number">
                {shownValue(one.value)} {unit}
              </td>
              <td className="quiet small">
                {one.from < takesEffect ? text('locked') : text('isChanged')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edits.mayEdit ? (
        <NewValue
          key={own === undefined ? 'new' : JSON.stringify(own)}
          edits={edits}
          row={row}
          own={own}
          unit={unit}
        />
      ) : null}
    </>
  );
}

interface NewValueProps extends ValueFormProps {
  readonly own: DatedValue | undefined;
  readonly unit: string;
}

function NewValue({ edits, row, own, unit }: NewValueProps) {
  const text = useText(draftTexts);
  const { takesEffect } = edits.view.summary;
  const [form, setForm] = useState({
    value: own === undefined ? '' : shownValue(own.value),
    document: own?.source?.document ?? '',
    place: own?.source?.place ?? '',
    verified: own?.verified ?? false,
    zh: own?.note?.zh ?? '',
    en: own?.note?.en ?? '',
  });
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const problem = useExplanation(error);
  const change = (more: Partial<typeof form>) => setForm({ ...form, ...more });
  const save = () => {
    const { document, place, verified, zh, en } = form;
    const source =
      document === '' ? {} : { source: { document, ...(place === '' ? {} : { place }) } };
    const note = zh.trim() === '' ? {} : { note: { zh, en: en.trim() === '' ? zh : en } };
    const value = typedValue(form.value, row.data);
    setBusy(true);
    edits
      .save([
        {
          do: 'value',
          id: row.id,
          from: takesEffect,
          value,
          verified: verified && document !== '',
          ...source,
          ...note,
        },
      ])
      .then(() => setError(null))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <form
      className="new-value"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h4>{text('newValueFrom', { day: takesEffect })}</h4>
      <Field
        label={
          unit === ''
            ? text('newValue')
            : `${text('newValue')}${text.marks.open}${unit}${text.marks.close}`
        }
        problem={problem}
      >
        <input
          className="input"
          inputMode="decimal"
          required
          value={form.value}
          onChange={(event) => change({ value: event.target.value })}
        />
      </Field>
      <Field label={text('source')}>
        <select
          className="input"
          value={form.document}
          onChange={(event) => change({ document: event.target.value })}
        >
          <option value="">{text('sourceNone')}</option>
          {edits.view.documents.map(({ id, title }) => (
            <option key={id} value={id}>
              {text.pick(title)}
            </option>
          ))}
        </select>
      </Field>
      {form.document === '' ? null : (
        <>
          <Field label={text('place')}>
            <input
              className="input"
              value={form.place}
              onChange={(event) => change({ place: event.target.value })}
            />
          </Field>
          <label className="check">
            <input
              type="checkbox"
              checked={form.verified}
              onChange={(event) => change({ verified: event.target.checked })}
            />
            {text('verified')}
          </label>
        </>
      )}
      <Field label={text('noteZh')} hint={form.document === '' ? text('noteHint') : undefined}>
        <input
          className="input"
          required={form.document === ''}
          value={form.zh}
          onChange={(event) => change({ zh: event.target.value })}
        />
      </Field>
      <Field label={text('noteEn')}>
        <input
          className="input"
          lang="en"
          value={form.en}
          onChange={(event) => change({ en: event.target.value })}
        />
      </Field>
      <button type="submit" className="button primary" disabled={isBusy}>
        {text(isBusy ? 'saving' : 'saveValue')}
      </button>
    </form>
  );
}

function valuesIn(data: unknown): readonly DatedValue[] {
  if (typeof data !== 'object' || data === null) return [];
  const values: unknown = Reflect.get(data, 'values');
  return Array.isArray(values) ? (values as DatedValue[]) : [];
}

function shownValue(value: unknown): string {
  if (typeof value === 'number') return exactNumber(value);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** What was typed in the type of the parameter; what is no number goes as text and is refused there. */
function typedValue(typed: string, data: unknown): number | boolean | string {
  const type: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'type') : '';
  const plain = typed.replace(/[,，\s]/g, '');
  if (type === 'number' && plain !== '' && !Number.isNaN(Number(plain))) return Number(plain);
  if (type === 'boolean') return ['true', '是', 'yes'].includes(plain);
  return typed;
}
