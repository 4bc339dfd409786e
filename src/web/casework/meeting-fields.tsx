// Who was entitled, who came, how they voted; the rules' quorum and majority stand beside the figures.
import type { Case } from '#contract/casework.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { caseTexts } from './case-texts.ts';

const names = ['due', 'present', 'for', 'against', 'abstained'] as const;

export type Figures = Readonly<Record<(typeof names)[number], string>> & {
  readonly secret: boolean;
};

export const noFigures: Figures = {
  due: '',
  present: '',
  for: '',
  against: '',
  abstained: '',
  secret: true,
};

/** As sent: an empty field is nobody. */
export function meetingOf(figures: Figures) {
  const { due, present, against, abstained, secret } = figures;
  return {
    due: Number(due),
    present: Number(present),
    for: Number(figures.for),
    against: Number(against),
    abstained: Number(abstained),
    secret,
  };
}

interface MeetingFieldsProps {
  readonly open: NonNullable<Case['open']>;
  readonly value: Figures;
  readonly onChange: (value: Figures) => void;
}

export function MeetingFields({ open, value, onChange }: MeetingFieldsProps) {
  const text = useText(caseTexts);
  const { quorum, majority } = open;
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return (
    <fieldset className="case-outcomes">
      <legend className="field-label">{text('meeting')}</legend>
      <div className="case-meeting">
        {names.map((name) => (
          <Field key={name} label={text(`m_${name}`)}>
            <input
              className="input"
              type="number"
              min={0}
              max={100_000}
              required
              value={value[name]}
              onChange={(event) => onChange({ ...value, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={value.secret}
          onChange={(event) => onChange({ ...value, secret: event.target.checked })}
        />
        {text('secret')}
      </label>
      <p className="field-hint">
        {quorum === null || majority === null
          ? text('meetingFree')
          : text('meetingHint', { quorum: percent(quorum), majority: percent(majority) })}
      </p>
    </fieldset>
  );
}
