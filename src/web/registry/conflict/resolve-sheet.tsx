// Decides a disagreement: one side, another value, or the card itself; always with a reason.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Conflict } from '#contract/registry-conflicts.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { useWrite } from '#web/client/read.ts';
import { FieldControl } from '#web/registry/edit/field-control.tsx';
import { useFormWords } from '#web/registry/form-words.ts';
import { historyTexts } from '#web/registry/history/history-texts.ts';
import { staleAfterWrite } from '#web/registry/household/household-reads.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';

/** A side by its place, another value, or that the card was checked. */
type Choice = number | 'value' | 'confirmed';

interface ResolveSheetProps {
  readonly conflict: Conflict;
  readonly onClose: () => void;
}

export function ResolveSheet({ conflict, onClose }: ResolveSheetProps) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const [choice, setChoice] = useState<Choice>();
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
    const body = { ...decisionOf(choice, value), reason: reason.trim() };
    resolve.mutate({ params: { id: conflict.id }, body });
  };
  return (
    <Sheet title={text('resolveTitle', { what: words.field(conflict.field) })} onClose={onClose}>
      <form onSubmit={submit}>
        <Choices conflict={conflict} choice={choice} onChoose={setChoice} />
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

function decisionOf(choice: Choice, value: FieldValue) {
  if (typeof choice === 'number') return { choice: 'side', side: choice } as const;
  return choice === 'value' ? { choice, value } : { choice };
}

function Choices({
  conflict,
  choice,
  onChoose,
}: {
  readonly conflict: Conflict;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const option = (own: Choice) => ({ own, choice, onChoose });
  return (
    <fieldset className="both-sides">
      <legend>{text('choose')}</legend>
      {conflict.sides.map((side, index) => (
        <Option key={`${side.source}${side.recordedAt ?? index}`} {...option(index)}>
          <strong>{shownValue(side.value, conflict, words, text.language) ?? <Unwritten />}</strong>
          <small>{side.authorName}</small>
        </Option>
      ))}
      <Option {...option('value')}>{text('neither')}</Option>
      {conflict.kind === 'value' ? null : (
        <Option {...option('confirmed')}>{text('confirmed')}</Option>
      )}
    </fieldset>
  );
}

function Option({
  own,
  choice,
  onChoose,
  children,
}: {
  readonly own: Choice;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly children: ReactNode;
}) {
  return (
    <label>
      <input
        type="radio"
        name="choice"
        required
        checked={choice === own}
        onChange={() => onChoose(own)}
      />
      <span>{children}</span>
    </label>
  );
}
