// What an objection says, who raised it, and the county's answer.
import { type FormEvent, useState } from 'react';
import type { ObjectionRow } from '#contract/publicity.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { noticeTexts } from './notice-texts.ts';
import { staleNotices } from './stale-notices.ts';

export function HearObjection({ one }: { readonly one: ObjectionRow }) {
  const text = useText(noticeTexts);
  const read = useRead('GET /api/publicity/objections/:id', { params: { id: one.id } });
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  if (read.data === undefined) return <Skeleton lines={3} />;
  const { text: said, name, phone, barred } = read.data;
  return (
    <div className="notice-heard">
      <dl>
        <div>
          <dt>{text('said')}</dt>
          <dd>{said}</dd>
        </div>
        <div>
          <dt>{text('who')}</dt>
          <dd>{name ?? text('anonymous')}</dd>
        </div>
        <div>
          <dt>{text('phone')}</dt>
          <dd>{phone ?? text('anonymous')}</dd>
        </div>
      </dl>
      {barred === null ? null : <p className="notice">{text.pick(barred)}</p>}
      {one.verdict === null && barred === null ? <AnswerForm id={one.id} /> : null}
    </div>
  );
}

function AnswerForm({ id }: { readonly id: string }) {
  const text = useText(noticeTexts);
  const [verdict, setVerdict] = useState<'upheld' | 'rejected'>('rejected');
  const [reason, setReason] = useState('');
  const answer = useWrite('POST /api/publicity/objections/:id/answer', { stale: staleNotices });
  const problem = useExplanation(answer.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ params: { id }, body: { verdict, reason: reason.trim() } });
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <fieldset className="checks">
        <legend className="field-label">{text('verdict')}</legend>
        {(['rejected', 'upheld'] as const).map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name={`verdict ${id}`}
              checked={each === verdict}
              onChange={() => setVerdict(each)}
            />
            {text(each)}
          </label>
        ))}
      </fieldset>
      <Field label={text('answer')} hint={text('answerHint')} problem={problem}>
        <textarea
          className="input"
          rows={3}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p>
        <button type="submit" className="button primary" disabled={answer.isPending}>
          {text('enterAnswer')}
        </button>
      </p>
    </form>
  );
}
