// The household as it was on one day, by what was known by another: two dates, since a fact is often
// written down long after it was true. What differs from now is listed, the rest is not.
import { type FormEvent, useState } from 'react';
import type { HouseholdAt } from '#contract/registry-history.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { historyTexts } from './history-texts.ts';
import { differencesOf } from './state-differences.ts';

interface Asked {
  readonly trueOn: string;
  readonly knownAt: string;
}

export function StateAt({ card }: { readonly card: HouseholdCard }) {
  const text = useText(historyTexts);
  const { today } = useMe().installation;
  const [typed, setTyped] = useState<Asked>({
    trueOn: card.values.surveyedOn === null ? today : String(card.values.surveyedOn ?? today),
    knownAt: '',
  });
  const [asked, setAsked] = useState<Asked>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed);
  };
  return (
    <Block title={text('at')} aside={text('atNote')} className="no-print">
      <form onSubmit={submit}>
        <div className="field-pair">
          <Field label={text('trueOn')} hint={text('trueOnHint')}>
            <DayInput
              required
              max={today}
              value={typed.trueOn}
              onChange={(day) => setTyped({ ...typed, trueOn: day })}
            />
          </Field>
          <Field label={text('knownAt')} hint={text('knownAtHint')}>
            <DayInput
              value={typed.knownAt}
              onChange={(day) => setTyped({ ...typed, knownAt: day })}
            />
          </Field>
        </div>
        <p className="sheet-act">
          <button type="submit" className="button">
            {text('show')}
          </button>
        </p>
      </form>
      {asked === undefined ? null : <StateOn card={card} asked={asked} />}
    </Block>
  );
}

function StateOn({ card, asked }: { readonly card: HouseholdCard; readonly asked: Asked }) {
  const text = useText(historyTexts);
  const state = useRead('GET /api/registry/households/:id/at', {
    params: { id: card.id },
    query: {
      trueOn: asked.trueOn,
      ...(asked.knownAt === '' ? {} : { knownAt: asked.knownAt }),
    },
  });
  if (state.error !== null) {
    return <ErrorState error={state.error} retry={() => void state.refetch()} />;
  }
  if (state.data === undefined) return <Skeleton lines={4} />;
  const known = asked.knownAt === '' ? text('knownNow') : shownDay(asked.knownAt, text.language);
  return (
    <div aria-live="polite">
      <h3 className="block-part">
        {text('atResult', { day: shownDay(state.data.trueOn, text.language), known })}
      </h3>
      {state.data.existed ? (
        <Differences card={card} then={state.data} />
      ) : (
        <p className="notice">{text('existed')}</p>
      )}
      <p className="small quiet">
        {text('used', { used: state.data.events.used, all: state.data.events.all })}
      </p>
    </div>
  );
}

function Differences({ card, then }: { readonly card: HouseholdCard; readonly then: HouseholdAt }) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const rows = differencesOf(card, then);
  const gone = then.members.filter((one) => !card.members.some((now) => now.id === one.id));
  const come = card.members.filter((now) => !then.members.some((one) => one.id === now.id));
  const nameOf = (values: HouseholdCard['values']) => String(values.name ?? '');
  return (
    <>
      <p>
        {text('membersThen')}
        {text.marks.colon}
        {[
          ...then.members.map((one) =>
            gone.includes(one)
              ? text('memberOnlyThen', { name: nameOf(one.values) })
              : nameOf(one.values),
          ),
          ...come.map((one) => text('memberOnlyNow', { name: nameOf(one.values) })),
        ].join(text.marks.list)}
      </p>
      {rows.length === 0 ? (
        <p>{text('same')}</p>
      ) : (
        <>
          <p>{text('differ', { count: rows.length })}</p>
          <table className="rows dense differences">
            <thead>
              <tr>
                <ColumnHeads heads={['field', 'before', 'now']} figures={[]} nameOf={text} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const shape = fieldOf(row.person === undefined ? row.field : `x.${row.field}`) ?? {
                  type: 'text',
                };
                return (
                  <tr key={`${row.person ?? ''}.${row.field}`}>
                    <td>
                      {row.person === undefined ? '' : `${row.personName} `}
                      {words.field(row.field)}
                    </td>
                    <td>
                      <ins>
                        {shownValue(row.before, shape, words, text.language) ?? <Unwritten />}
                      </ins>
                    </td>
                    <td>{shownValue(row.now, shape, words, text.language) ?? <Unwritten />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
