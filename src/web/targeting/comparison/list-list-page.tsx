// Lists of departments: a new one, and what came of those before. A department sees its own.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ComparisonList } from '#contract/targeting-comparison.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ListStateChip } from './list-state.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-leads.ts';
import './comparison.css';

export function ListListPage() {
  const text = useText(listTexts);
  const { area } = useSearch({ from: '/frame/department-lists' });
  const lists = usePages('GET /api/targeting/lists', { query: { area } });
  const none = !lists.isPending && lists.error === null && lists.items.length === 0;
  return (
    <div className="page department-lists">
      <PageHead title={text('title')} />
      <p className="quiet comparison-help">{text('help')}</p>
      <div className="lists-body">
        <Block title={text('listsTitle')}>
          {lists.error === null ? null : <ErrorState error={lists.error} retry={lists.refetch} />}
          {lists.isPending ? <Skeleton lines={6} /> : null}
          {none ? <EmptyState title={text('emptyTitle')} text={text('emptyText')} /> : null}
          <ul className="list-rows">
            {lists.items.map((list) => (
              <ListLine key={list.id} list={list} />
            ))}
          </ul>
          <MoreButton list={lists}>{text('more')}</MoreButton>
        </Block>
        <BeginList />
      </div>
    </div>
  );
}

function ListLine({ list }: { readonly list: ComparisonList }) {
  const text = useText(listTexts);
  const { counts, outcomes } = list;
  const waiting = outcomes.open + outcomes.answered;
  return (
    <li>
      <Link to="/department-lists/$id" params={{ id: list.id }} className="row-link">
        {list.title}
      </Link>
      <span>
        <ListStateChip state={list.state} />
      </span>
      <small className="quiet">
        <Dotted>
          {text.pick(list.kind.title)}
          {list.accountName}
          {list.createdAt.slice(0, 10)}
          {counts === null ? null : text('rows', { count: counts.rows })}
          {counts === null ? null : text('hits', { count: outcomes.hits })}
          {counts === null || counts.pairs === 0 ? null : text('pairs', { count: counts.pairs })}
        </Dotted>
      </small>
      {outcomes.hits === 0 ? null : <small>{text('cameText', { ...outcomes, waiting })}</small>}
    </li>
  );
}

function BeginList() {
  const text = useText(listTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { area = me.area.code } = useSearch({ from: '/frame/department-lists' });
  const kinds = useRead('GET /api/targeting/comparison/kinds', { query: { area } });
  const [kind, setKind] = useState('');
  const [title, setTitle] = useState('');
  const begin = useWrite('POST /api/targeting/lists', {
    stale: staleLists,
    onDone: ({ id }) => void navigate({ to: '/department-lists/$id', params: { id } }),
  });
  const problem = useExplanation(begin.error ?? kinds.error);
  const choices = kinds.data?.lists ?? [];
  const chosen = choices.find(({ id }) => id === kind) ?? choices[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ body: { area, kind: chosen?.id ?? '', title } });
  };
  return (
    <Block
      title={text('beginTitle')}
      aside={
        chosen?.verified === false ? <Chip meaning="unknown">{text('unverified')}</Chip> : undefined
      }
    >
      <form onSubmit={submit}>
        <Field
          label={text('kind')}
          hint={chosen === undefined ? undefined : text.pick(chosen.text)}
        >
          <select
            className="input"
            value={chosen?.id ?? ''}
            onChange={(event) => setKind(event.target.value)}
          >
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {text.pick(choice.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('name')} hint={text('nameHint')} problem={problem}>
          <input
            className="input"
            required
            minLength={2}
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <p>
          <button
            type="submit"
            className="button primary"
            disabled={begin.isPending || chosen === undefined}
          >
            {text('begin')}
          </button>
        </p>
      </form>
    </Block>
  );
}
