// One measure of a plan as it is typed.
import type { Choices } from '#contract/assistance-plans.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import type { DraftMeasure } from './plan-draft.ts';
import { planTexts } from './plan-texts.ts';

const words = [
  ['goal', 300],
  ['focus', 300],
  ['method', 500],
  ['owner', 120],
  ['judgedBy', 300],
] as const;

export function MeasureFields({
  at,
  one,
  choices,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly one: DraftMeasure;
  readonly choices: Choices;
  readonly onChange: (next: DraftMeasure) => void;
  readonly onRemove: () => void;
}) {
  const text = useText(planTexts);
  const offered = choices.benefits.filter(
    ({ measure }) => measure === null || measure === one.code,
  );
  const chosen = choices.benefits.find(({ id }) => id === one.benefit);
  return (
    <fieldset>
      <legend>{text('measureNo', { at: at + 1 })}</legend>
      <div className="plan-fields">
        <Field label={text('measure')}>
          <select
            className="input"
            value={one.code}
            onChange={(event) => onChange({ ...one, code: event.target.value, benefit: '' })}
          >
            {choices.measures.map(({ code, title }) => (
              <option key={code} value={code}>
                {text.pick(title)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={text('benefit')}
          hint={
            chosen === undefined
              ? undefined
              : `${text.pick(chosen.who)} ${
                  chosen.entitled === null ? '' : text(chosen.entitled ? 'entitled' : 'notEntitled')
                }`
          }
        >
          <select
            className="input"
            value={one.benefit}
            onChange={(event) => onChange({ ...one, benefit: event.target.value })}
          >
            <option value="">{text('noBenefit')}</option>
            {offered.map(({ id, title }) => (
              <option key={id} value={id}>
                {text.pick(title)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('dueOn')}>
          <DayInput value={one.dueOn} onChange={(dueOn) => onChange({ ...one, dueOn })} />
        </Field>
        {words.map(([key, most]) => (
          <Field key={key} label={text(key)}>
            <input
              className="input"
              maxLength={most}
              value={one[key]}
              onChange={(event) => onChange({ ...one, [key]: event.target.value })}
            />
          </Field>
        ))}
        {(['quantity', 'unit', 'yuan'] as const).map((key) => (
          <Field key={key} label={text(key === 'yuan' ? 'fen' : key)}>
            <input
              className="input"
              inputMode={key === 'unit' ? 'text' : 'decimal'}
              maxLength={20}
              value={one[key]}
              onChange={(event) => onChange({ ...one, [key]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p className="no-print">
        <button type="button" className="link" onClick={onRemove}>
          {text('removeMeasure')}
        </button>
      </p>
    </fieldset>
  );
}
