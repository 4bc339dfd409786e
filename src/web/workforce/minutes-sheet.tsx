// Enters the minutes of a meeting: who came, what was said, and each decision with its owner and its day.
import { type FormEvent, useState } from 'react';
import type { Meeting } from '#contract/workforce-meetings.ts';
import type { presences } from '#domain/workforce/meeting.ts';
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

const ways = [
  'present',
  'represented',
  'absent',
] as const satisfies readonly (typeof presences)[number][];

interface Decision {
  readonly key: number;
  readonly words: string;
  readonly owner: string;
  readonly dueOn: string;
}

export function MinutesSheet({
  meeting,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly onClose: () => void;
}) {
  const text = useText(meetingTexts);
  const say = useSay();
  const [came, setCame] = useState<readonly (typeof ways)[number][]>(
    meeting.people.map(() => 'present'),
  );
  const [minutes, setMinutes] = useState('');
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const enter = useWrite('POST /api/workforce/meetings/:id/minutes', {
    stale: staleMeetings,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const change = (key: number, part: Partial<Decision>) =>
    setDecisions(decisions.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({
      params: { id: meeting.id },
      body: {
        people: meeting.people.map(({ name, unit }, at) => ({
          name,
          unit,
          presence: came[at] ?? 'present',
        })),
        minutes,
        resolutions: decisions.map(({ words, owner, dueOn }) => ({ words, owner, dueOn })),
      },
    });
  };
  return (
    <Sheet title={text('enterMinutes')} onClose={onClose}>
      <form onSubmit={submit}>
        {meeting.people.map(({ name, unit }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name and a unit.
          <Field key={at} label={`${name} ${unit}`}>
            <select
              className="input"
              value={came[at]}
              onChange={(event) => {
                const way = ways.find((one) => one === event.target.value) ?? 'present';
                setCame(came.map((one, index) => (index === at ? way : one)));
              }}
            >
              {ways.map((one) => (
                <option key={one} value={one}>
                  {text(`presence_${one}`)}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <Field label={text('minutesWords')}>
          <textarea
            className="input"
            rows={6}
            required
            minLength={2}
            maxLength={10_000}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </Field>
        {decisions.map((one, at) => (
          <fieldset key={one.key} className="meeting-decision">
            <legend>{text('number', { number: at + 1 })}</legend>
            <Field label={text('resolutionWords')}>
              <textarea
                className="input"
                rows={2}
                required
                minLength={2}
                maxLength={300}
                value={one.words}
                onChange={(event) => change(one.key, { words: event.target.value })}
              />
            </Field>
            <Field label={text('resolutionOwner')}>
              <input
                className="input"
                required
                maxLength={80}
                value={one.owner}
                onChange={(event) => change(one.key, { owner: event.target.value })}
              />
            </Field>
            <Field label={text('resolutionDue')}>
              <DayInput
                required
                value={one.dueOn}
                onChange={(dueOn) => change(one.key, { dueOn })}
              />
            </Field>
            <button
              type="button"
              className="button plain"
              onClick={() => setDecisions(decisions.filter(({ key }) => key !== one.key))}
            >
              {text('removeResolution')}
            </button>
          </fieldset>
        ))}
        <p>
          <button
            type="button"
            className="button"
            onClick={() =>
              setDecisions([
                ...decisions,
                { key: (decisions.at(-1)?.key ?? 0) + 1, words: '', owner: '', dueOn: '' },
              ])
            }
          >
            {text('addResolution')}
          </button>
        </p>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
