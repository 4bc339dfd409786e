// The paper a payment list rests on and the day it is to be paid, of a new list and of one paid again.
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { listTexts } from './list-texts.ts';

interface PaperFieldsProps {
  readonly document: string;
  readonly onDocument: (document: string) => void;
  readonly payOn: string;
  readonly onPayOn: (day: string) => void;
  readonly problem: string | undefined;
}

export function PaperFields({ document, onDocument, payOn, onPayOn, problem }: PaperFieldsProps) {
  const text = useText(listTexts);
  return (
    <>
      <Field label={text('document')}>
        <input
          className="input"
          required
          maxLength={100}
          value={document}
          onChange={(event) => onDocument(event.target.value)}
        />
      </Field>
      <Field label={text('payOn')} problem={problem}>
        <DayInput required value={payOn} onChange={onPayOn} />
      </Field>
    </>
  );
}
