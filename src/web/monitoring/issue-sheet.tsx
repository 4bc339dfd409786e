// Issues an order: what, to whom, until when; begun where another page showed who is behind.
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaListField, type ChosenArea } from '#web/ui/area-field.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import type { OrderSearch } from './order-search.ts';
import { orderTexts } from './order-texts.ts';
import { type ChosenOwner, OwnerField } from './owner-field.tsx';
import { staleOrders } from './stale-orders.ts';

interface IssueProps {
  readonly area: string;
  readonly begun: OrderSearch;
  readonly onClose: () => void;
}

export function IssueSheet({ area, begun, onClose }: IssueProps) {
  const text = useText(orderTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [title, setTitle] = useState(begun.issue ?? '');
  const [words, setWords] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [chosen, setChosen] = useState<readonly ChosenArea[]>();
  const [units, setUnits] = useState<readonly ChosenOwner[]>([]);
  const children = useRead('GET /api/registry/areas/:area/children', {
    params: { area },
    query: {},
  });
  const wanted = (begun.places ?? '').split(',').filter((code) => code !== '');
  const sent = wanted.map((code) => ({
    code,
    name: children.data?.items.find((one) => one.code === code)?.name ?? code,
  }));
  const areas = chosen ?? sent;
  const issue = useWrite('POST /api/monitoring/orders', {
    stale: staleOrders,
    onDone: ({ id, number }) => {
      say(text('saidIssued', { number }));
      onClose();
      void navigate({ to: '/orders/$id', params: { id } });
    },
  });
  const problem = useExplanation(issue.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate({
      body: {
        area,
        title,
        words,
        dueOn,
        basis: begun.basis ?? '',
        ...(begun.basisLink === undefined ? {} : { basisLink: begun.basisLink }),
        areas: areas.map(({ code }) => code),
        units: units.map(({ account, name }) => ({
          account: account === '' ? null : account,
          name,
        })),
      },
    });
  };
  return (
    <Sheet title={text('issue')} onClose={onClose}>
      <form onSubmit={submit}>
        {begun.basis === undefined ? null : (
          <p className="small quiet">
            {text('basis')} {begun.basis}
          </p>
        )}
        <Field label={text('titleLabel')}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('wordsLabel')}>
          <textarea
            className="input"
            rows={4}
            required
            minLength={2}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Field label={text('dueLabel')}>
          <DayInput required value={dueOn} onChange={setDueOn} />
        </Field>
        <AreaListField
          label={text('areasLabel')}
          hint={text('areasHint')}
          value={areas}
          within={area}
          onChange={setChosen}
        />
        <fieldset className="field">
          <legend className="field-label">{text('unitsLabel')}</legend>
          {units.map((unit, index) => (
            <OwnerField
              // biome-ignore lint/suspicious/noArrayIndexKey: units are only added, at the end.
              key={index}
              area={area}
              value={unit}
              onChange={(owner) => setUnits(units.map((one, at) => (at === index ? owner : one)))}
            />
          ))}
          <button
            type="button"
            className="button"
            onClick={() => setUnits([...units, { account: '', name: '' }])}
          >
            {text('unitAdd')}
          </button>
          <span className="field-hint">{text('unitsHint')}</span>
        </fieldset>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={issue.isPending}>
            {text('send')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
