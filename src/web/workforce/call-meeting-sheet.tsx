// Calls a meeting: what, when, where, who is in the chair, the agenda, who is invited.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type MeetingKind, meetingKinds } from '#domain/workforce/meeting.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { meetingTexts } from './meeting-texts.ts';
import { staleMeetings } from './stale-meetings.ts';

export function CallMeetingSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(meetingTexts);
  const say = useSay();
  const navigate = useNavigate();
  const { today } = useMe().installation;
  const [kind, setKind] = useState<MeetingKind>('joint');
  const [on, setOn] = useState<string>(today);
  const [words, setWords] = useState({ title: '', place: '', chair: '', agenda: '', invited: '' });
  const send = useWrite('POST /api/workforce/meetings', {
    stale: staleMeetings,
    onDone: ({ id }) => {
      say(text('saidSaved'));
      onClose();
      void navigate({ to: '/meetings/$id', params: { id } });
    },
  });
  const problem = useExplanation(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { title, place, chair, agenda, invited } = words;
    send.mutate({
      body: {
        area,
        kind,
        title,
        place,
        on,
        chair,
        agenda: linesOf(agenda),
        invited: peopleOf(invited),
      },
    });
  };
  const change = (field: keyof typeof words) => ({
    value: words[field],
    onChange: (event: { target: { value: string } }) =>
      setWords({ ...words, [field]: event.target.value }),
  });
  return (
    <Sheet title={text('call')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={(event) =>
              setKind(meetingKinds.find((one) => one === event.target.value) ?? 'joint')
            }
          >
            {meetingKinds.map((one) => (
              <option key={one} value={one}>
                {text(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('meetingTitle')}>
          <input className="input" required minLength={2} maxLength={120} {...change('title')} />
        </Field>
        <Field label={text('on')}>
          <DayInput required value={on} onChange={setOn} />
        </Field>
        <Field label={text('place')}>
          <input className="input" maxLength={80} {...change('place')} />
        </Field>
        <Field label={text('chair')}>
          <input className="input" required maxLength={60} {...change('chair')} />
        </Field>
        <Field label={text('agenda')} hint={text('agendaHint')}>
          <textarea className="input" rows={3} required {...change('agenda')} />
        </Field>
        <Field label={text('invited')} hint={text('invitedHint')}>
          <textarea className="input" rows={4} {...change('invited')} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={send.isPending}>
            {text('call')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function linesOf(typed: string): string[] {
  return typed.split('\n').flatMap((line) => line.trim() || []);
}

/** A name, then whatever follows the first space as the unit. */
function peopleOf(typed: string): { name: string; unit: string }[] {
  return linesOf(typed).map((line) => {
    const [name = '', ...unit] = line.split(/[\s，,]+/);
    return { name, unit: unit.join(' ') };
  });
}
