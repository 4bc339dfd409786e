// Mutual-aid associations of villages: which villages have one, what each lends.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan, shownShare } from '#web/text/number.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { Form, TextField } from './act-form.tsx';
import { creditTexts } from './credit-texts.ts';
import { loanTexts } from './loan-texts.ts';
import '../funds.css';

export function AssociationsPage() {
  const text = useText(creditTexts);
  const loans = useText(loanTexts);
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/loans/associations' });
  const [entering, setEntering] = useState(false);
  const read = useRead('GET /api/funds/associations', { query: { area } });
  const { data } = read;
  return (
    <div className="page funds">
      <Link to="/loans" search={{ area }} className="back-link no-print">
        ‹ {loans('back')}
      </Link>
      <PageHead
        title={text('associations')}
        actions={
          data?.mayEnter === true ? (
            <button type="button" className="button primary" onClick={() => setEntering(true)}>
              {text('associationAdd')}
            </button>
          ) : undefined
        }
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={6} /> : null}
      {data === undefined ? null : (
        <>
          <Finding>
            {text('associationsFinding', {
              villages: exactNumber(data.villages),
              covered: exactNumber(data.covered),
              share: shownShare(data.covered, data.villages),
            })}
          </Finding>
          {data.items.length === 0 ? (
            <EmptyState title={text('associationsNone')} text={text('associationsEmptyText')} />
          ) : null}
          {data.covered === 0 ? null : (
            <Block title={text('covered')}>
              <BarTable
                caption={text('covered')}
                rows={data.places.map((one) => ({
                  key: one.area.code,
                  label: one.area.name,
                  value: one.covered,
                  figure: `${exactNumber(one.covered)} / ${exactNumber(one.villages)}`,
                  after: shownShare(one.covered, one.villages),
                }))}
              />
            </Block>
          )}
          <ul className="funds-list">
            {data.items.map((one) => (
              <li key={one.id}>
                <p>
                  <strong>{one.name}</strong>{' '}
                  <span className="quiet">
                    {one.village.name} {one.foundedOn} {one.document}
                  </span>
                </p>
                <p className="small">
                  {text('associationLine', {
                    members: exactNumber(one.members),
                    capital: exactYuan(one.capital),
                    owed: exactYuan(one.owed),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {entering ? <AssociationSheet onClose={() => setEntering(false)} /> : null}
    </div>
  );
}

function AssociationSheet({ onClose }: { readonly onClose: () => void }) {
  const text = useText(creditTexts);
  const say = useSay();
  const [village, setVillage] = useState<ChosenArea>();
  const [typed, setTyped] = useState({ name: '', document: '', members: '', capital: '' });
  const [on, setOn] = useState('');
  const put = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const enter = useWrite('POST /api/funds/associations', {
    stale: ['GET /api/funds/associations', 'GET /api/funds/loans/choices'],
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const capital = fenOfTyped(typed.capital);
  return (
    <Form
      title={text('associationAdd')}
      lead={text('associationLead')}
      act={text('save')}
      busy={enter.isPending}
      onClose={onClose}
      onSend={() => {
        if (village === undefined || capital === undefined) return;
        enter.mutate({
          body: {
            area: village.code,
            name: typed.name,
            foundedOn: on,
            document: typed.document,
            members: Number(typed.members),
            capital,
          },
        });
      }}
    >
      <AreaField
        label={text('villageField')}
        hint={text('villageHint')}
        value={village}
        onChoose={setVillage}
      />
      <TextField label={text('name')} value={typed.name} onChange={(name) => put({ name })} />
      <TextField
        label={text('document')}
        value={typed.document}
        onChange={(document) => put({ document })}
      />
      <TextField
        label={text('members')}
        value={typed.members}
        onChange={(members) => put({ members })}
        decimal
      />
      <TextField
        label={text('capital')}
        value={typed.capital}
        onChange={(value) => put({ capital: value })}
        decimal
      />
      <Field label={text('foundedOn')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}
