import { useState } from 'react';
import type { EventView } from '#contract/registry-history.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { incomeTexts } from '#web/registry/income/income-texts.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan, shownInstant } from '#web/text/number.ts';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day, Unwritten } from '#web/ui/figure.tsx';
import { historyTexts } from './history-texts.ts';

const shownAtFirst = 4;

/** One thing that happened: the day it is true from, what changed, who says so on what ground. */
export function TimelineEvent({ event }: { readonly event: EventView }) {
  const text = useText(historyTexts);
  const words = useFormWords();
  const sourceWords = useSourceWords();
  const [all, setAll] = useState(false);
  const kind = text.has(event.kind) ? text(event.kind) : event.kind;
  const shown = all ? event.changes : event.changes.slice(0, shownAtFirst);
  return (
    <li id={event.id}>
      <span className="timeline-day">
        <Day day={event.trueFrom} />
      </span>
      <div>
        <p>
          <strong>{kind}</strong> {event.person?.name}
          {event.income === null ? null : <IncomeOf income={event.income} />}
        </p>
        {shown.length === 0 ? null : (
          <ul className="timeline-changes">
            {shown.map((change) => (
              <li key={`${change.person?.id ?? ''}${change.field}`}>
                <span className="quiet">
                  {change.person === null || change.person.id === event.person?.id
                    ? ''
                    : `${change.person.name} `}
                  {words.field(change.field)}
                </span>{' '}
                {change.from === null ? null : (
                  <>
                    <del>{shownValue(change.from, change, words, text.language)}</del> →{' '}
                  </>
                )}
                {shownValue(change.to, change, words, text.language) ?? <Unwritten />}
              </li>
            ))}
          </ul>
        )}
        {event.changes.length > shown.length ? (
          <button type="button" className="link small" onClick={() => setAll(true)}>
            {text('changes', { count: event.changes.length })}
          </button>
        ) : null}
        <p className="small quiet">
          <Dotted>
            {event.typistName === null
              ? event.authorName
              : `${event.authorName}${text.marks.comma}${text('typed', { typist: event.typistName })}`}
            {text('source', { source: sourceWords(event.source) })}
            {text('recorded', { when: shownInstant(event.recordedAt, text.language) })}
            {event.reason}
          </Dotted>
        </p>
      </div>
    </li>
  );
}

function IncomeOf({ income }: { readonly income: NonNullable<EventView['income']> }) {
  const text = useText(historyTexts);
  const kinds = useText(incomeTexts);
  const kind = kinds.has(income.kind) ? kinds(income.kind) : income.kind;
  return <> {text('entry', { year: income.year, kind, amount: exactYuan(income.amountFen) })}</>;
}
