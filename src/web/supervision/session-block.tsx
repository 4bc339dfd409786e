// Sessions villagers sat in on while households were scored, and the form that enters one.
import { type FormEvent, useState } from 'react';
import type { Campaign } from '#contract/supervision.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { sampleTexts } from './sample-texts.ts';
import { staleChecks } from './stale-checks.ts';

export function SessionBlock({ one }: { readonly one: Campaign }) {
  const text = useText(sampleTexts);
  const may = useMay();
  const [entering, setEntering] = useState(false);
  const report = useRead('GET /api/supervision/campaigns/:id/report', { params: { id: one.id } });
  const sessions = report.data?.sessions ?? [];
  const comma = text.marks.list;
  return (
    <Block
      title={text('sessions')}
      aside={
        may('supervision.score') && one.state !== 'closed' ? (
          <button type="button" className="link no-print" onClick={() => setEntering(true)}>
            {text('session')}
          </button>
        ) : undefined
      }
    >
      {report.data !== undefined && sessions.length === 0 ? (
        <p className="quiet">{text('sessionsNone')}</p>
      ) : null}
      <ul className="sample-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>
                <Day day={session.heldOn} /> {session.place} {session.team}
              </strong>
              <br />
              {session.observers.join(comma)}
              {session.remark === '' ? null : <span className="quiet"> {session.remark}</span>}
            </span>
            <span className="number">{session.households}</span>
            <span className="quiet">{session.by}</span>
          </li>
        ))}
      </ul>
      {entering ? <SessionSheet one={one} onClose={() => setEntering(false)} /> : null}
    </Block>
  );
}

function SessionSheet({ one, onClose }: { readonly one: Campaign; readonly onClose: () => void }) {
  const text = useText(sampleTexts);
  const { today } = useMe().installation;
  const [place, setPlace] = useState<ChosenArea>({ code: one.areaCode, name: one.areaName });
  const [heldOn, setHeldOn] = useState<string>(today);
  const [team, setTeam] = useState(one.teams[0]?.title ?? '');
  const [households, setHouseholds] = useState('1');
  const [observers, setObservers] = useState('');
  const [remark, setRemark] = useState('');
  const enter = useWrite('POST /api/supervision/campaigns/:id/sessions', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const names = observers.split('\n').flatMap((line) => line.trim() || []);
    enter.mutate({
      params: { id: one.id },
      body: {
        area: place.code,
        heldOn,
        team,
        households: Number(households),
        observers: names,
        remark: remark.trim(),
      },
    });
  };
  return (
    <Sheet title={text('session')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <AreaField label={text('place')} hint="" value={place} onChoose={setPlace} />
        <Field label={text('heldOn')}>
          <input
            className="input"
            type="date"
            required
            max={today}
            value={heldOn}
            onChange={(event) => setHeldOn(event.target.value)}
          />
        </Field>
        <Field label={text('team')}>
          <input
            className="input"
            required
            value={team}
            onChange={(event) => setTeam(event.target.value)}
          />
        </Field>
        <Field label={text('households')}>
          <input
            className="input"
            type="number"
            min={1}
            max={500}
            required
            value={households}
            onChange={(event) => setHouseholds(event.target.value)}
          />
        </Field>
        <Field label={text('observers')} hint={text('observersHint')} problem={problem}>
          <textarea
            className="input"
            rows={4}
            required
            value={observers}
            onChange={(event) => setObservers(event.target.value)}
          />
        </Field>
        <Field label={text('remark')}>
          <input
            className="input"
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('enter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
