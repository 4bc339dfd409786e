// The offices of an account: what it holds and has held, one more from a day on, and the end of one.

import { type FormEvent, useState } from 'react';
import type { Account } from '#contract/access.ts';
import type { Tenures } from '#contract/access-offices.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { accountsTexts } from './accounts-texts.ts';
import { useMe } from './me.ts';

const stale = ['GET /api/access/accounts/:id/offices'] as const;

type Tenure = Tenures['items'][number];

export function AccountOffices({ account }: { readonly account: Account }) {
  const text = useText(accountsTexts);
  const held = useRead('GET /api/access/accounts/:id/offices', { params: { id: account.id } });
  return (
    <Block title={text('offices')} className="account-offices">
      <p className="quiet">{text('officesHint')}</p>
      {held.error === null ? null : <ErrorState error={held.error} retry={held.refetch} />}
      {held.data === undefined ? (
        held.isPending && <Skeleton lines={2} />
      ) : (
        <OfficeList account={account.id} tenures={held.data.items} />
      )}
      <GiveOffice account={account} />
    </Block>
  );
}

interface OfficeListProps {
  readonly account: string;
  readonly tenures: readonly Tenure[];
}

function OfficeList({ account, tenures }: OfficeListProps) {
  const text = useText(accountsTexts);
  if (tenures.length === 0) return <p>{text('noOffices')}</p>;
  return (
    <ul className="office-list">
      {tenures.map((tenure) => (
        <OfficeLine key={tenure.id} account={account} tenure={tenure} />
      ))}
    </ul>
  );
}

function OfficeLine({ account, tenure }: { readonly account: string; readonly tenure: Tenure }) {
  const text = useText(accountsTexts);
  const [asking, setAsking] = useState(false);
  const end = useWrite('PUT /api/access/accounts/:id/offices/:tenure/end', { stale });
  const problem = useExplanation(end.error);
  const { from, until, inForce } = tenure;
  const day = (one: string) => shownDay(one, text.language);
  const title = tenure.title[text.language];
  return (
    <li className={inForce ? undefined : 'quiet'}>
      <span>
        {title}{' '}
        <small className="quiet">
          {tenure.areaName}{' '}
          {until === null
            ? text('officeSpan', { from: day(from) })
            : text('officeSpanEnded', { from: day(from), until: day(until) })}
        </small>
      </span>
      {inForce && until === null && !asking ? (
        <button type="button" className="button plain" onClick={() => setAsking(true)}>
          {text('end')}
        </button>
      ) : null}
      {asking ? (
        <div className="notice" role="alertdialog" aria-label={text('endAsk', { office: title })}>
          <p>{text('endAsk', { office: title })}</p>
          <div className="account-buttons">
            <button
              type="button"
              className="button"
              disabled={end.isPending}
              onClick={() =>
                end.mutate(
                  { params: { id: account, tenure: tenure.id }, body: {} },
                  { onSuccess: () => setAsking(false) },
                )
              }
            >
              {text('yes')}
            </button>
            <button type="button" className="button plain" onClick={() => setAsking(false)}>
              {text('no')}
            </button>
          </div>
        </div>
      ) : null}
      <Problem>{problem}</Problem>
    </li>
  );
}

function GiveOffice({ account }: { readonly account: Account }) {
  const text = useText(accountsTexts);
  const { installation } = useMe();
  const places = account.areas.filter(({ code }) => code !== '');
  const [area, setArea] = useState(places[0]?.code ?? '');
  const [office, setOffice] = useState('');
  const [from, setFrom] = useState<string>(installation.today);
  const known = useRead('GET /api/access/offices', { query: { area } }, { enabled: area !== '' });
  const give = useWrite('POST /api/access/accounts/:id/offices', {
    stale,
    onDone: () => setOffice(''),
  });
  const problem = useExplanation(give.error);
  if (places.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (office === '') return;
    give.mutate({ params: { id: account.id }, body: { office, area, from } });
  };
  return (
    <form className="office-form" onSubmit={submit}>
      <Field label={text('office')}>
        <select
          className="input"
          value={office}
          onChange={(event) => setOffice(event.target.value)}
        >
          <option value="">{text('choose')}</option>
          {(known.data?.items ?? []).map((one) => (
            <option key={one.office} value={one.office}>
              {one.title[text.language]}
            </option>
          ))}
        </select>
      </Field>
      {places.length === 1 ? null : (
        <Field label={text('officeArea')}>
          <select className="input" value={area} onChange={(event) => setArea(event.target.value)}>
            {places.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={text('officeFrom')}>
        <DayInput value={from} onChange={setFrom} required />
      </Field>
      <button type="submit" className="button" disabled={office === '' || give.isPending}>
        {text('give')}
      </button>
      <Problem>{problem}</Problem>
    </form>
  );
}
