// Sheets of the organisation: who holds a post from when, and who leaves it.
import { type FormEvent, useState } from 'react';
import type { Holder } from '#contract/workforce-organisation.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { EndingSheet } from './ending-sheet.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { staleOrganisation } from './stale-organisation.ts';

export interface AskedPost {
  readonly set: string;
  readonly post: string;
  readonly title: { readonly zh: string; readonly en: string };
}

interface AppointProps {
  readonly area: string;
  readonly asked: AskedPost;
  readonly onClose: () => void;
}

export function AppointSheet({ area, asked, onClose }: AppointProps) {
  const text = useText(organisationTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [duty, setDuty] = useState('');
  const [from, setFrom] = useState<string>(today);
  const enter = useWrite('POST /api/workforce/postings', {
    stale: staleOrganisation,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { set, post } = asked;
    enter.mutate({ body: { area, set, post, name, title, duty, from } });
  };
  return (
    <Sheet title={text('appointTo', { post: text.pick(asked.title) })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('name')}>
          <input
            className="input"
            required
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={text('jobTitle')}>
          <input
            className="input"
            maxLength={80}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('duty')} hint={text('dutyHint')}>
          <input
            className="input"
            maxLength={300}
            value={duty}
            onChange={(event) => setDuty(event.target.value)}
          />
        </Field>
        <Field label={text('from')}>
          <DayInput required value={from} onChange={setFrom} />
        </Field>
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

export function EndSheet({
  holder,
  onClose,
}: {
  readonly holder: Holder;
  readonly onClose: () => void;
}) {
  const text = useText(organisationTexts);
  const say = useSay();
  const end = useWrite('POST /api/workforce/postings/:id/end', {
    stale: staleOrganisation,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  return (
    <EndingSheet
      title={text('endTitle', { name: holder.name })}
      dayLabel={text('endOn')}
      reasonLabel={text('reason')}
      write={end}
      onEnd={(body) => end.mutate({ params: { id: holder.id }, body })}
      onClose={onClose}
    />
  );
}
