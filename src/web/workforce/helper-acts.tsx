// A helper goes on leave, or leaves for good. The sheets name the consequence for the households.
import { type FormEvent, useState } from 'react';
import type { Helper } from '#contract/workforce.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { helperTexts } from './helper-texts.ts';
import { staleHelp } from './stale-help.ts';

interface ActProps {
  readonly helper: Helper;
  readonly onClose: () => void;
}

export function LeaveSheet({ helper, onClose }: ActProps) {
  const text = useText(helperTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState('');
  const [standIn, setStandIn] = useState('');
  const give = useWrite('POST /api/workforce/helpers/:id/leave', {
    stale: staleHelp,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(give.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate({
      params: { id: helper.id },
      body: { from, to: to === '' ? null : to, standIn: standIn === '' ? null : standIn },
    });
  };
  return (
    <Sheet title={text('leaveTitle', { name: helper.name })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('from')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
        <Field label={text('to')}>
          <DayInput value={to} onChange={setTo} />
        </Field>
        <Colleague
          helper={helper}
          label={text('standInLabel')}
          none={text('standInNone')}
          value={standIn}
          onChange={setStandIn}
          problem={problem}
        />
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={give.isPending}>
            {text('giveLeave')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function DepartSheet({ helper, onClose }: ActProps) {
  const text = useText(helperTexts);
  const say = useSay();
  const [reason, setReason] = useState('');
  const [successor, setSuccessor] = useState('');
  const depart = useWrite('POST /api/workforce/helpers/:id/departure', {
    stale: staleHelp,
    onDone: () => {
      say(text(successor === '' ? 'saidSaved' : 'saidOffered'));
      onClose();
    },
  });
  const problem = useExplanation(depart.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    depart.mutate({
      params: { id: helper.id },
      body: { reason, successor: successor === '' ? null : successor },
    });
  };
  return (
    <Sheet title={text('departTitle', { name: helper.name })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('departLead')}</p>
        <Field label={text('reason')}>
          <input
            className="input"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Colleague
          helper={helper}
          label={text('successor')}
          none={text('successorNone')}
          value={successor}
          onChange={setSuccessor}
          problem={problem}
        />
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={depart.isPending}>
            {text('departEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

/** Somebody posted in the same place. */
function Colleague({
  helper,
  label,
  none,
  value,
  onChange,
  problem,
}: {
  readonly helper: Helper;
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly problem: string | undefined;
}) {
  const others = usePages('GET /api/workforce/helpers', {
    query: { area: helper.areaCode.slice(0, 9), limit: 200 },
  });
  return (
    <Field label={label} problem={problem}>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {others.items
          .filter((one) => one.id !== helper.id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} {one.quota === null ? one.households : `${one.households}/${one.quota}`}
            </option>
          ))}
      </select>
    </Field>
  );
}
