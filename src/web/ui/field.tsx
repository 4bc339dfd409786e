// A labelled control with its hint and its problem beside it, in a sentence.
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

interface ControlProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export function Field({
  label,
  hint,
  problem,
  children,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  readonly children: ReactElement<ControlProps>;
}) {
  const id = useId();
  const said = problem !== undefined && problem !== null && problem !== '';
  const described = [said ? `${id}-problem` : '', hint === undefined ? '' : `${id}-hint`].join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {cloneElement(children, {
        id,
        ...(described.trim() === '' ? {} : { 'aria-describedby': described.trim() }),
        'aria-invalid': said,
      })}
      {said ? (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      ) : null}
      {hint === undefined ? null : (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
