// Appoints a village supervisor: which village, who, from when to when.
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { reportTexts } from './report-texts.ts';
import { staleReports } from './stale-reports.ts';

export function AppointSupervisorSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(reportTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [village, setVillage] = useState<ChosenArea>();
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState('');
  const appoint = useWrite('POST /api/workforce/supervisors', {
    stale: staleReports,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(appoint.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (village !== undefined) appoint.mutate({ body: { area: village.code, name, from, to } });
  };
  return (
    <Sheet title={text('appoint')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <AreaField
          label={text('chooseVillage')}
          hint={text('chooseVillageHint')}
          value={village}
          onChoose={setVillage}
        />
        <Field label={text('name')} hint={text('nameHint')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('termFrom')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
        <Field label={text('termTo')}>
          <DayInput required value={to} onChange={setTo} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={appoint.isPending || village === undefined}
          >
            {text('appoint')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
