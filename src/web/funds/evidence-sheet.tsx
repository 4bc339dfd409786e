// Takes evidence away: which days, then the file; the export stands in the audit trail.
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { findingTexts } from './finding-texts.ts';

export function EvidenceSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(findingTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await saveFrom(`/api/funds/evidence?${new URLSearchParams({ area, from, to })}`);
      say(text('saidTaken'));
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={text('evidenceTitle')} onClose={onClose} centred>
      <form onSubmit={take}>
        <p>{text('evidenceLead')}</p>
        <Field label={text('from')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
        <Field label={text('to')}>
          <DayInput required value={to} onChange={setTo} />
        </Field>
        <Problem>{problem}</Problem>
        <button type="submit" className="button primary" disabled={busy}>
          {text('take')}
        </button>
      </form>
    </Sheet>
  );
}
