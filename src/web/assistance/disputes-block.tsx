// What households say did not arrive, answered by somebody who did not deliver it.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { stalePlans } from './stale-plans.ts';

export function DisputesBlock() {
  const text = useText(deliveryTexts);
  const rows = usePages('GET /api/assistance/disputes', { query: { limit: 20 } });
  const [settled, setSettled] = useState<BenefitView>();
  return (
    <Block
      title={`${text('disputes')} ${rows.first === undefined ? '' : exactNumber(rows.first.all)}`}
      aside={text('disputesAside')}
    >
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      {!rows.isPending && rows.error === null && rows.items.length === 0 ? (
        <p className="quiet">{text('disputesEmpty')}</p>
      ) : null}
      <ul className="help-disputes">
        {rows.items.map((one) => (
          <li key={one.id} className="help-item help-head help-dispute">
            <span>
              <Link
                to="/households/$id/$tab"
                params={{ id: one.household, tab: 'help' }}
                className="row-link"
              >
                {one.headName}
              </Link>{' '}
              <span className="quiet">{one.village}</span>
            </span>
            <span>
              {one.title} <span className="quiet">{one.deliverer}</span>
            </span>
            <span className="quiet">
              {one.answeredOn === null ? null : <Day day={one.answeredOn} />}{' '}
              {one.acts.findLast(({ act }) => act === 'dispute')?.words}
            </span>
            <button type="button" className="button no-print" onClick={() => setSettled(one)}>
              {text('settle')}
            </button>
          </li>
        ))}
      </ul>
      <MoreButton list={rows}>{text('more')}</MoreButton>
      {settled === undefined ? null : (
        <SettleSheet one={settled} onClose={() => setSettled(undefined)} />
      )}
    </Block>
  );
}

function SettleSheet({
  one,
  onClose,
}: {
  readonly one: BenefitView;
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const say = useSay();
  const [arrived, setArrived] = useState(true);
  const [words, setWords] = useState('');
  const settle = useWrite('POST /api/assistance/benefits/:id/settlement', {
    stale: stalePlans,
    onDone: () => {
      say(text('settled'));
      onClose();
    },
  });
  const problem = useExplanation(settle.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate({ params: { id: one.id }, body: { arrived, words } });
  };
  return (
    <Sheet title={text('settleTitle', { title: one.title })} onClose={onClose}>
      <form onSubmit={submit}>
        {([true, false] as const).map((answer) => (
          <p key={String(answer)}>
            <label>
              <input
                type="radio"
                name="arrived"
                checked={arrived === answer}
                onChange={() => setArrived(answer)}
              />{' '}
              {text(answer ? 'settleArrived' : 'settleNot')}
            </label>
          </p>
        ))}
        <Field label={text('words')} problem={problem}>
          <input
            className="input"
            required
            maxLength={300}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={settle.isPending}>
            {text('settle')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
