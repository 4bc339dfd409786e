// The checklist of a visit, made for a phone in a farmhouse: what is recorded, whether it is met, and what
// shows it, one item after the other.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Checklist } from '#contract/casework-checks.ts';
import { CaseAbout } from '#web/casework/case-about.tsx';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { CheckForm } from './check-form.tsx';
import { CheckItemLine } from './check-item.tsx';
import { checkTexts } from './check-texts.ts';
import '#web/casework/interview.css';
import './checks.css';

export function ChecksPage() {
  const { id } = useParams({ from: '/frame/cases/$id/checks' });
  const read = useRead('GET /api/casework/cases/:id/checks', { params: { id } });
  if (read.data !== undefined) return <ChecksOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ChecksOf({ one }: { readonly one: Checklist }) {
  const text = useText(checkTexts);
  const { items, mayAnswer } = one;
  const [chosen, setChosen] = useState<string>();
  const firstOpen = items.find((item) => item.answer === null && isKnown(item))?.id;
  const at = mayAnswer ? (chosen ?? firstOpen) : undefined;
  return (
    <div className="page">
      <Link to="/cases/$id" params={{ id: one.case }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text.pick(one.form)}
        note={
          <>
            <CaseAbout id={one.case} />
            <br />
            {text.pick(one.step.title)}
          </>
        }
        actions={
          <Link to="/cases/$id/form" params={{ id: one.case }} className="button">
            {text('form')}
          </Link>
        }
      />
      <Progress one={one} />
      {one.barred === null ? null : <p className="notice">{text.pick(one.barred)}</p>}
      <ol className="check-list">
        {items.map((item) => (
          <CheckItemLine
            key={item.id}
            item={item}
            onLook={
              mayAnswer && item.id !== at && isKnown(item) ? () => setChosen(item.id) : undefined
            }
          >
            {item.id === at && isKnown(item) ? (
              <CheckForm
                key={`${item.id} ${item.answer?.at}`}
                list={one}
                item={item}
                onDone={() => setChosen(undefined)}
                onCancel={item.answer === null ? undefined : () => setChosen(undefined)}
              />
            ) : null}
          </CheckItemLine>
        ))}
      </ol>
    </div>
  );
}

/** What nobody entered cannot be judged. */
function isKnown({ kind, register }: Checklist['items'][number]): boolean {
  return kind !== 'measure' || register.figure !== null;
}

function Progress({ one }: { readonly one: Checklist }) {
  const text = useText(checkTexts);
  const { items, isOpen } = one;
  const done = items.filter(({ answer }) => answer !== null).length;
  const bare = items.filter(
    ({ needsEvidence, answer }) =>
      needsEvidence && answer !== null && answer.file === null && answer.paper === '',
  ).length;
  const words = text('progress', { all: items.length, done });
  return (
    <>
      <Finding detail={text(isOpen ? (one.household === null ? 'leadArea' : 'lead') : 'passed')}>
        {words}
        {bare === 0 ? '' : text('progressUnproved', { count: bare })}
      </Finding>
      {isOpen ? (
        <div
          className="progress"
          role="progressbar"
          aria-label={words}
          aria-valuenow={done}
          aria-valuemin={0}
          aria-valuemax={items.length}
        >
          <span style={{ width: `${(100 * done) / Math.max(1, items.length)}%` }} />
        </div>
      ) : null}
    </>
  );
}
