// What a clerk writes on a notice: where, who, how long, whom to call.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { noticeTexts } from './notice-texts.ts';

export interface NoticeWords {
  readonly place: string;
  readonly office: string;
  readonly remark: string;
  readonly lastDay: string;
  readonly objectionPhone: string;
  readonly supervisionPhone: string;
  /** Of a correction. */
  readonly reason: string;
}

interface NoticeFieldsProps {
  readonly words: NoticeWords;
  /** What the rules ask for, in days or working days. */
  readonly term: Bilingual;
  readonly least: string;
  readonly corrects?: boolean;
  readonly onChange: (words: NoticeWords) => void;
}

export function NoticeFields({ words, term, least, corrects, onChange }: NoticeFieldsProps) {
  const text = useText(noticeTexts);
  const set = (name: keyof NoticeWords) => (event: { target: { value: string } }) =>
    onChange({ ...words, [name]: event.target.value });
  const line = (name: 'place' | 'office' | 'objectionPhone' | 'supervisionPhone', most: number) => (
    <input className="input" required maxLength={most} value={words[name]} onChange={set(name)} />
  );
  return (
    <>
      {corrects === true ? (
        <Field label={text('reason')}>
          <textarea
            className="input"
            rows={2}
            required
            maxLength={500}
            value={words.reason}
            onChange={set('reason')}
          />
        </Field>
      ) : null}
      <Field label={text('place')} hint={text('placeHint')}>
        {line('place', 200)}
      </Field>
      <Field label={text('lastDay')} hint={text('lastDayHint', { term: text.pick(term), least })}>
        <DayInput
          required
          value={words.lastDay}
          onChange={(lastDay) => onChange({ ...words, lastDay })}
        />
      </Field>
      <Field label={text('office')}>{line('office', 100)}</Field>
      <Field label={text('objectionPhone')}>{line('objectionPhone', 30)}</Field>
      <Field label={text('supervisionPhone')}>{line('supervisionPhone', 30)}</Field>
      <Field label={text('remark')} hint={text('remarkHint')}>
        <textarea
          className="input"
          rows={2}
          maxLength={500}
          value={words.remark}
          onChange={set('remark')}
        />
      </Field>
    </>
  );
}
