// One entry of the books: its paper, who entered and approved it, from where to where; and its reverse.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FundEntry } from '#contract/funds.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day, Instant } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WordsSheet } from '#web/ui/words-sheet.tsx';
import { kindOf, LineRows } from './lines-page.tsx';
import { moneyTexts } from './money-texts.ts';
import { staleFunds } from './stale-funds.ts';
import { trailTexts } from './trail-texts.ts';
import './funds.css';

export function EntryPage() {
  const { id = '' } = useParams({ strict: false });
  const text = useText(moneyTexts);
  const read = useRead('GET /api/funds/entries/:id', { params: { id } });
  if (read.data !== undefined) return <EntryOf entry={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <Link to="/money" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function EntryOf({ entry }: { readonly entry: FundEntry }) {
  const text = useText(moneyTexts);
  const trail = useText(trailTexts);
  const [reversing, setReversing] = useState(false);
  const other = entry.reverses ?? entry.reversedBy;
  return (
    <div className="page funds">
      <Link to="/money" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('entryTitle', {
          kind: kindOf(text, entry.kind),
          amount: exactYuan(entry.amount),
        })}
        note={
          entry.reversedBy === null && entry.reverses === null ? undefined : (
            <Chip meaning="neutral">
              {text(entry.reversedBy === null ? 'reversesNote' : 'reversedNote')}
            </Chip>
          )
        }
        actions={
          entry.mayReverse ? (
            <button type="button" className="button" onClick={() => setReversing(true)}>
              {text('reverse')}
            </button>
          ) : undefined
        }
      />
      <dl className="funds-facts">
        <dt>{text('day')}</dt>
        <dd>
          <Day day={entry.on} words />
        </dd>
        <dt>{text('document')}</dt>
        <dd>{entry.document}</dd>
        {entry.memo === '' ? null : (
          <>
            <dt>{text('memo')}</dt>
            <dd>{entry.memo}</dd>
          </>
        )}
        <dt>{text('place')}</dt>
        <dd>{entry.area.name}</dd>
        <dt>{text('author')}</dt>
        <dd>{entry.author}</dd>
        <dt>{text('approvers')}</dt>
        <dd>
          {entry.approvers
            .map(({ name, office }) => `${name} ${office}`)
            .join(text.marks.semicolon)}
        </dd>
        <dt>{text('recorded')}</dt>
        <dd>
          <Instant at={entry.recordedAt} />
        </dd>
      </dl>
      {other === null && entry.kind !== 'plan' ? (
        <p className="no-print">
          <Link to="/money/trail/$id" params={{ id: entry.id }} className="button">
            {trail('follow')}
          </Link>
        </p>
      ) : null}
      {other === null ? null : (
        <p>
          <Link to="/money/entries/$id" params={{ id: other }} className="link">
            {text('openOther')}
          </Link>
        </p>
      )}
      <LineRows lines={entry.lines} />
      {reversing ? <ReverseSheet entry={entry} onClose={() => setReversing(false)} /> : null}
    </div>
  );
}

function ReverseSheet({
  entry,
  onClose,
}: {
  readonly entry: FundEntry;
  readonly onClose: () => void;
}) {
  const text = useText(moneyTexts);
  const say = useSay();
  const [on, setOn] = useState(entry.on);
  const reverse = useWrite('POST /api/funds/entries/:id/reversal', {
    stale: staleFunds,
    onDone: () => {
      say(text('saidReversed'));
      onClose();
    },
  });
  const problem = useExplanation(reverse.error);
  return (
    <WordsSheet
      title={text('reverseTitle')}
      lead={text('reverseLead')}
      label={text('reason')}
      act={text('reverse')}
      problem={problem}
      busy={reverse.isPending}
      onSend={(reason) => reverse.mutate({ params: { id: entry.id }, body: { on, reason } })}
      onClose={onClose}
    >
      <Field label={text('day')}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </WordsSheet>
  );
}
