// One event of the grid: what it is, where it stands, what was done, and the next step.
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { IncidentView } from '#contract/workforce-grid.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { EventChips } from './event-line.tsx';
import { gridTexts } from './grid-texts.ts';
import { type NamedOfficer, OfficerFields } from './officer-fields.tsx';
import { staleGrid } from './stale-grid.ts';
import './grid.css';
import './workforce.css';

type Act = IncidentView['may'][number];

export function EventPage() {
  const { id } = useParams({ from: '/frame/grid/events/$id' });
  const read = useRead('GET /api/workforce/incidents/:id', { params: { id } });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return <Loaded one={read.data} />;
}

function Loaded({ one }: { readonly one: IncidentView }) {
  const text = useText(gridTexts);
  const [doing, setDoing] = useState<Act>();
  // The step that leads on stands last and in the accent.
  const next = (['close', 'handle', 'send'] as const).find((act) => one.may.includes(act));
  const acts = [...one.may.filter((act) => act !== next), ...(next === undefined ? [] : [next])];
  return (
    <div className="page workforce grid-page">
      <Link to="/grid/events" className="back-link no-print">
        ‹ {text('eventsTitle')}
      </Link>
      <PageHead
        title={one.words}
        note={text('event')}
        actions={acts.map((act) => (
          <button
            key={act}
            type="button"
            className={act === next ? 'button primary' : 'button'}
            onClick={() => setDoing(act)}
          >
            {text(`act_${act}`)}
          </button>
        ))}
      />
      <p className="grid-chips">
        <EventChips one={one} />
        <span>{text(`kind_${one.kind}`)}</span>
        <Link to="/grid/cells/$id" params={{ id: one.cell }} className="row-link">
          {one.township} {one.village} {one.cellName}
        </Link>
        {one.place === '' ? null : (
          <span>
            {text('where')} {one.place}
          </span>
        )}
        {one.handler === null ? null : <span>{text('handler', { name: one.handler })}</span>}
      </p>
      <Block title={text('trail')}>
        <ol className="grid-trail">
          {one.acts.map((act) => (
            <li key={act.position}>
              <strong>{text(`was_${act.act}`)}</strong>{' '}
              <small className="quiet">
                <Day day={act.on} /> {act.by}
              </small>
              {act.handler === null ? null : (
                <span>
                  {' '}
                  <WholeDays>
                    {text('sentTo', { name: act.handler, on: act.dueOn ?? '' })}
                  </WholeDays>
                </span>
              )}
              {act.words === '' ? null : <p>{act.words}</p>}
            </li>
          ))}
        </ol>
      </Block>
      {doing === undefined ? null : (
        <EventActSheet one={one} act={doing} onClose={() => setDoing(undefined)} />
      )}
    </div>
  );
}

function EventActSheet({
  one,
  act,
  onClose,
}: {
  readonly one: IncidentView;
  readonly act: Act;
  readonly onClose: () => void;
}) {
  const text = useText(gridTexts);
  const say = useSay();
  const [words, setWords] = useState('');
  const [handler, setHandler] = useState<NamedOfficer>({ account: '', name: '' });
  const [dueOn, setDueOn] = useState(one.dueOn ?? '');
  const send = useWrite('POST /api/workforce/incidents/:id/acts', {
    stale: staleGrid,
    onDone: (after) => {
      say(text('saidDone', { state: text(`state_${after.state}`) }));
      onClose();
    },
  });
  const problem = useExplanation(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const account = handler.account === '' ? null : handler.account;
    const sent = act === 'send' ? { handler: { account, name: handler.name }, dueOn } : {};
    send.mutate({ params: { id: one.id }, body: { seen: one.position, act, words, ...sent } });
  };
  return (
    <Sheet title={text(`act_${act}`)} onClose={onClose} centred>
      <form onSubmit={submit}>
        {act === 'send' ? (
          <>
            <OfficerFields
              area={one.areaCode}
              label={text('handlerLabel')}
              value={handler}
              onChange={setHandler}
            />
            <Field label={text('dueLabel')}>
              <DayInput required value={dueOn} onChange={setDueOn} />
            </Field>
          </>
        ) : null}
        <Field label={text('actWords')} hint={act === 'send' ? undefined : text('actWordsHint')}>
          <textarea
            className="input"
            rows={3}
            maxLength={1000}
            required={act !== 'send'}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={send.isPending}>
            {text('confirm')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
