// The form of a plan: measures with their five elements, the primary one, yearly targets and milestones.
import { useState } from 'react';
import type { Choices, Plan } from '#contract/assistance-plans.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { MeasureFields } from './measure-fields.tsx';
import {
  contentOf,
  type DraftMeasure,
  draftOf,
  newMeasure,
  newTarget,
  type PlanDraft,
} from './plan-draft.ts';
import { planTexts } from './plan-texts.ts';
import { stalePlans } from './stale-plans.ts';
import { TargetFields } from './target-fields.tsx';

export function PlanEditor({ plan, choices }: { readonly plan: Plan; readonly choices: Choices }) {
  const text = useText(planTexts);
  const say = useSay();
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(plan));
  const submitting = useWrite('POST /api/assistance/plans/:id/submission', {
    stale: stalePlans,
    onDone: () => say(text('submitted')),
  });
  const saving = useWrite('PUT /api/assistance/plans/:id', { stale: stalePlans });
  const problem = useExplanation(saving.error ?? submitting.error);
  const params = { id: plan.id };
  const save = async () => {
    const after = await saving.mutateAsync({ params, body: contentOf(draft) });
    setDraft(draftOf(after));
    return after;
  };
  const isBusy = saving.isPending || submitting.isPending;
  const measures = draft.measures;
  const setMeasure = (at: number, one: DraftMeasure) =>
    setDraft({ ...draft, measures: measures.map((each, index) => (index === at ? one : each)) });
  const codes = [...new Set(measures.map(({ code }) => code))];
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        save().then(
          () => say(text('saved')),
          () => undefined,
        );
      }}
    >
      <p className="quiet">{text('editLead')}</p>
      <div className="plan-fields">
        <Field label={text('wholeGoal')}>
          <input
            className="input"
            maxLength={500}
            value={draft.goal}
            onChange={(event) => setDraft({ ...draft, goal: event.target.value })}
          />
        </Field>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={text(end)}>
            <input
              className="input"
              type="number"
              min={2014}
              max={2100}
              value={draft[end]}
              onChange={(event) => setDraft({ ...draft, [end]: Number(event.target.value) })}
            />
          </Field>
        ))}
      </div>
      {measures.map((one, at) => (
        <MeasureFields
          key={one.key}
          at={at}
          one={one}
          choices={choices}
          onChange={(next) => setMeasure(at, next)}
          onRemove={() =>
            setDraft({ ...draft, measures: measures.filter((_, index) => index !== at) })
          }
        />
      ))}
      <p className="no-print">
        <button
          type="button"
          className="button"
          onClick={() =>
            setDraft({
              ...draft,
              measures: [...measures, newMeasure(choices.measures[0]?.code ?? '', draft)],
            })
          }
        >
          {text('addMeasure')}
        </button>
      </p>
      {codes.length < 2 ? null : (
        <Field label={text('chosenPrimary')} hint={text('primaryHint')}>
          <select
            className="input"
            value={draft.primary}
            onChange={(event) => setDraft({ ...draft, primary: event.target.value })}
          >
            <option value="">{text('choosePrimary')}</option>
            {choices.measures
              .filter(({ code }) => codes.includes(code))
              .map(({ code, title }) => (
                <option key={code} value={code}>
                  {text.pick(title)}
                </option>
              ))}
          </select>
        </Field>
      )}
      <TargetFields
        targets={draft.targets}
        isVillage={plan.household === null}
        onChange={(targets) => setDraft({ ...draft, targets })}
        onAdd={(kind) =>
          setDraft({
            ...draft,
            targets: [...draft.targets, newTarget(kind, draft, plan.household === null)],
          })
        }
      />
      <Problem>{problem}</Problem>
      <div className="plan-bar no-print">
        <button type="submit" className="button" disabled={isBusy}>
          {text('save')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={isBusy}
          onClick={() => {
            save().then(
              () => submitting.mutate({ params }),
              () => undefined,
            );
          }}
        >
          {text('submit')}
        </button>
      </div>
    </form>
  );
}
