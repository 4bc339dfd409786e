// Decides a disagreement: one side, another value, or the card itself; always with a reason.
import { type FormEvent, useState } from 'react';
import type { Conflict } from '#contract/registry-conflicts.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { FieldControl } from './field-control.tsx';
import { useFormWords } from './form-words.ts';
import { historyTexts } from './history-texts.ts';
import { staleAfterWrite } from './household-reads.ts';
import { fieldOf, shownValue } from './shown-value.ts';

export function ResolveSheet({
  conflict,
  onClose,
}: {
  readonly conflict: Conflict;
  readonly onClose: () => void;
}) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const [choice, setChoice] = useState<number | 'value' | 'confirmed'>();
  const [value, setValue] = useState<FieldValue>(null);
  const [reason, setReason] = useState('');
  const resolve = useWrite('POST /api/registry/conflicts/:id/resolution', {
    stale: staleAfterWrite,
    onDone: onClose,
  });
  const problem = useExplanation(resolve.error);
  const field = fieldOf(conflict.person === null ? conflict.field : `x.${conflict.field}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (choice === undefined) return;
    const said = { reason: reason.trim() };
    resolve.mutate({
      params: { id: conflict.id },
      body:
        typeof choice === 'number'
          ? { choice: 'side', side: choice, ...said }
          : choice === 'value'
            ? { choice, value, ...said }
            : { choice, ...said },
    });
  };
  return (
    <Sheet title={text('resolveTitle', { what: words.field(conflict.field) })} onClose={onClose}>
      <form onSubmit={submit}>
        <fieldset className="both-sides">
          <legend>{text('choose')}</legend>
          {conflict.sides.map((side, index) => (
            <label key={`${side.source}${side.recordedAt ?? index}`}>
              <input
                type="radio"
                name="choice"
                required
                checked={choice === index}
                onChange={() => setChoice(index)}
              />
              <span>
                <strong>
                  {shownValue(side.value, conflict, words, text.language) ?? <Unwritten />}
                </strong>
                <small>{side.authorName}</small>
              </span>
            </label>
          ))}
          <label>
            <input
              type="radio"
              name="choice"
              checked={choice === 'value'}
              onChange={() => setChoice('value')}
            />
            <span>{text('neither')}</span>
          </label>
          {conflict.kind === 'value' ? null : (
            <label>
              <input
                type="radio"
                name="choice"
                checked={choice === 'confirmed'}
                onChange={() => setChoice('confirmed')}
              />
              <span>{text('confirmed')}</span>
            </label>
          )}
        </fieldset>
        {choice === 'value' && field !== undefined ? (
          <FieldControl field={field} value={value} onChange={setValue} />
        ) : null}
        <Field label={text('reason')} hint={text('reasonHint')} problem={problem}>
          <textarea
            className="input"
            required
            minLength={2}
            maxLength={500}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={resolve.isPending}>
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
