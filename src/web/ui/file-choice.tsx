// Chooses a file in our own words: the browser's control speaks the browser's language.
import { useId } from 'react';

interface FileChoiceProps {
  readonly label: string;
  /** What the button says. */
  readonly button: string;
  readonly accept: string;
  /** Name of the file that was chosen, if any. */
  readonly chosen?: string | undefined;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly primary?: boolean;
  readonly onChoose: (file: File) => void;
}

export function FileChoice(props: FileChoiceProps) {
  const { label, button, accept, chosen, hint, problem, primary, onChoose } = props;
  const id = useId();
  return (
    <div className="file-choice">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        aria-label={label}
        aria-describedby={`${id}-said`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again after a correction must be seen as a choice.
          event.target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
      <label htmlFor={id} className={primary === true ? 'button primary' : 'button'}>
        {button}
      </label>
      <div id={`${id}-said`}>
        {chosen === undefined ? null : <p>{chosen}</p>}
        {problem === undefined || problem === '' ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        {hint === undefined ? null : <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}
