// The one form of the open step: outcome, reason, figures of the meeting. What is closed stays in sight
// with the rule that closes it.

import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Case } from '#contract/casework.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { caseTexts } from './case-texts.ts';
import { type Figures, MeetingFields, meetingOf, noFigures } from './meeting-fields.tsx';
import { staleCases } from './stale-cases.ts';
import './campaign.css';

type Open = NonNullable<Case['open']>;

export function ActForm({ one, open }: { readonly one: Case; readonly open: Open }) {
  const text = useText(caseTexts);
  const mayAct = open.capacities.length > 0;
  return (
    <Block
      title={text.pick(open.title)}
      aside={open.verified ? undefined : <Chip meaning="unknown">{text('unverified')}</Chip>}
    >
      {open.text === null ? null : <p>{text.pick(open.text)}</p>}
      {open.takenOver === null ? null : (
        <p className="notice">{text('takenOver', { who: text.pick(open.takenOver) })}</p>
      )}
      <Needs one={one} open={open} />
      {mayAct ? (
        <Decide one={one} open={open} />
      ) : (
        <>
          {open.barred === null ? null : <p className="notice">{text.pick(open.barred)}</p>}
          <ul className="case-outcomes">
            {open.outcomes.map((outcome) => (
              <li key={outcome.id} className="quiet">
                {text.pick(outcome.title)} · {text('leadsTo', { to: text.pick(outcome.leadsTo) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Block>
  );
}

/** What must be there first, each with where it is done. */
function Needs({ one, open }: { readonly one: Case; readonly open: Open }) {
  const text = useText(caseTexts);
  const { needs, hasInterview, checks } = open;
  const mayAct = open.capacities.length > 0;
  const isAsked = needs.some(({ id, isThere }) => id === 'interview' && !isThere);
  return (
    <>
      {needs.length === 0 ? null : (
        <ul className="case-needs" aria-label={text('needs')}>
          {needs.map((need) => (
            <li key={need.id}>
              <Chip meaning={need.isThere ? 'done' : 'due'}>
                {text(need.isThere ? 'needThere' : 'needMissing')}
              </Chip>{' '}
              {text.pick(need.title)}
            </li>
          ))}
        </ul>
      )}
      {checks === null ? null : (
        <p className="case-checks">
          <Chip meaning={checks.answered < checks.items || checks.unproved > 0 ? 'due' : 'done'}>
            {text('checksDone', { done: checks.answered, all: checks.items })}
            {checks.unproved === 0 ? '' : text('checksUnproved', { count: checks.unproved })}
          </Chip>{' '}
          <Link
            to="/cases/$id/checks"
            params={{ id: one.id }}
            className={
              mayAct && checks.answered < checks.items
                ? 'button primary no-print'
                : 'button no-print'
            }
          >
            {text('checks')}
          </Link>
        </p>
      )}
      {hasInterview ? (
        <p className="no-print">
          <Link
            to="/cases/$id/interview"
            params={{ id: one.id }}
            className={mayAct && isAsked ? 'button primary' : 'button'}
          >
            {text('interview')}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** Until what comes before deciding is done, that is the first thing to press, and there is only one. */
function isPrepared({ checks, needs, hasInterview }: Open): boolean {
  const isAsked = needs.some(({ id, isThere }) => id === 'interview' && !isThere);
  return (checks === null || checks.answered >= checks.items) && !(hasInterview && isAsked);
}

function Decide({ one, open }: { readonly one: Case; readonly open: Open }) {
  const text = useText(caseTexts);
  const isClassing = open.outcomes.some((each) => each.class !== null);
  // A class is chosen, never proposed: whoever decides looks at the household first.
  const first = isClassing ? undefined : open.outcomes.find(({ closed }) => closed === null);
  const [outcome, setOutcome] = useState(first?.id ?? '');
  const [reason, setReason] = useState('');
  const [capacity, setCapacity] = useState(open.capacities[0]?.code ?? '');
  const [figures, setFigures] = useState<Figures>(noFigures);
  const act = useWrite('POST /api/casework/cases/:id/acts', { stale: staleCases });
  const problem = useExplanation(act.error);
  const chosen = open.outcomes.find(({ id }) => id === outcome);
  const needsReason = chosen?.needsReason === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { seen: one.position, step: open.id, outcome, capacity, reason: reason.trim() };
    const meeting = open.kind === 'meeting' ? { meeting: meetingOf(figures) } : {};
    act.mutate({ params: { id: one.id }, body: { ...body, ...meeting } });
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <fieldset className="case-outcomes">
        <legend className="field-label">{text('outcome')}</legend>
        {open.outcomes.map((each) => (
          <div key={each.id}>
            <label className={each.closed === null ? undefined : 'closed'}>
              <input
                type="radio"
                name="outcome"
                value={each.id}
                checked={each.id === outcome}
                disabled={each.closed !== null}
                onChange={() => setOutcome(each.id)}
              />
              <span>
                {text.pick(each.title)}{' '}
                <small className="quiet">{text('leadsTo', { to: text.pick(each.leadsTo) })}</small>
              </span>
            </label>
            {each.closed === null ? null : (
              <p className="field-hint">
                {text('closed')} · {text.pick(each.closed)}
              </p>
            )}
          </div>
        ))}
      </fieldset>
      {open.kind === 'meeting' ? (
        <MeetingFields open={open} value={figures} onChange={setFigures} />
      ) : null}
      {open.capacities.length < 2 ? null : (
        <Field label={text('capacity')}>
          <select
            className="input"
            value={capacity}
            onChange={(event) => setCapacity(event.target.value)}
          >
            {open.capacities.map((each) => (
              <option key={each.code} value={each.code}>
                {text.pick(each.title)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {chosen === undefined ? null : (
        <Field label={text('reason')} hint={text(needsReason ? 'reasonNeeded' : 'reasonHint')}>
          <textarea
            className="input"
            rows={2}
            maxLength={1000}
            required={needsReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <Problem>{problem}</Problem>
      {chosen === undefined && !isClassing ? null : (
        <p>
          <button
            type="submit"
            className={isPrepared(open) ? 'button primary' : 'button'}
            disabled={act.isPending || chosen === undefined}
          >
            {text('enter')}
          </button>
        </p>
      )}
    </form>
  );
}
