// A few words that others read later, before something is done: handing back, disputing, opening again.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from './field.tsx';
import { Sheet } from './sheet.tsx';

interface WordsSheetProps {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly label: string;
  /** What the button does. */
  readonly act: string;
  readonly problem: string | undefined;
  readonly busy: boolean;
  /** Lines to write in; one when absent. */
  readonly rows?: number;
  /** Letters at most; a sentence or two when absent. */
  readonly longest?: number;
  /** What else is asked, above the words. */
  readonly children?: ReactNode;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

const sentenceLongest = 300;

export function WordsSheet(props: WordsSheetProps) {
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSend(words);
  };
  const field = {
    className: 'input',
    required: true,
    maxLength: props.longest ?? sentenceLongest,
    value: words,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setWords(event.target.value),
  };
  return (
    <Sheet title={props.title} onClose={props.onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{props.lead}</p>
        {props.children}
        <Field label={props.label} problem={props.problem}>
          {props.rows === undefined ? (
            <input {...field} />
          ) : (
            <textarea rows={props.rows} {...field} />
          )}
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={props.busy}>
            {props.act}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
