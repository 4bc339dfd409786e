// Lists that departments confirm: theirs to do, or those of an area with what households dispute.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DeliveryList } from '#contract/assistance-delivery.ts';
import { useMay, useMe } from '#web/access/me.ts';
import type { Answer } from '#web/client/api.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState, useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { DisputesBlock } from './disputes-block.tsx';
import { fenOf } from './yuan-field.ts';
import './assistance.css';

export function DeliveryListsPage() {
  const text = useText(deliveryTexts);
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const lists = usePages('GET /api/assistance/lists', { query: {} });
  const waiting = lists.items.filter(({ state }) => state === 'open').length;
  return (
    <div className="page assistance">
      <PageHead
        title={text('title')}
        actions={
          may('assistance.approve') ? (
            <button type="button" className="button primary" onClick={() => setAsking(true)}>
              {text('ask')}
            </button>
          ) : undefined
        }
      />
      {lists.error === null ? null : <ErrorState error={lists.error} retry={lists.refetch} />}
      {lists.isPending ? <Skeleton lines={6} /> : null}
      {lists.isPending || lists.error !== null ? null : (
        <>
          <Finding detail={text('lead')}>
            {waiting === 0
              ? text('findingNone')
              : text(lists.hasMore ? 'findingAtLeast' : 'finding', { count: waiting })}
          </Finding>
          {lists.items.length === 0 ? (
            <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
          ) : (
            <ListTable lists={lists.items} />
          )}
          <MoreButton list={lists}>{text('moreLists')}</MoreButton>
        </>
      )}
      {may('assistance.approve') ? <DisputesBlock /> : null}
      {asking ? <AskLoaded onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function ListTable({ lists }: { readonly lists: readonly DeliveryList[] }) {
  const text = useText(deliveryTexts);
  const meaning = { open: 'due', confirmed: 'done', withdrawn: 'unknown' } as const;
  return (
    <StackedTable
      heads={['list', 'area', 'department', 'rows', 'delivered', 'leftOut', 'state']}
      figures={['rows', 'delivered', 'leftOut']}
      nameOf={text}
      label={text('title')}
    >
      <tbody>
        {lists.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/deliveries/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
            </td>
            <td>{one.areaName}</td>
            <td>{one.deliverer}</td>
            <td className="number">{exactNumber(one.rows)}</td>
            <td className="number">{exactNumber(one.delivered)}</td>
            <td className="number">{exactNumber(one.leftOut)}</td>
            <td>
              <Chip meaning={meaning[one.state]}>{text(`state_${one.state}`)}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

/** Who can be asked, and for what, is read when somebody asks. */
function AskLoaded({ onClose }: { readonly onClose: () => void }) {
  const read = useRead('GET /api/assistance/lists', { query: { limit: 1 } });
  return read.data === undefined ? null : <AskSheet lists={read.data} onClose={onClose} />;
}

function AskSheet({
  lists,
  onClose,
}: {
  readonly lists: Answer<'GET /api/assistance/lists'>;
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const me = useMe();
  const say = useSay();
  const [place, setPlace] = useState<ChosenArea>({ code: me.area.code, name: me.area.name });
  const [code, setCode] = useState(lists.measures[0]?.code ?? '');
  const [department, setDepartment] = useState(lists.departments[0]?.username ?? '');
  const [year, setYear] = useState(Number(me.installation.today.slice(0, 4)));
  const [yuan, setYuan] = useState('');
  const open = useWrite('POST /api/assistance/lists', {
    stale: ['GET /api/assistance/lists'],
    onDone: () => {
      say(text('sent'));
      onClose();
    },
  });
  const problem = useExplanation(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({
      body: { area: place.code, code, year, department, promisedFen: fenOf(yuan) },
    });
  };
  return (
    <Sheet title={text('askTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('askLead')}</p>
        <AreaField label={text('area')} hint={text('areaHint')} value={place} onChoose={setPlace} />
        <Field label={text('measure')}>
          <select className="input" value={code} onChange={(event) => setCode(event.target.value)}>
            {lists.measures.map((one) => (
              <option key={one.code} value={one.code}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={text('department')}
          problem={lists.departments.length === 0 ? text('noDepartment') : undefined}
        >
          <select
            className="input"
            required
            value={department}
            onChange={(event) => setDepartment(event.target.value)}
          >
            {lists.departments.map((one) => (
              <option key={one.username} value={one.username}>
                {one.name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('year')}>
          <input
            className="input"
            type="number"
            min={2000}
            max={2100}
            value={year}
            onChange={(event) => setYear(Number(event.target.value))}
          />
        </Field>
        <Field label={text('amount')} problem={problem}>
          <input
            className="input"
            inputMode="decimal"
            value={yuan}
            onChange={(event) => setYuan(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={open.isPending}>
            {text('send')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
