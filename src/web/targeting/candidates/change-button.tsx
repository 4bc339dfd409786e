// Puts a household on the list or takes it off, with the reason asked for on the spot.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { candidateTexts } from './candidate-texts.ts';

interface ChangeProps {
  readonly list: string;
  readonly household: { readonly household: string; readonly headName: string | null };
  readonly kind: 'added' | 'removed';
}

export const staleLists = [
  'GET /api/targeting/candidates/:id',
  'GET /api/targeting/candidates',
] as const;

export function ChangeButton({ list, household, kind }: ChangeProps) {
  const text = useText(candidateTexts);
  const [open, setOpen] = useState(false);
  const word = text(kind === 'added' ? 'add' : 'remove');
  const name = household.headName ?? '';
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={`${word} ${name}`}
        onClick={() => setOpen(true)}
      >
        {word}
      </button>
      {open ? (
        <ChangeSheet
          list={list}
          household={household}
          kind={kind}
          title={`${word} ${name}`}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function ChangeSheet({
  list,
  household,
  kind,
  title,
  onClose,
}: ChangeProps & { readonly title: string; readonly onClose: () => void }) {
  const text = useText(candidateTexts);
  const [reason, setReason] = useState('');
  const change = useWrite('POST /api/targeting/candidates/:id/changes', {
    stale: staleLists,
    onDone: onClose,
  });
  const problem = useExplanation(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { household: household.household, kind, reason: reason.trim() };
    change.mutate({ params: { id: list }, body });
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('reason')} hint={text('reasonHint')}>
          <textarea
            className="input"
            rows={3}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="candidates-acts">
          <button type="submit" className="button primary" disabled={change.isPending}>
            {text(kind === 'added' ? 'confirmAdd' : 'confirmRemove')}
          </button>{' '}
          <button type="button" className="button" onClick={onClose}>
            {text('cancel')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
