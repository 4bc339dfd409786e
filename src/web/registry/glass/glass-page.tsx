// Breaking the glass: a household outside one's area, with a reason; and who did it here.

import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Glass } from '#contract/registry-glass.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { glassTexts } from './glass-texts.ts';
import './glass.css';

export function GlassPage() {
  const text = useText(glassTexts);
  const read = useRead('GET /api/registry/glass', {});
  const items = read.data?.items ?? [];
  return (
    <div className="page glass">
      <PageHead title={text('title')} note={text('note')} />
      <p className="glass-lead">{text('lead')}</p>
      <OpenForm />
      {read.isPending ? <Skeleton lines={4} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : (
        <Block title={text('list')} aside={text('listAside')}>
          {items.length === 0 ? (
            <p className="quiet">{text('none')}</p>
          ) : (
            <Openings items={items} />
          )}
        </Block>
      )}
    </div>
  );
}

function OpenForm() {
  const text = useText(glassTexts);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const open = useWrite('POST /api/registry/glass', {
    stale: ['GET /api/registry/glass'],
    onDone: ({ id }) => void navigate({ to: '/glass/$id', params: { id } }),
  });
  const problem = useExplanation(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ body: { householdNo: number.trim(), reason: reason.trim() } });
  };
  return (
    <form className="glass-form no-print" onSubmit={submit}>
      <Field label={text('number')} hint={text('numberHint')}>
        <input
          className="input"
          required
          minLength={6}
          maxLength={40}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </Field>
      <Field label={text('reason')} hint={text('reasonHint')} problem={problem}>
        <input
          className="input"
          required
          minLength={8}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p>
        <button type="submit" className="button primary" disabled={open.isPending}>
          {text('open')}
        </button>
      </p>
    </form>
  );
}

function Openings({ items }: { readonly items: readonly Glass[] }) {
  const text = useText(glassTexts);
  return (
    <StackedTable heads={['who', 'which', 'reason', 'when', 'until']} nameOf={text} className="">
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              {one.by} <small className="quiet">{one.title}</small>
            </td>
            <td>{one.householdNo === '' ? '—' : groupedNo(one.householdNo)}</td>
            <td>{one.reason}</td>
            <td>
              <Instant at={one.openedAt} />
            </td>
            <td>
              {one.isOpen ? (
                <Link to="/glass/$id" params={{ id: one.id }}>
                  {text('read')}
                </Link>
              ) : (
                <span className="quiet">{text(one.isOver ? 'over' : 'stillOpen')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}
