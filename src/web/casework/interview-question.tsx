// One question on its screen.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { InterviewQuestion } from '#contract/casework-interview.ts';
import type { FieldValue } from '#contract/registry-value.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { AnswerControl } from './answer-control.tsx';
import { useAnswerWords } from './answer-words.ts';
import { interviewTexts } from './interview-texts.ts';

interface CardProps {
  readonly question: InterviewQuestion;
  readonly household: string;
  readonly isBusy: boolean;
  readonly onAnswer: (value: FieldValue) => void;
  readonly onBack: (() => void) | undefined;
  readonly onSkip: () => void;
}

export function InterviewQuestionCard({
  question,
  household,
  isBusy,
  onAnswer,
  onBack,
  onSkip,
}: CardProps) {
  const text = useText(interviewTexts);
  const inWords = useAnswerWords();
  const sourceWords = useSourceWords();
  const { kind, known, part } = question;
  const before = question.answer ?? known?.value ?? null;
  const [value, setValue] = useState<FieldValue>(before);
  const comma = text.marks.list;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value !== null && value !== '') onAnswer(value);
  };
  return (
    <form className="interview-card" onSubmit={submit}>
      {part === null ? null : (
        <p className="interview-part">
          <strong>{text.pick(part.title)}</strong>{' '}
          <span className="quiet small">{text.pick(part.text)}</span>
        </p>
      )}
      <h2>{text.pick(question.label)}</h2>
      {question.guide === null || kind === 'remark' ? null : <p>{text.pick(question.guide)}</p>}
      {kind === 'remark' ? null : (
        <p className="interview-known">
          {known === null
            ? text('knownNone')
            : text('known', { value: inWords(question.id, known.value) })}{' '}
          {known?.on === null || known === null ? null : (
            <small className="quiet">
              {text('knownFrom', { on: known.on, source: sourceWords(known.source) })}
            </small>
          )}
        </p>
      )}
      {kind === 'figure' ? (
        <p className="quiet">
          {text('figureLead')}{' '}
          <Link to="/households/$id" params={{ id: household }} className="link">
            {text('mend')}
          </Link>
        </p>
      ) : (
        <AnswerControl question={question} value={value} onChange={setValue} />
      )}
      <div className="interview-acts">
        {kind === 'figure' ? (
          <button
            type="button"
            className="button primary"
            disabled={isBusy}
            onClick={() => onAnswer(known?.value ?? null)}
          >
            {text('figureRight')}
          </button>
        ) : (
          <button
            type="submit"
            className="button primary"
            disabled={isBusy || value === null || value === ''}
          >
            {text(known !== null && same(value, known.value) ? 'same' : 'next')}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => onAnswer(kind === 'remark' ? '' : null)}
        >
          {text('notKnown')}
        </button>
      </div>
      <div className="interview-acts">
        {onBack === undefined ? null : (
          <button type="button" className="button plain" onClick={onBack}>
            ‹ {text('previous')}
          </button>
        )}
        <button type="button" className="button plain" onClick={onSkip}>
          {text('skip')} ›
        </button>
      </div>
      {question.about.length === 0 ? null : (
        <p className="small quiet">
          {text('about', { items: question.about.map((item) => text.pick(item)).join(comma) })}
        </p>
      )}
    </form>
  );
}

function same(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
