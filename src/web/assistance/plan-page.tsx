// One version of a plan: written while it is open, decided by somebody else when it is submitted.
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Choices, Plan } from '#contract/assistance-plans.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanRead } from './plan-read.tsx';
import { planTexts } from './plan-texts.ts';
import { stalePlans } from './stale-plans.ts';
import './assistance.css';

export function PlanPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/assistance/plans/:id', { params: { id } });
  if (read.error !== null) {
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  if (read.data === undefined) return <PageSkeleton />;
  const plan = read.data;
  return plan.household === null ? (
    <OfVillage plan={plan} />
  ) : (
    <OfHousehold plan={plan} household={plan.household} />
  );
}

function OfHousehold({ plan, household }: { readonly plan: Plan; readonly household: string }) {
  const read = useRead('GET /api/assistance/households/:id', { params: { id: household } });
  return <PlanOf plan={plan} choices={read.data?.choices} />;
}

function OfVillage({ plan }: { readonly plan: Plan }) {
  const read = useRead('GET /api/assistance/villages/:area', { params: { area: plan.areaCode } });
  return <PlanOf plan={plan} choices={read.data?.choices} />;
}

function PlanOf({ plan, choices }: { readonly plan: Plan; readonly choices: Choices | undefined }) {
  const text = useText(planTexts);
  const title =
    plan.household === null
      ? text('villageTitle', { name: plan.village })
      : text('editTitle', { name: plan.headName ?? '' });
  return (
    <div className="page assistance">
      {plan.household === null ? (
        <Link to="/plans" className="back-link no-print">
          ‹ {text('backVillage')}
        </Link>
      ) : (
        <Link
          to="/households/$id/$tab"
          params={{ id: plan.household, tab: 'help' }}
          className="back-link no-print"
        >
          ‹ {text('back')}
        </Link>
      )}
      <PageHead
        title={title}
        note={
          <>
            <span>
              {plan.township} {plan.village}
            </span>{' '}
            <Chip meaning={plan.state === 'returned' ? 'over' : 'neutral'}>
              {text(`state_${plan.state}`)}
            </Chip>
          </>
        }
      />
      {plan.reason === '' ? null : (
        <p className="notice">{text('returned', { reason: plan.reason })}</p>
      )}
      {plan.mayWrite && choices !== undefined ? (
        <PlanEditor key={plan.id} plan={plan} choices={choices} />
      ) : (
        <PlanRead plan={plan} mayReport={false} isTitled />
      )}
      {plan.mayDecide ? <Decision plan={plan} /> : null}
    </div>
  );
}

function Decision({ plan }: { readonly plan: Plan }) {
  const text = useText(planTexts);
  const say = useSay();
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useWrite('POST /api/assistance/plans/:id/decision', {
    stale: stalePlans,
    onDone: (after) => {
      setReturning(false);
      say(text(after.state === 'approved' ? 'approved' : 'returnedNow'));
    },
  });
  const problem = useExplanation(decide.error);
  const params = { id: plan.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ params, body: { approve: false, reason } });
  };
  return (
    <div className="plan-bar no-print">
      <button
        type="button"
        className="button primary"
        disabled={decide.isPending}
        onClick={() => decide.mutate({ params, body: { approve: true } })}
      >
        {text('approve')}
      </button>
      <button type="button" className="button" onClick={() => setReturning(true)}>
        {text('return')}
      </button>
      <span className="quiet">{text('submittedBy', { by: plan.submittedBy ?? plan.madeBy })}</span>
      {returning ? null : <Problem>{problem}</Problem>}
      {returning ? (
        <Sheet title={text('return')} onClose={() => setReturning(false)}>
          <form onSubmit={submit}>
            <Field label={text('returnReason')} problem={problem}>
              <textarea
                className="input"
                required
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <p className="sheet-act">
              <button type="submit" className="button primary" disabled={decide.isPending}>
                {text('return')}
              </button>
            </p>
          </form>
        </Sheet>
      ) : null}
    </div>
  );
}
