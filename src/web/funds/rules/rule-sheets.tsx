// The base of a rule from its paper, and the list of what lies below a floor.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { FundRules, LimitStanding, RuleStanding } from '#contract/funds-rules.ts';
import { usePages, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Money } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { ruleTexts } from './rule-texts.ts';

interface SheetProps {
  readonly rule: RuleStanding;
  readonly limit: LimitStanding;
  readonly rules: FundRules;
  readonly onClose: () => void;
}

export function BaseSheet({ rule, limit, rules, onClose }: SheetProps) {
  const text = useText(ruleTexts);
  const say = useSay();
  const [amount, setAmount] = useState('');
  const [document, setDocument] = useState('');
  const enter = useWrite('POST /api/funds/rules/:rule/base', {
    stale: ['GET /api/funds/rules'],
    onDone: () => {
      say(text('saidBase'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const fen = fenOfTyped(amount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fen === undefined) return;
    enter.mutate({
      params: { rule: rule.id },
      body: { area: rules.area.code, limit: limit.id, year: rules.year, amount: fen, document },
    });
  };
  return (
    <Sheet title={text.pick(limit.title)} onClose={onClose} centred>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('baseLead')}</p>
        <Field
          label={text('baseAmount')}
          problem={amount === '' || fen !== undefined ? undefined : text('amountWrong')}
        >
          <input
            className="input"
            required
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
        <Field label={text('document')} problem={problem}>
          <input
            className="input"
            required
            maxLength={120}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function ShortSheet({ rule, limit, rules, onClose }: SheetProps) {
  const text = useText(ruleTexts);
  const list = usePages('GET /api/funds/rules/:rule/short', {
    params: { rule: rule.id },
    query: { area: rules.area.code, year: rules.year, of: limit.id, limit: 50 },
  });
  return (
    <Sheet title={`${text('shortTitle')} · ${text.pick(limit.title)}`} onClose={onClose}>
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={6} /> : null}
      {!list.isPending && list.items.length === 0 ? <p>{text('shortNone')}</p> : null}
      <table className="rows dense">
        <tbody>
          {list.items.map((one) => (
            <tr key={one.code}>
              <td>
                {one.id === null ? (
                  one.name
                ) : (
                  <Link to="/households/$id" params={{ id: one.id }} className="row-link">
                    {one.name}
                  </Link>
                )}
              </td>
              <td className="small quiet">{one.code}</td>
              <td className="number">
                <Money fen={one.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton list={list}>{text('more')}</MoreButton>
    </Sheet>
  );
}
