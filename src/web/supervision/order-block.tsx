// Orders to recalibrate: issued from what differs, answered by the team, followed by new scores.
import { type FormEvent, useState } from 'react';
import type { CampaignReport, Order } from '#contract/supervision-report.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { reportTexts } from './report-texts.ts';
import { staleChecks } from './stale-checks.ts';

export function OrderBlock({ report }: { readonly report: CampaignReport }) {
  const text = useText(reportTexts);
  const may = useMay();
  const [open, setOpen] = useState<'new' | Order>();
  const { campaign, orders, items } = report;
  const mayIssue = may('supervision.draw') && campaign.team === null && campaign.state === 'drawn';
  const close = () => setOpen(undefined);
  const titleOf = (id: string) => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? id : text.pick(item.title);
  };
  return (
    <Block
      title={text('orders')}
      aside={
        mayIssue ? (
          <button type="button" className="link no-print" onClick={() => setOpen('new')}>
            {text('order')}
          </button>
        ) : undefined
      }
    >
      {orders.length === 0 ? <p className="quiet">{text('noOrders')}</p> : null}
      <ul className="order-rows">
        {orders.map((order) => (
          <li key={order.id}>
            <p>
              <strong>{order.team}</strong> {order.reason}{' '}
              {order.isLate ? <Chip meaning="over">{text('late')}</Chip> : null}
            </p>
            <p className="quiet">
              {text('issued', { by: order.issuedBy, on: order.issuedOn, due: order.dueOn })}
              {order.items.length === 0
                ? null
                : `，${order.items.map(titleOf).join(text.marks.list)}`}
            </p>
            {order.answer === null ? null : (
              <p>{text('answered', { by: order.answeredBy ?? '', answer: order.answer })}</p>
            )}
            {order.answer === null ? null : (
              <p className="quiet">
                {text('rescored', { done: order.scoredAgain, all: order.households })}
              </p>
            )}
            {order.mayAnswer ? (
              <button type="button" className="button no-print" onClick={() => setOpen(order)}>
                {text('answer')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {open === 'new' ? <NewOrder report={report} onClose={close} /> : null}
      {open === undefined || open === 'new' ? null : (
        <AnswerOrder campaign={campaign.id} order={open} onClose={close} />
      )}
    </Block>
  );
}

function NewOrder({
  report,
  onClose,
}: {
  readonly report: CampaignReport;
  readonly onClose: () => void;
}) {
  const text = useText(reportTexts);
  const { today } = useMe().installation;
  const { campaign } = report;
  const [team, setTeam] = useState(campaign.teams[0]?.id ?? '');
  const [items, setItems] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState<string>(addDays(plainDate(today), 7));
  const issue = useWrite('POST /api/supervision/campaigns/:id/orders', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(issue.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate({
      params: { id: campaign.id },
      body: { team, items: [...items], reason: reason.trim(), dueOn },
    });
  };
  return (
    <Sheet title={text('orderTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('orderLead')}</p>
        <Field label={text('team')}>
          <select className="input" value={team} onChange={(event) => setTeam(event.target.value)}>
            {campaign.teams.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        <fieldset className="field check-again">
          <legend className="field-label">{text('ofItems')}</legend>
          {report.items.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={items.includes(id)}
                onChange={(event) =>
                  setItems(
                    event.target.checked ? [...items, id] : items.filter((one) => one !== id),
                  )
                }
              />{' '}
              {text.pick(title)}
            </label>
          ))}
        </fieldset>
        <Field label={text('reason')} problem={problem}>
          <textarea
            className="input"
            rows={3}
            required
            minLength={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Field label={text('due')}>
          <input
            className="input"
            type="date"
            required
            min={today}
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={issue.isPending}>
            {text('send')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function AnswerOrder({
  campaign,
  order,
  onClose,
}: {
  readonly campaign: string;
  readonly order: Order;
  readonly onClose: () => void;
}) {
  const text = useText(reportTexts);
  const [said, setSaid] = useState('');
  const answer = useWrite('POST /api/supervision/campaigns/:id/orders/:order/answer', {
    stale: staleChecks,
    onDone: onClose,
  });
  const problem = useExplanation(answer.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ params: { id: campaign, order: order.id }, body: { answer: said.trim() } });
  };
  return (
    <Sheet title={text('answerTitle')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{order.reason}</p>
        <Field label={text('answer')} hint={text('answerHint')} problem={problem}>
          <textarea
            className="input"
            rows={4}
            required
            minLength={2}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={answer.isPending}>
            {text('send')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
