// A round of a cell on a phone: the day, a word, and what was found; nothing found is one tap.
import { type FormEvent, useState } from 'react';
import type { CellView } from '#contract/workforce-grid.ts';
import { incidentKinds } from '#domain/workforce/grid.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { gridTexts } from './grid-texts.ts';
import { staleGrid } from './stale-grid.ts';

interface Found {
  readonly key: number;
  readonly kind: (typeof incidentKinds)[number];
  readonly words: string;
  readonly place: string;
}

export function PatrolForm({ cell }: { readonly cell: CellView }) {
  const text = useText(gridTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState('');
  const [found, setFound] = useState<readonly Found[]>([]);
  const send = useWrite('POST /api/workforce/cells/:id/patrols', {
    stale: staleGrid,
    onDone: ({ incidents }) => {
      say(
        incidents.length === 0
          ? text('saidPatrol', { cell: cell.name })
          : text('saidPatrolEvents', { cell: cell.name, count: incidents.length }),
      );
      setNote('');
      setFound([]);
    },
  });
  const problem = useExplanation(send.error);
  const change = (key: number, part: Partial<Found>) =>
    setFound(found.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const events = found.map(({ kind, words, place }) => ({ kind, words, place }));
    send.mutate({ params: { id: cell.id }, body: { on, note, events } });
  };
  return (
    <Block title={text('patrol')} className="no-print">
      <form className="grid-patrol" onSubmit={submit}>
        <Field label={text('patrolOn')}>
          <DayInput required max={today} value={on} onChange={setOn} />
        </Field>
        <Field label={text('patrolNote')}>
          <input
            className="input"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {found.map((one) => (
          <FoundFields
            key={one.key}
            one={one}
            onChange={(part) => change(one.key, part)}
            onRemove={() => setFound(found.filter(({ key }) => key !== one.key))}
          />
        ))}
        <Problem>{problem}</Problem>
        <p className="grid-acts">
          <button
            type="button"
            className="button"
            onClick={() =>
              setFound([
                ...found,
                { key: (found.at(-1)?.key ?? 0) + 1, kind: 'hazard', words: '', place: '' },
              ])
            }
          >
            {text('addEvent')}
          </button>
          <button type="submit" className="button primary" disabled={send.isPending}>
            {text('patrolSave')}
          </button>
        </p>
      </form>
    </Block>
  );
}

function FoundFields({
  one,
  onChange,
  onRemove,
}: {
  readonly one: Found;
  readonly onChange: (part: Partial<Found>) => void;
  readonly onRemove: () => void;
}) {
  const text = useText(gridTexts);
  return (
    <fieldset className="grid-found">
      <legend className="visually-hidden">{text('addEvent')}</legend>
      <Field label={text('eventKind')}>
        <select
          className="input"
          value={one.kind}
          onChange={(event) =>
            onChange({
              kind: incidentKinds.find((kind) => kind === event.target.value) ?? 'further',
            })
          }
        >
          {incidentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text(`kind_${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('eventWords')}>
        <textarea
          className="input"
          rows={2}
          required
          minLength={2}
          maxLength={500}
          value={one.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
      </Field>
      <Field label={text('eventPlace')}>
        <input
          className="input"
          maxLength={120}
          value={one.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
      </Field>
      <p>
        <button type="button" className="button plain" onClick={onRemove}>
          {text('removeEvent')}
        </button>
      </p>
    </fieldset>
  );
}
