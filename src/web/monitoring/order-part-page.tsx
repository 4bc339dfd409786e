// What one place or unit was told to do: receive it, report back, and what came of it.
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OrderPart } from '#contract/monitoring-orders.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { PartState } from './order-rows.tsx';
import { orderTexts } from './order-texts.ts';
import { staleOrders } from './stale-orders.ts';
import './monitoring.css';

export function OrderPartPage() {
  const text = useText(orderTexts);
  const { id } = useParams({ from: '/frame/orders/parts/$id' });
  const read = useRead('GET /api/monitoring/order-parts/:id', { params: { id } });
  return (
    <div className="page monitoring monitoring-one">
      <Link to="/orders" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : <Loaded key={read.data.position} part={read.data} />}
    </div>
  );
}

function Loaded({ part }: { readonly part: OrderPart }) {
  const text = useText(orderTexts);
  return (
    <>
      <PageHead
        title={`${text('numbered', { number: part.number })} ${part.title}`}
        note={part.name}
      />
      <p>
        <PartState part={part} />
      </p>
      <p className="small quiet">
        <WholeDays>{text('from', { issuer: part.issuer, on: part.issuedOn })}</WholeDays>
      </p>
      <p className="monitoring-words">{part.words}</p>
      {part.basis === '' ? null : (
        <p className="small quiet">
          {text('basis')} {part.basis}
        </p>
      )}
      {part.report === null ? null : (
        <Block title={text('report')}>
          <p className="monitoring-words">{part.report}</p>
        </Block>
      )}
      <Acts part={part} />
      <Block title={text('history')}>
        <ol className="monitoring-trail">
          {[...part.acts].reverse().map((one) => (
            <li key={one.position}>
              <strong>{text(`was_${one.act}`)}</strong>{' '}
              <small className="quiet">
                <Day day={one.on} /> {one.by}
              </small>
              {one.words === '' ? null : <span>{one.words}</span>}
            </li>
          ))}
        </ol>
      </Block>
    </>
  );
}

function Acts({ part }: { readonly part: OrderPart }) {
  const text = useText(orderTexts);
  const say = useSay();
  const [words, setWords] = useState('');
  const send = useWrite('POST /api/monitoring/order-parts/:id/acts', { stale: staleOrders });
  const problem = useExplanation(send.error);
  if (part.may.length === 0) return null;
  const act = (what: OrderPart['may'][number]) =>
    send.mutate(
      { params: { id: part.id }, body: { seen: part.position, act: what, words } },
      { onSuccess: () => say(text('saidDone', { act: text(`act_${what}`) })) },
    );
  const needsWords = part.may.includes('report') || part.may.includes('return');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = part.may;
    if (first !== undefined) act(first);
  };
  return (
    <form onSubmit={submit} className="no-print">
      {needsWords ? (
        <Field label={text('words')} hint={text('reportHint')}>
          <textarea
            className="input"
            rows={4}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      ) : null}
      <Problem>{problem}</Problem>
      <p className="monitoring-acts">
        {part.may.map((what, index) => (
          <button
            key={what}
            type="button"
            className={index === 0 ? 'button primary' : 'button'}
            disabled={send.isPending}
            onClick={() => act(what)}
          >
            {text(`act_${what}`)}
          </button>
        ))}
      </p>
    </form>
  );
}
