// One question asked again, in the kind of its field.
import type { BlindSheet } from '#contract/supervision-scores.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import type { AnswerValue } from './score-draft.ts';
import { scoreTexts } from './score-texts.ts';

export function AnswerField({
  question,
  value,
  onChange,
}: {
  readonly question: BlindSheet['askedAgain'][number];
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue) => void;
}) {
  const text = useText(scoreTexts);
  const { type, options } = question;
  const choices =
    type === 'boolean'
      ? [
          { code: 'true', title: text('yes') },
          { code: 'false', title: text('no') },
        ]
      : options.map(({ code, title }) => ({ code, title: text.pick(title) }));
  if (choices.length > 0) {
    return (
      <Field label={text.pick(question.title)}>
        <select
          className="input"
          required
          value={value === undefined ? '' : String(value)}
          onChange={(event) =>
            onChange(type === 'boolean' ? event.target.value === 'true' : event.target.value)
          }
        >
          <option value="" disabled>
            {text('choose')}
          </option>
          {choices.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </Field>
    );
  }
  return (
    <Field label={text.pick(question.title)}>
      <input
        className="input"
        type="number"
        inputMode="decimal"
        required
        step={type === 'integer' ? 1 : 'any'}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => {
          if (event.target.value !== '') onChange(Number(event.target.value));
        }}
      />
    </Field>
  );
}
