// Where a value came from, and every other value that stood there before.

import type { EventView } from '#contract/registry-history.ts';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { usePages } from '#web/client/read.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { fieldOf, shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { Day, Instant, Unwritten } from '#web/ui/figure.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { householdTexts } from './household-texts.ts';
import { valueTexts } from './value-texts.ts';

interface ProvenanceSheetProps {
  readonly card: HouseholdCard;
  /** `houseArea`, or `<person id>.labour`. */
  readonly field: string;
  readonly onClose: () => void;
}

export function ProvenanceSheet({ card, field, onClose }: ProvenanceSheetProps) {
  const text = useText(householdTexts);
  const about = useText(valueTexts);
  const words = useFormWords();
  const sourceWords = useSourceWords();
  const [person, own] = field.includes('.') ? field.split('.', 2) : [undefined, field];
  const name = own ?? field;
  const member = [...card.members, ...card.former].find((one) => one.id === person);
  const value = member === undefined ? card.values[name] : member.values[name];
  const shape = fieldOf(field) ?? { type: 'text' };
  const now = shownValue(value, shape, words, text.language);
  const origin = card.provenance[field];
  const label =
    member === undefined
      ? words.field(name)
      : `${String(member.values.name ?? '')} ${words.field(name)}`;
  return (
    <Sheet title={about('provenance', { what: label })} onClose={onClose}>
      <dl className="facts">
        <dt>{about('provenanceNow')}</dt>
        <dd>{now ?? <Unwritten />}</dd>
        {origin === undefined ? null : (
          <>
            <dt>{about('provenanceSource')}</dt>
            <dd>{sourceWords(origin.source)}</dd>
            <dt>{about('provenanceTrueFrom')}</dt>
            <dd>
              <Day day={origin.trueFrom} words />
            </dd>
            {origin.observedOn === null ? null : (
              <>
                <dt>{about('provenanceObserved')}</dt>
                <dd>
                  <Day day={origin.observedOn} words />
                </dd>
              </>
            )}
            <dt>{about('provenanceAuthor')}</dt>
            <dd>{origin.authorName}</dd>
            <dt>{about('provenanceRecorded')}</dt>
            <dd>
              <Instant at={origin.recordedAt} />
            </dd>
          </>
        )}
      </dl>
      {origin === undefined ? (
        <p className="notice">
          {about(card.derived.includes(name) ? 'provenanceDerived' : 'provenanceNone')}
        </p>
      ) : null}
      <h3 className="sheet-part">{about('provenanceBefore')}</h3>
      <Earlier household={card.id} field={field} />
    </Sheet>
  );
}

function Earlier({ household, field }: { readonly household: string; readonly field: string }) {
  const text = useText(householdTexts);
  const about = useText(valueTexts);
  const words = useFormWords();
  const events = usePages('GET /api/registry/households/:id/events', {
    params: { id: household },
    query: { field },
  });
  if (events.error !== null) return <ErrorState error={events.error} retry={events.refetch} />;
  if (events.isPending) return <Skeleton lines={3} />;
  const rows = events.items.flatMap((event) =>
    event.changes
      .filter((change) => matches(change, field))
      .map((change, index) => ({ event, change, key: `${event.id}${index}` })),
  );
  if (rows.length === 0) return <p className="quiet">{about('provenanceBeforeNone')}</p>;
  return (
    <table className="rows dense">
      <thead>
        <tr>
          <th scope="col">{about('provenanceTrueFrom')}</th>
          <th scope="col">{text('from')}</th>
          <th scope="col">{text('to')}</th>
          <th scope="col">{about('provenanceAuthor')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ event, change, key }) => (
          <tr key={key}>
            <td>
              <Day day={event.trueFrom} />
            </td>
            <td>{shownValue(change.from, change, words, text.language) ?? <Unwritten />}</td>
            <td>{shownValue(change.to, change, words, text.language) ?? <Unwritten />}</td>
            <td>{event.authorName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function matches(change: EventView['changes'][number], field: string): boolean {
  const full = change.person === null ? change.field : `${change.person.id}.${change.field}`;
  return full === field;
}
