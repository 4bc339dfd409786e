// Issues a circular: who will be named is shown first.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { CircularLine } from '#contract/monitoring-orders.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { orderTexts } from './order-texts.ts';
import { staleOrders } from './stale-orders.ts';

interface CircularProps {
  readonly area: string;
  readonly late: readonly CircularLine[];
  readonly onClose: () => void;
}

export function CircularSheet({ area, late, onClose }: CircularProps) {
  const text = useText(orderTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [title, setTitle] = useState(text('circularTitle'));
  const [words, setWords] = useState('');
  const issue = useWrite('POST /api/monitoring/circulars', {
    stale: staleOrders,
    onDone: ({ id, number }) => {
      say(text('saidCircular', { number }));
      onClose();
      void navigate({ to: '/orders/circulars/$id', params: { id } });
    },
  });
  const problem = useExplanation(issue.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate({ body: { area, title, words } });
  };
  return (
    <Sheet title={text('circularIssue')} onClose={onClose}>
      {late.length === 0 ? <p>{text('circularNobody')}</p> : null}
      {late.length === 0 ? null : (
        <form onSubmit={submit}>
          <p className="sheet-lead">{text('circularLead', { count: late.length })}</p>
          <ul className="monitoring-lines">
            {late.map((one) => (
              <li key={`${one.order} ${one.name}`}>
                <span>
                  {one.name}{' '}
                  <small className="quiet">
                    {one.order} {one.title}
                  </small>
                </span>
                <small>{text(`delay_${one.delay}`, { days: one.days })}</small>
              </li>
            ))}
          </ul>
          <Field label={text('name')}>
            <input
              className="input"
              required
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <Field label={text('circularWords')}>
            <textarea
              className="input"
              rows={3}
              maxLength={2000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <Problem>{problem}</Problem>
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={issue.isPending}>
              {text('circularIssue')}
            </button>
          </p>
        </form>
      )}
    </Sheet>
  );
}
