// The plain text of one sealed value, for somebody who says what for; gone again after a minute.
import { type FormEvent, useEffect, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { householdTexts } from './household-texts.ts';

interface UnmaskSheetProps {
  readonly household: string;
  readonly field: 'identity' | 'phone' | 'bankAccount';
  readonly person?: string;
  readonly onClose: () => void;
}

const shownFor = 60_000;

export function UnmaskSheet({ household, field, person, onClose }: UnmaskSheetProps) {
  const text = useText(householdTexts);
  const [purpose, setPurpose] = useState('');
  const unmask = useWrite('POST /api/registry/households/:id/unmask');
  const problem = useExplanation(unmask.error);
  const plain = unmask.data?.value;
  useEffect(() => {
    if (plain === undefined) return undefined;
    const timer = window.setTimeout(onClose, shownFor);
    return () => window.clearTimeout(timer);
  }, [plain, onClose]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unmask.mutate({
      params: { id: household },
      body: { field, purpose: purpose.trim(), ...(person === undefined ? {} : { person }) },
    });
  };
  return (
    <Sheet title={text('unmask', { what: text(field) })} onClose={onClose} centred>
      {plain === undefined ? (
        <form onSubmit={submit}>
          <p className="sheet-lead">{text('unmaskLead')}</p>
          <Field label={text('purpose')} hint={text('purposeHint')} problem={problem}>
            <input
              className="input"
              required
              minLength={4}
              maxLength={200}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </Field>
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={unmask.isPending}>
              {text('unmaskEnter')}
            </button>
          </p>
        </form>
      ) : (
        <>
          <p className="plain-value">{plain}</p>
          <p className="quiet">{text('unmaskShown')}</p>
        </>
      )}
    </Sheet>
  );
}
