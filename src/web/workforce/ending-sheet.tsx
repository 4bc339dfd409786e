// What goes on ends on a day, for a reason.
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { uiTexts } from '#web/ui/texts.ts';

export function EndingSheet({
  title,
  dayLabel,
  reasonLabel,
  write: { error, isPending },
  onEnd,
  onClose,
}: {
  readonly title: string;
  readonly dayLabel: string;
  readonly reasonLabel: string;
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  readonly onEnd: (ending: { readonly on: string; readonly reason: string }) => void;
  readonly onClose: () => void;
}) {
  const ui = useText(uiTexts);
  const { today } = useMe().installation;
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const problem = useExplanation(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnd({ on, reason });
  };
  return (
    <Sheet title={title} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={dayLabel}>
          <DayInput required value={on} onChange={setOn} />
        </Field>
        <Field label={reasonLabel}>
          <input
            className="input"
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={isPending}>
            {ui('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
