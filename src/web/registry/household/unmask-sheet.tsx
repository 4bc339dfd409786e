// The plain text of one sealed value, for somebody who says what for; gone again after a minute.
import { type FormEvent, useEffect, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { householdTexts } from './household-texts.ts';
import { valueTexts } from './value-texts.ts';

interface UnmaskSheetProps {
  readonly household: string;
  readonly field: 'identity' | 'phone' | 'bankAccount';
  readonly person?: string;
  readonly onClose: () => void;
}

const shownFor = 60_000;

export function UnmaskSheet({ household, field, person, onClose }: UnmaskSheetProps) {
  const text = useText(householdTexts);
  const about = useText(valueTexts);
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
    <Sheet title={about('unmask', { what: text(field) })} onClose={onClose} centred>
      {plain === undefined ? (
        <form onSubmit={submit}>
          <p className="sheet-lead">{about('unmaskLead')}</p>
          <Field label={about('purpose')} hint={about('purposeHint')} problem={problem}>
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
              {about('unmaskEnter')}
            </button>
          </p>
        </form>
      ) : (
        <>
          <p className="plain-value">{plain}</p>
          <p className="quiet">{about('unmaskShown')}</p>
        </>
      )}
    </Sheet>
  );
}
