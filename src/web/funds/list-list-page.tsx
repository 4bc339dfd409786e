// Payment lists of an area: what each pays, how far it has come, what is wrong with it.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ListChoices, PaymentList } from '#contract/funds-lists.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownYuan } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { listTexts } from './list-texts.ts';
import { purseWords } from './purse-words.ts';
import { staleLists } from './stale-lists.ts';
import './funds.css';

export const listMeanings: Readonly<Record<PaymentList['state'], Meaning>> = {
  draft: 'neutral',
  checking: 'due',
  checked: 'due',
  waiting: 'due',
  posting: 'due',
  posted: 'due',
  answered: 'done',
  discarded: 'neutral',
};

export function ListListPage() {
  const text = useText(listTexts);
  const may = useMay();
  const own = useMe().area.code;
  const { area = own } = useSearch({ from: '/frame/payments' });
  const [beginning, setBeginning] = useState(false);
  const list = usePages('GET /api/funds/lists', { query: { area } });
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        actions={
          may('funds.list') && area.length >= 6 ? (
            <button type="button" className="button primary" onClick={() => setBeginning(true)}>
              {text('begin')}
            </button>
          ) : undefined
        }
      />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <ListRows lists={list.items} />
      <MoreButton list={list}>{text('more')}</MoreButton>
      {beginning ? <BeginSheet area={area} onClose={() => setBeginning(false)} /> : null}
    </div>
  );
}

function ListRows({ lists }: { readonly lists: readonly PaymentList[] }) {
  const text = useText(listTexts);
  const narrow = useNarrow();
  if (lists.length === 0) return null;
  if (narrow) {
    return (
      <ul className="funds-list">
        {lists.map((one) => (
          <li key={one.id}>
            <p>
              <NameOf list={one} /> <StateOf list={one} />
            </p>
            <p className="small">
              {one.area.name}{' '}
              {text('lines', {
                lines: exactNumber(one.lines - one.held),
                total: shownYuan(one.total, text.language),
              })}
            </p>
            <p className="small quiet">
              {text('paidFrom', {
                source: text.pick(one.sourceTitle),
                use: text.pick(one.purposeTitle),
                document: one.document,
                on: one.payOn,
              })}{' '}
              {one.author}
            </p>
          </li>
        ))}
      </ul>
    );
  }
  const heads = ['name', 'area', 'document', 'purse', 'payOn', 'households', 'amount'] as const;
  return (
    <Scrolled>
      <table className="rows dense">
        <caption className="visually-hidden">{text('title')}</caption>
        <thead>
          <tr>
            <ColumnHeads
              heads={heads}
              figures={['households', 'amount']}
              nameOf={(head) => text(head)}
            />
            <th scope="col">{text('standing')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((one) => (
            <tr key={one.id}>
              <td>
                <NameOf list={one} />
              </td>
              <td>{one.area.name}</td>
              <td>{one.document}</td>
              <td>
                {text.pick(one.sourceTitle)} · {text.pick(one.purposeTitle)}
              </td>
              <td>{one.payOn}</td>
              <td className="number">{exactNumber(one.lines - one.held)}</td>
              <td className="number">
                <Money fen={one.total} />
              </td>
              <td>
                <StateOf list={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function NameOf({ list }: { readonly list: PaymentList }) {
  return (
    <Link to="/payments/$id" params={{ id: list.id }} className="row-link">
      {list.title}
    </Link>
  );
}

function StateOf({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  return (
    <>
      <Chip meaning={listMeanings[list.state]}>{text(`state_${list.state}`)}</Chip>{' '}
      <Marks list={list} />
    </>
  );
}

export function Marks({ list }: { readonly list: PaymentList }) {
  const text = useText(listTexts);
  const { failed, disputed } = list.counts;
  return (
    <>
      {list.held === 0 ? null : (
        <Chip meaning="due">{text('held', { count: exactNumber(list.held) })}</Chip>
      )}{' '}
      {failed === 0 ? null : (
        <Chip meaning="over">{text('fails', { count: exactNumber(failed) })}</Chip>
      )}{' '}
      {disputed === 0 ? null : (
        <Chip meaning="over">{text('disputes', { count: exactNumber(disputed) })}</Chip>
      )}
    </>
  );
}

function BeginSheet({ area, onClose }: { readonly area: string; readonly onClose: () => void }) {
  const text = useText(listTexts);
  const choices = useRead('GET /api/funds/purses', { query: { area } });
  const problem = useExplanation(choices.error);
  return (
    <Sheet title={text('beginTitle')} onClose={onClose}>
      <p className="sheet-lead">{text('beginLead')}</p>
      <Problem>{problem}</Problem>
      {choices.isPending ? <Skeleton lines={6} /> : null}
      {choices.data === undefined ? null : <BeginForm area={area} choices={choices.data} />}
    </Sheet>
  );
}

function BeginForm({ area, choices }: { readonly area: string; readonly choices: ListChoices }) {
  const text = useText(listTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [document, setDocument] = useState('');
  const [payOn, setPayOn] = useState('');
  const [purse, setPurse] = useState(choices.purses[0]?.id ?? '');
  const [benefit, setBenefit] = useState('');
  const begin = useWrite('POST /api/funds/lists', {
    stale: staleLists,
    onDone: ({ id }) => {
      say(text('saidBegun'));
      void navigate({ to: '/payments/$id', params: { id } });
    },
  });
  const problem = useExplanation(begin.error);
  if (choices.purses.length === 0) return <Problem>{text('purseNone')}</Problem>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { area, title, document, payOn, purse, benefit: benefit === '' ? null : benefit };
    begin.mutate({ body });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('purse')} hint={choices.more ? text('purseCut') : undefined}>
        <select className="input" value={purse} onChange={(event) => setPurse(event.target.value)}>
          {choices.purses.map((one) => (
            <option key={one.id} value={one.id}>
              {purseWords(one, { pick: text.pick, purpose: one.purposeTitle })}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('name')} hint={text('nameHint')}>
        <input
          className="input"
          required
          maxLength={80}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label={text('benefit')}>
        <select
          className="input"
          value={benefit}
          onChange={(event) => setBenefit(event.target.value)}
        >
          <option value="">{text('benefitNone')}</option>
          {choices.benefits.map((one) => (
            <option key={one.id} value={one.id}>
              {text.pick(one.title)}
              {one.verified ? '' : text('unverified')}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('document')}>
        <input
          className="input"
          required
          maxLength={100}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </Field>
      <Field label={text('payOn')} problem={problem}>
        <DayInput required value={payOn} onChange={setPayOn} />
      </Field>
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={begin.isPending}>
          {text('submitBegin')}
        </button>
      </p>
    </form>
  );
}
