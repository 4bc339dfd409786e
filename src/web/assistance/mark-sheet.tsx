// One row of a list: done on a day with an amount, or left out with a reason.
import { type FormEvent, useState } from 'react';
import type { ListRow } from '#contract/assistance-delivery.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { fenOf } from './yuan-field.ts';

const marks = ['markDelivered', 'markLeftOut', 'markWaiting'] as const;

export function MarkSheet({
  list,
  row,
  onClose,
}: {
  readonly list: string;
  readonly row: ListRow;
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const { today } = useMe().installation;
  const [mark, setMark] = useState<(typeof marks)[number]>(
    row.state === 'leftOut' ? 'markLeftOut' : 'markDelivered',
  );
  const [on, setOn] = useState(row.deliveredOn ?? today);
  const [yuan, setYuan] = useState(String((row.deliveredFen ?? row.promisedFen ?? 0) / 100));
  const [reason, setReason] = useState(row.leftOutReason);
  const write = useWrite('POST /api/assistance/lists/:id/rows/:benefit', {
    stale: ['GET /api/assistance/lists', 'GET /api/assistance/lists/:id'],
    onDone: onClose,
  });
  const problem = useExplanation(write.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isDone = mark === 'markDelivered';
    write.mutate({
      params: { id: list, benefit: row.benefit },
      body: {
        deliveredOn: isDone ? on : null,
        deliveredFen: isDone ? fenOf(yuan) : null,
        leftOutReason: mark === 'markLeftOut' ? reason : '',
      },
    });
  };
  return (
    <Sheet
      title={text('markTitle', { name: row.personName ?? row.headName ?? row.householdNo })}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        {marks.map((one) => (
          <p key={one}>
            <label>
              <input
                type="radio"
                name="mark"
                checked={mark === one}
                onChange={() => setMark(one)}
              />{' '}
              {text(one)}
            </label>
          </p>
        ))}
        {mark === 'markDelivered' ? (
          <>
            <Field label={text('day')}>
              <DayInput required max={today} value={on} onChange={setOn} />
            </Field>
            <Field label={text('got')} problem={problem}>
              <input
                className="input"
                inputMode="decimal"
                value={yuan}
                onChange={(event) => setYuan(event.target.value)}
              />
            </Field>
          </>
        ) : null}
        {mark === 'markLeftOut' ? (
          <Field label={text('reason')} problem={problem}>
            <input
              className="input"
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        ) : null}
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={write.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
