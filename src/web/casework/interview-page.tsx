// The interview of a visit, made for a phone in a farmhouse: one question a screen, what was recorded
// before beside it, back and forth, and no score before it is finished.

import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Interview } from '#contract/casework-interview.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { CaseAbout } from './case-about.tsx';
import { InterviewQuestionCard } from './interview-question.tsx';
import { InterviewResults } from './interview-result.tsx';
import { InterviewReview } from './interview-review.tsx';
import { interviewTexts } from './interview-texts.ts';
import { staleCases } from './stale-cases.ts';
import './interview.css';

export function InterviewPage() {
  const { id } = useParams({ from: '/frame/cases/$id/interview' });
  const read = useRead('GET /api/casework/cases/:id/interview', { params: { id } });
  if (read.data !== undefined) return <InterviewOf one={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function InterviewOf({ one }: { readonly one: Interview }) {
  const text = useText(interviewTexts);
  const { sheet, method } = one;
  return (
    <div className="page interview">
      <Link to="/cases/$id" params={{ id: one.case }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title', { step: text.pick(one.step.title) })}
        note={
          <>
            <CaseAbout id={one.case} />
            <br />
            {method === null ? null : text.pick(method.title)}{' '}
            {method === null || method.verified ? null : (
              <Chip meaning="unknown">{text('unverified')}</Chip>
            )}{' '}
            {sheet === null || sheet.verified ? null : (
              <Chip meaning="unknown" title={text.pick(sheet.note)}>
                {text('sample')}
              </Chip>
            )}
          </>
        }
      />
      {one.result !== null ? (
        <InterviewResults one={one} />
      ) : one.questions.length === 0 ? (
        <p className="notice">{text('nothing')}</p>
      ) : one.mayAnswer ? (
        <Asking one={one} />
      ) : (
        <>
          <p className="notice">{text('notYours')}</p>
          <InterviewResults one={one} />
        </>
      )}
    </div>
  );
}

/** An index past the last question is the review. */
function Asking({ one }: { readonly one: Interview }) {
  const text = useText(interviewTexts);
  const { questions } = one;
  const all = questions.length;
  const firstOpen = questions.findIndex(({ answer }) => answer === undefined);
  const [at, setAt] = useState(firstOpen === -1 ? all : firstOpen);
  const stale = ['GET /api/casework/cases/:id/interview', ...staleCases] as const;
  const enter = useWrite('PUT /api/casework/cases/:id/interview/answers/:question', {
    stale: [stale[0]],
    onDone: () => setAt((now) => now + 1),
  });
  const finish = useWrite('POST /api/casework/cases/:id/interview/completion', { stale });
  const problem = useExplanation(enter.error ?? finish.error);
  const done = questions.filter(({ answer }) => answer !== undefined).length;
  const question = questions[at];
  return (
    <div className="interview-asking">
      <div
        className="progress"
        role="progressbar"
        aria-label={text('progress', { now: Math.min(at + 1, all), all, done })}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={all}
      >
        <span style={{ width: `${(100 * done) / all}%` }} />
      </div>
      <p className="small quiet interview-progress">
        <span>{text('progress', { now: Math.min(at + 1, all), all, done })}</span>
        {question === undefined ? null : (
          <button type="button" className="button plain small" onClick={() => setAt(all)}>
            {text('review')}
          </button>
        )}
      </p>
      {question === undefined ? (
        <InterviewReview
          one={one}
          isBusy={finish.isPending}
          onGo={setAt}
          onFinish={() => finish.mutate({ params: { id: one.case }, body: {} })}
        />
      ) : (
        <InterviewQuestionCard
          key={question.id}
          question={question}
          household={one.household}
          isBusy={enter.isPending}
          onAnswer={(value) =>
            enter.mutate({ params: { id: one.case, question: question.id }, body: { value } })
          }
          onBack={at === 0 ? undefined : () => setAt(at - 1)}
          onSkip={() => setAt(at + 1)}
        />
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}
