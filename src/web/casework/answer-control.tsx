// The control for one answer, with choices large enough for a thumb.
import { useId } from 'react';
import type { InterviewQuestion } from '#contract/casework-interview.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { householdField } from '#domain/registry/form.ts';
import { FieldControl } from '#web/registry/edit/field-control.tsx';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { interviewTexts } from './interview-texts.ts';

interface AnswerControlProps {
  readonly question: Pick<InterviewQuestion, 'id' | 'kind' | 'label'>;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

interface Choice {
  readonly value: string | number | boolean;
  readonly label: string;
}

export function AnswerControl({ question, value, onChange }: AnswerControlProps) {
  const text = useText(interviewTexts);
  const words = useFormWords();
  const yesOrNo: readonly Choice[] = [
    { value: true, label: text('yes') },
    { value: false, label: text('no') },
  ];
  if (question.kind === 'remark') {
    return (
      <Field label={text('remark')}>
        <textarea
          className="input"
          rows={4}
          maxLength={1000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    );
  }
  const label = text.pick(question.label);
  const field = householdField(question.id);
  const item = words.items().find(({ name }) => name === question.id);
  if (field === undefined && item === undefined) return null;
  if (item?.type === 'boolean' || field?.type === 'boolean') {
    return <Choices label={label} choices={yesOrNo} value={value} onChange={onChange} />;
  }
  if (item?.type === 'choice') {
    const choices = item.options.map((option) => ({
      value: option.value,
      label: text.pick(option.title),
    }));
    return <Choices label={label} choices={choices} value={value} onChange={onChange} />;
  }
  if (field?.type === 'code' && field.list !== undefined) {
    const choices = words.codes(field.list).map((one) => ({ value: one.code, label: one.label }));
    return <Choices label={label} choices={choices} value={value} onChange={onChange} />;
  }
  if (item !== undefined) {
    const unit =
      item.unit === null ? '' : `${text.marks.open}${text.pick(item.unit)}${text.marks.close}`;
    return (
      <Field label={`${label}${unit}`}>
        <input
          className="input number"
          type="number"
          inputMode="numeric"
          value={typeof value === 'number' ? value : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
        />
      </Field>
    );
  }
  return field === undefined ? null : (
    <FieldControl field={field} value={value} onChange={onChange} />
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

function Choices({ label, choices, value, onChange }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className="interview-choices">
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={String(choice.value)}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />{' '}
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
