// What a household needs: by a list of the rules or in words, taken over from visits, until it is met.
import { type FormEvent, useState } from 'react';
import type { HouseholdAssistance } from '#contract/assistance.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { planTexts } from './plan-texts.ts';
import { stalePlans } from './stale-plans.ts';

export function NeedsBlock({ help }: { readonly help: HouseholdAssistance }) {
  const text = useText(planTexts);
  const meet = useWrite('POST /api/assistance/needs/:id/closing', { stale: stalePlans });
  const note = useWrite('POST /api/assistance/households/:id/needs', { stale: stalePlans });
  const problem = useExplanation(meet.error ?? note.error);
  const { needs, found, mayPlan } = help;
  return (
    <Block title={text('needs')}>
      {needs.length + found.length === 0 ? <p className="quiet">{text('needsEmpty')}</p> : null}
      <ul>
        {needs.map((one) => (
          <li key={one.id} className="help-item help-head">
            <span className={one.metOn === null ? '' : 'quiet'}>
              {text.pick(one.title)} {one.list === null ? '' : one.words}
              <small className="quiet">
                {' '}
                {one.metOn === null
                  ? text('notedBy', { on: one.notedOn, by: one.notedBy })
                  : text('metOn', { on: one.metOn })}
              </small>
            </span>
            {mayPlan && one.metOn === null ? (
              <button
                type="button"
                className="button no-print"
                onClick={() => meet.mutate({ params: { id: one.id } })}
              >
                {text('met')}
              </button>
            ) : null}
          </li>
        ))}
        {found.map((one) => (
          <li key={one.id} className="help-item help-head">
            <span>
              {one.words}
              <small className="quiet">
                {' '}
                {text('found')} <Day day={one.on} /> {one.by}
              </small>
            </span>
            {mayPlan ? (
              <button
                type="button"
                className="button no-print"
                onClick={() =>
                  note.mutate({
                    params: { id: help.household },
                    body: { words: one.words, finding: one.id },
                  })
                }
              >
                {text('takeOver')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayPlan ? <NeedForm help={help} /> : null}
      <Problem>{problem}</Problem>
    </Block>
  );
}

function NeedForm({ help }: { readonly help: HouseholdAssistance }) {
  const text = useText(planTexts);
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const note = useWrite('POST /api/assistance/households/:id/needs', {
    stale: stalePlans,
    onDone: () => {
      setWords('');
      setChosen('');
    },
  });
  const problem = useExplanation(note.error);
  const lists = help.choices.needs;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [list = null, code = null] = chosen === '' ? [] : chosen.split(' ');
    note.mutate({ params: { id: help.household }, body: { list, code, words } });
  };
  return (
    <form className="no-print" onSubmit={submit}>
      {lists.length === 0 ? null : (
        <Field label={text('needList')}>
          <select
            className="input"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{text('inWords')}</option>
            {lists.map((list) => (
              <optgroup key={list.id} label={text.pick(list.title)}>
                {list.codes.map(({ code, title }) => (
                  <option key={code} value={`${list.id} ${code}`}>
                    {text.pick(title)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </Field>
      )}
      <Field label={text('needWords')} problem={problem}>
        <input
          className="input"
          maxLength={300}
          required={chosen === ''}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <p className="sheet-act">
        <button type="submit" className="button" disabled={note.isPending}>
          {text('addNeed')}
        </button>
      </p>
    </form>
  );
}
