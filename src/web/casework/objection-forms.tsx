// Somebody objects, or a clerk writes down who does; and whoever posted the notice answers.
import { type FormEvent, useState } from 'react';
import type { Case } from '#contract/casework.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { caseTexts } from './case-texts.ts';
import { staleCases } from './stale-cases.ts';

export function ObjectForm({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  const isHousehold = useMe().role === 'household';
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [forAnother, setForAnother] = useState(!isHousehold);
  const [objector, setObjector] = useState('');
  const object = useWrite('POST /api/casework/cases/:id/objections', {
    stale: staleCases,
    onDone: () => {
      setOpen(false);
      setSaid('');
      setObjector('');
    },
  });
  const problem = useExplanation(object.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = forAnother && objector.trim() !== '' ? { objector: objector.trim() } : {};
    object.mutate({ params: { id: one.id }, body: { text: said.trim(), forAnother, ...named } });
  };
  if (!open) {
    return (
      <p className="no-print">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {text('object')}
        </button>
      </p>
    );
  }
  return (
    <form className="no-print" onSubmit={submit}>
      <Field label={text('objectText')} problem={problem}>
        <textarea
          className="input"
          rows={2}
          required
          maxLength={1000}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
      </Field>
      {isHousehold ? null : (
        <p>
          <label>
            <input
              type="checkbox"
              checked={forAnother}
              onChange={(event) => setForAnother(event.target.checked)}
            />{' '}
            {text('forAnother')}
          </label>
        </p>
      )}
      {forAnother ? (
        <Field label={text('objector')}>
          <input
            className="input"
            maxLength={60}
            value={objector}
            onChange={(event) => setObjector(event.target.value)}
          />
        </Field>
      ) : null}
      <p>
        <button type="submit" className="button primary" disabled={object.isPending}>
          {text('objectEnter')}
        </button>
      </p>
    </form>
  );
}

export function AnswerForm({ one, objection }: { readonly one: Case; readonly objection: number }) {
  const text = useText(caseTexts);
  const [verdict, setVerdict] = useState<'upheld' | 'rejected'>('rejected');
  const [reason, setReason] = useState('');
  const answer = useWrite('POST /api/casework/cases/:id/objections/:objection/answer', {
    stale: staleCases,
  });
  const problem = useExplanation(answer.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { seen: one.position, verdict, reason: reason.trim() };
    answer.mutate({ params: { id: one.id, objection }, body });
  };
  return (
    <form className="no-print" onSubmit={submit}>
      <fieldset className="case-outcomes">
        <legend className="field-label">{text('answer')}</legend>
        {(['rejected', 'upheld'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`verdict ${objection}`}
              checked={each === verdict}
              onChange={() => setVerdict(each)}
            />
            {text(each)}
          </label>
        ))}
      </fieldset>
      <Field label={text('reason')} problem={problem}>
        <textarea
          className="input"
          rows={2}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p>
        <button type="submit" className="button" disabled={answer.isPending}>
          {text('answerEnter')}
        </button>
      </p>
    </form>
  );
}
