// What meetings decided, each with its owner, its day, how far it is, and the way to hand it on.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Resolution } from '#contract/workforce-meetings.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaListField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { meetingTexts } from './meeting-texts.ts';
import { staleMeetings } from './stale-meetings.ts';
import './line-rows.css';

interface ResolutionListProps {
  readonly resolutions: readonly Resolution[];
  /** Of several meetings: each names its own. */
  readonly isListed?: boolean;
  readonly mayManage: boolean;
  readonly mayHandOn: boolean;
}

export function ResolutionList(props: ResolutionListProps) {
  const { resolutions, isListed = false, mayManage, mayHandOn } = props;
  return (
    <ul className="line-rows">
      {resolutions.map((one) => (
        <ResolutionLine
          key={one.id}
          one={one}
          isListed={isListed}
          mayManage={mayManage}
          mayHandOn={mayHandOn}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly one: Resolution;
  readonly isListed: boolean;
  readonly mayManage: boolean;
  readonly mayHandOn: boolean;
}

function ResolutionLine({ one, isListed, mayManage, mayHandOn }: LineProps) {
  const text = useText(meetingTexts);
  const [doing, setDoing] = useState<'order' | 'done'>();
  const close = () => setDoing(undefined);
  const isOpen = one.state === 'open';
  return (
    <li>
      <div>
        {isListed ? (
          <Link to="/meetings/$id" params={{ id: one.meeting }} className="row-link">
            {one.words}
          </Link>
        ) : (
          <strong>
            {one.number}. {one.words}
          </strong>
        )}
        <small className="quiet">
          <Dotted>
            {isListed ? one.meetingTitle : null}
            {text('owner', { owner: one.owner, on: one.dueOn })}
            {one.doneOn === null ? null : text('doneOn', { on: one.doneOn })}
            {one.doneWords}
          </Dotted>
        </small>
      </div>
      <span className="meeting-chips">
        <Chip meaning={one.state === 'done' ? 'done' : 'neutral'}>
          {text(`state_${one.state}`)}
        </Chip>
        {one.lateDays === 0 ? null : (
          <Chip meaning="over">{text('late', { count: one.lateDays })}</Chip>
        )}
        <TakenLink one={one} />
      </span>
      {isOpen && (mayHandOn || mayManage) ? (
        <span className="meeting-chips no-print">
          {mayHandOn ? <TaskButton one={one} /> : null}
          {mayHandOn ? (
            <button type="button" className="button small" onClick={() => setDoing('order')}>
              {text('asOrder')}
            </button>
          ) : null}
          {mayManage ? (
            <button type="button" className="button plain small" onClick={() => setDoing('done')}>
              {text('done')}
            </button>
          ) : null}
        </span>
      ) : null}
      {doing === 'order' ? <OrderSheet one={one} onClose={close} /> : null}
      {doing === 'done' ? <DoneSheet one={one} onClose={close} /> : null}
    </li>
  );
}

function TakenLink({ one }: { readonly one: Resolution }) {
  const text = useText(meetingTexts);
  const id = one.takenId ?? '';
  if (one.takenAs === 'task') {
    return (
      <Link to="/tasks/$id" params={{ id }} className="row-link">
        {text('seeTask')}
      </Link>
    );
  }
  return one.takenAs === 'order' ? (
    <Link to="/orders/$id" params={{ id }} className="row-link">
      {text('seeOrder')}
    </Link>
  ) : null;
}

function TaskButton({ one }: { readonly one: Resolution }) {
  const text = useText(meetingTexts);
  const say = useSay();
  const hand = useWrite('POST /api/monitoring/resolutions/:id', {
    stale: staleMeetings,
    onDone: () => say(text('saidSaved')),
  });
  const problem = useExplanation(hand.error);
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={hand.isPending}
        onClick={() => hand.mutate({ params: { id: one.id }, body: { as: 'task' } })}
      >
        {text('asTask')}
      </button>
      <Problem>{problem}</Problem>
    </>
  );
}

interface SheetProps {
  readonly one: Resolution;
  readonly onClose: () => void;
}

function OrderSheet({ one, onClose }: SheetProps) {
  const text = useText(meetingTexts);
  const say = useSay();
  const home = useMe().area.code;
  const [areas, setAreas] = useState<readonly ChosenArea[]>([]);
  const hand = useWrite('POST /api/monitoring/resolutions/:id', {
    stale: staleMeetings,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(hand.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { as: 'order', areas: areas.map(({ code }) => code) } as const;
    hand.mutate({ params: { id: one.id }, body });
  };
  return (
    <Sheet title={text('asOrder')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p>{one.words}</p>
        <AreaListField
          label={text('orderAreas')}
          hint={text('orderAreasHint', { owner: one.owner })}
          value={areas}
          within={home}
          onChange={setAreas}
        />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={hand.isPending}>
            {text('confirm')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function DoneSheet({ one, onClose }: SheetProps) {
  const text = useText(meetingTexts);
  const say = useSay();
  const [words, setWords] = useState('');
  const finish = useWrite('POST /api/workforce/resolutions/:id/done', {
    stale: staleMeetings,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(finish.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish.mutate({ params: { id: one.id }, body: { words } });
  };
  return (
    <Sheet title={text('doneTitle', { words: one.words })} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('doneWords')}>
          <textarea
            className="input"
            rows={3}
            required
            minLength={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={finish.isPending}>
            {text('confirm')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
