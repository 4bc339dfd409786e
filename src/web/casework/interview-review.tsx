// All questions with their answers before the interview is finished; each leads back to its screen.
import type { Interview } from '#contract/casework-interview.ts';
import { useText } from '#web/text/catalogue.ts';
import { useAnswerWords } from './answer-words.ts';
import { interviewTexts } from './interview-texts.ts';

interface ReviewProps {
  readonly one: Interview;
  readonly isBusy: boolean;
  readonly onGo: (at: number) => void;
  readonly onFinish: () => void;
}

export function InterviewReview({ one, isBusy, onGo, onFinish }: ReviewProps) {
  const text = useText(interviewTexts);
  const inWords = useAnswerWords();
  const { questions } = one;
  const left = questions.filter(({ answer }) => answer === undefined).length;
  const first = questions.findIndex(({ answer }) => answer === undefined);
  return (
    <div className="interview-card">
      <h2>{left === 0 ? text('reviewTitle') : text('reviewLeft', { count: left })}</h2>
      {left === 0 ? <p>{text('reviewDone', { count: questions.length })}</p> : null}
      <div className="interview-acts">
        {left === 0 ? (
          <button type="button" className="button primary" disabled={isBusy} onClick={onFinish}>
            {text('finish')}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={() => onGo(first)}>
            {text('toFirst')}
          </button>
        )}
      </div>
      <ol className="interview-answers">
        {questions.map((question, index) => (
          <li key={question.id}>
            <button type="button" className="button plain" onClick={() => onGo(index)}>
              {text.pick(question.label)}
            </button>{' '}
            <span className={question.answer === undefined ? 'quiet' : undefined}>
              {question.answer === undefined
                ? text('unanswered')
                : inWords(question.id, question.answer)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
