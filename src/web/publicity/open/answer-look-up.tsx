// How far an objection is, for whoever holds its two numbers.
import { type FormEvent, useState } from 'react';
import type { Answer } from '#web/client/api.ts';
import { call } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Labelled } from './object-openly.tsx';
import { openTexts } from './open-texts.ts';

type Found = Answer<'GET /api/publicity/answers/:number'>;

export function AnswerLookUp() {
  const text = useText(openTexts);
  const [number, setNumber] = useState('');
  const [receipt, setReceipt] = useState('');
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem('');
    const params = { number: number.trim() };
    call('GET /api/publicity/answers/:number', { params, query: { receipt } }).then(
      setFound,
      (error: unknown) => {
        setFound(undefined);
        setProblem(error instanceof Error ? error.message : '');
      },
    );
  };
  return (
    <details className="open-answer">
      <summary>{text('ask')}</summary>
      <form onSubmit={submit} className="open-form">
        <p>{text('askText')}</p>
        <Labelled name={text('no')}>
          <input
            className="input"
            required
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Labelled>
        <Labelled name={text('receipt')}>
          <input
            className="input"
            required
            autoComplete="off"
            autoCapitalize="none"
            maxLength={20}
            value={receipt}
            onChange={(event) => setReceipt(event.target.value)}
          />
        </Labelled>
        {problem === '' ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          <button type="submit" className="button">
            {text('look')}
          </button>
        </p>
      </form>
      {found === undefined ? null : (
        <div className="open-received" role="status">
          {found.verdict === null ? (
            <p>{text('waiting', { filed: found.filedOn, due: found.dueOn })}</p>
          ) : (
            <>
              <h3>{text(found.verdict)}</h3>
              <p>{found.answer}</p>
              <p>
                <small>{text('answered', { on: found.answeredOn ?? '' })}</small>
              </p>
            </>
          )}
        </div>
      )}
    </details>
  );
}
