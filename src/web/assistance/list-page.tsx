// One list of a department: rows marked by hand or with a sheet, and the one confirmation.

import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DeliveryList, ListRow } from '#contract/assistance-delivery.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead, useWrite } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Field } from '#web/ui/field.tsx';
import { Instant, Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { ListSheetActs } from './list-sheet-acts.tsx';
import { MarkSheet } from './mark-sheet.tsx';
import './assistance.css';

export function DeliveryListPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/assistance/lists/:id', { params: { id }, query: { limit: 1 } });
  if (read.error !== null) {
    return (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return read.data === undefined ? <PageSkeleton /> : <ListOf list={read.data.list} />;
}

function ListOf({ list }: { readonly list: DeliveryList }) {
  const text = useText(deliveryTexts);
  const [marked, setMarked] = useState<ListRow>();
  const [confirming, setConfirming] = useState(false);
  const rows = usePages('GET /api/assistance/lists/:id', { params: { id: list.id }, query: {} });
  const isOpen = list.state === 'open';
  return (
    <div className="page assistance">
      <Link to="/deliveries" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={list.title}
        note={
          <>
            <Dotted>
              {list.areaName}
              {list.deliverer}
            </Dotted>{' '}
            <Chip meaning={isOpen ? 'due' : 'done'}>{text(`state_${list.state}`)}</Chip>
          </>
        }
        actions={
          isOpen ? (
            <button type="button" className="button primary" onClick={() => setConfirming(true)}>
              {text('confirm')}
            </button>
          ) : undefined
        }
      />
      <p className="quiet">
        <Dotted>
          {`${text('rows')} ${list.rows}`}
          {`${text('delivered')} ${list.delivered}`}
          {`${text('leftOut')} ${list.leftOut}`}
          {`${text('waiting')} ${list.rows - list.delivered - list.leftOut}`}
          {list.confirmedAt === null ? null : (
            <span>
              {list.confirmedBy} <Instant at={list.confirmedAt} />
            </span>
          )}
        </Dotted>
      </p>
      <ListSheetActs list={list} />
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      <Rows rows={rows.items} onMark={isOpen ? setMarked : undefined} />
      <MoreButton list={rows}>{text('more')}</MoreButton>
      {marked === undefined ? null : (
        <MarkSheet list={list.id} row={marked} onClose={() => setMarked(undefined)} />
      )}
      {confirming ? <ConfirmSheet list={list} onClose={() => setConfirming(false)} /> : null}
    </div>
  );
}

const heads = [
  'household',
  'number',
  'person',
  'place',
  'promised',
  'state',
  'day',
  'got',
] as const;

function Rows({
  rows,
  onMark,
}: {
  readonly rows: readonly ListRow[];
  readonly onMark: ((row: ListRow) => void) | undefined;
}) {
  const text = useText(deliveryTexts);
  const hasPersons = rows.some(({ personName }) => personName !== null && personName !== '');
  return (
    <StackedTable
      heads={heads.filter((head) => head !== 'person' || hasPersons)}
      figures={['promised', 'got']}
      nameOf={text}
      acts={onMark === undefined ? undefined : text('mark')}
      label={text('list')}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.benefit}>
            <td>{row.headName}</td>
            <td>{groupedNo(row.householdNo)}</td>
            {hasPersons ? <td>{row.personName}</td> : null}
            <td>
              {row.township} {row.village}
            </td>
            <td className="number">
              {row.promisedFen === null ? '' : <Money fen={row.promisedFen} />}
            </td>
            <td>
              {row.state === 'leftOut' ? (
                <>
                  <Chip meaning="unknown">{text('markLeftOut')}</Chip> {row.leftOutReason}
                </>
              ) : row.state === 'promised' ? (
                <span className="quiet">{text('markWaiting')}</span>
              ) : (
                <Chip meaning={row.state === 'disputed' ? 'over' : 'done'}>
                  {text(row.state === 'disputed' ? 'state_disputed' : 'markDelivered')}
                </Chip>
              )}
            </td>
            <td className="day">{row.deliveredOn}</td>
            <td className="number">
              {row.deliveredFen === null ? '' : <Money fen={row.deliveredFen} />}
            </td>
            {onMark === undefined ? null : (
              <td className="stacked-whole no-print">
                <button type="button" className="link" onClick={() => onMark(row)}>
                  {text('mark')}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

function ConfirmSheet({
  list,
  onClose,
}: {
  readonly list: DeliveryList;
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [on, setOn] = useState(today);
  const confirm = useWrite('POST /api/assistance/lists/:id/confirmation', {
    stale: ['GET /api/assistance/lists', 'GET /api/assistance/lists/:id'],
    onDone: () => say(text('confirmed')),
  });
  const problem = useExplanation(confirm.error);
  const refused = confirm.data?.refused ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ params: { id: list.id }, body: { on } });
  };
  return (
    <Sheet title={text('confirmTitle')} onClose={onClose}>
      {confirm.isSuccess ? (
        <>
          <p>{text('confirmed')}</p>
          {refused.length === 0 ? null : (
            <>
              <p>{text('confirmRefused', { count: refused.length })}</p>
              <ul>
                {refused.map((one) => (
                  <li key={one.headName}>{text.pick(one.problem)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <form onSubmit={submit}>
          <p className="sheet-lead">
            {text('confirmLead', { count: list.rows - list.delivered - list.leftOut })}
          </p>
          <Field label={text('confirmDay')} problem={problem}>
            <DayInput required max={today} value={on} onChange={setOn} />
          </Field>
          <p className="sheet-act">
            <button type="submit" className="button primary" disabled={confirm.isPending}>
              {text('confirm')}
            </button>
          </p>
        </form>
      )}
    </Sheet>
  );
}
