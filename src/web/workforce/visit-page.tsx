// One visit on the phone: two taps where nothing happened. The day is today, the way is at their home,
// and only what was found has to be written.

import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { FindingFields, type FoundHere } from './finding-fields.tsx';
import { HouseholdHelp } from './household-help.tsx';
import { staleVisits } from './stale-visits.ts';
import { visitTexts } from './visit-texts.ts';
import './workforce.css';

const ways = ['onSite', 'telephone', 'elsewhere'] as const;

export function VisitPage() {
  const text = useText(visitTexts);
  const say = useSay();
  const navigate = useNavigate();
  const { household = '' } = useParams({ strict: false });
  const { today } = useMe().installation;
  const card = useRead('GET /api/registry/households/:id', { params: { id: household } });
  const [on, setOn] = useState<string>(today);
  const [way, setWay] = useState<(typeof ways)[number]>('onSite');
  const [note, setNote] = useState('');
  const [found, setFound] = useState<readonly FoundHere[]>([]);
  const [position, setPosition] = useState<{ longitude: number; latitude: number }>();
  const head = String(card.data?.values.headName ?? text('nameless'));
  const log = useWrite('POST /api/workforce/households/:id/visits', {
    stale: staleVisits,
    onDone: ({ nextDueOn, doubts }) => {
      const next = nextDueOn === null ? '' : text('nextDue', { on: nextDueOn });
      const doubt = doubts.map((one) => text('doubt') + text.pick(one)).join(' ');
      say(`${text('done', { name: head })}${next} ${doubt}`.trim());
      void navigate({ to: '/visits', search: {} });
    },
  });
  const problem = useExplanation(log.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    log.mutate({
      params: { id: household },
      body: {
        on,
        way,
        note,
        findings: found.map(({ kind, words, field }) => ({
          kind,
          words,
          ...(field === '' ? {} : { field, to: true }),
        })),
        ...(position === undefined ? {} : { position }),
      },
    });
  };
  return (
    <div className="page workforce">
      <Link to="/visits" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead title={text('visitTitle', { name: head })} />
      {card.error === null ? null : <ErrorState error={card.error} />}
      <div className="workforce-pair">
        <form className="workforce-visit" onSubmit={submit}>
          <fieldset>
            <legend>{text('way')}</legend>
            <div className="workforce-choices">
              {ways.map((one) => (
                <label key={one} className="check">
                  <input
                    type="radio"
                    name="way"
                    checked={way === one}
                    onChange={() => setWay(one)}
                  />
                  {text(`way_${one}`)}
                </label>
              ))}
            </div>
            <span className="field-hint">{text('wayHint')}</span>
          </fieldset>
          <Field label={text('when')}>
            <DayInput required max={today} value={on} onChange={setOn} />
          </Field>
          <FindingFields found={found} onChange={setFound} />
          <Field label={text('note')}>
            <input
              className="input"
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <label className="check">
            <input
              type="checkbox"
              checked={position !== undefined}
              onChange={(event) => {
                if (!event.target.checked) return setPosition(undefined);
                navigator.geolocation?.getCurrentPosition(({ coords }) =>
                  setPosition({ longitude: coords.longitude, latitude: coords.latitude }),
                );
              }}
            />
            {text('position')}
          </label>
          <p className="field-hint">{text('noPhotos')}</p>
          <Problem>{problem}</Problem>
          <p className="workforce-foot">
            <button type="submit" className="button primary" disabled={log.isPending}>
              {text('submit')}
            </button>
          </p>
        </form>
        <HouseholdHelp household={household} headName={head} isLogging />
      </div>
    </div>
  );
}
