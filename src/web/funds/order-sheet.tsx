// Enters an act of money: what happened, from which account, how much, by which paper.
import { type FormEvent, useState } from 'react';
import type { FundAccount, FundChoices } from '#contract/funds.ts';
import { type OrderKind, orderKinds, takesFrom } from '#domain/funds/order.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaField, type ChosenArea } from '#web/ui/area-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import {
  direct,
  FromField,
  gift,
  PaperFields,
  SourceFields,
  type Typed,
  UseField,
} from './order-fields.tsx';
import { orderTexts } from './order-texts.ts';
import { fenOfTyped } from './read-yuan.ts';
import { staleFunds } from './stale-funds.ts';

interface OrderSheetProps {
  readonly area: string;
  readonly onClose: () => void;
}

export function OrderSheet({ area, onClose }: OrderSheetProps) {
  const text = useText(orderTexts);
  const choices = useRead('GET /api/funds/choices', { query: { area } });
  const problem = useExplanation(choices.error);
  return (
    <Sheet title={text('enterTitle')} onClose={onClose}>
      <p className="sheet-lead">{text('lead')}</p>
      <Problem>{problem}</Problem>
      {choices.isPending ? <Skeleton lines={8} /> : null}
      {choices.data === undefined ? null : (
        <OrderForm area={area} choices={choices.data} onClose={onClose} />
      )}
    </Sheet>
  );
}

/** Where a plan and a grant come from needs no choice; everything else comes out of an account. */
function asksSource(kind: OrderKind, from: string): boolean {
  return kind === 'plan' || kind === 'appropriate' || from === direct;
}

function OrderForm({
  area,
  choices,
  onClose,
}: OrderSheetProps & { readonly choices: FundChoices }) {
  const text = useText(orderTexts);
  const say = useSay();
  const [typed, setTyped] = useState<Typed>({
    kind: 'appropriate',
    source: choices.sources[0]?.id ?? gift,
    giver: '',
    department: '',
    purpose: choices.uses[0]?.id ?? '',
    newPurpose: choices.uses[1]?.id ?? '',
    from: '',
    amount: '',
    on: '',
    document: '',
    memo: '',
    holder: '',
    again: '',
  });
  const [to, setTo] = useState<ChosenArea>();
  const put = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const enter = useWrite('POST /api/funds/orders', {
    stale: staleFunds,
    onDone: ({ approvalsNeeded }) => {
      say(text('saidEntered', { count: approvalsNeeded }));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const kinds: readonly string[] = takesFrom[typed.kind];
  const held = choices.held.filter((one) => kinds.includes(one.kind));
  const account = held.find((one) => one.id === typed.from) ?? held[0];
  const from = typed.kind === 'arrive' && typed.from === direct ? direct : (account?.id ?? direct);
  const fen = fenOfTyped(typed.amount);
  const isOpen = asksSource(typed.kind, from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fen === undefined) return;
    const given = typed.source === gift ? `${gift}/${typed.giver.trim()}` : typed.source;
    const taken = isOpen ? undefined : account;
    enter.mutate({
      body: {
        area,
        kind: typed.kind,
        on: typed.on,
        document: typed.document,
        memo: typed.memo,
        source: taken?.source ?? given,
        purpose: taken?.purpose ?? typed.purpose,
        amount: fen,
        ...(taken !== undefined
          ? { from: fromOf(taken) }
          : typed.kind === 'plan'
            ? {}
            : { from: { kind: 'source', area, holder: departmentOf(typed) } }),
        to: {
          ...(to === undefined ? {} : { area: to.code }),
          holder: typed.holder,
          purpose: typed.kind === 'repurpose' ? typed.newPurpose : null,
        },
        ...(typed.again === '' ? {} : { again: typed.again }),
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('what')}>
        <select
          className="input"
          value={typed.kind}
          onChange={(event) =>
            put({
              kind: orderKinds.find((one) => one === event.target.value) ?? 'plan',
              from: '',
            })
          }
        >
          {orderKinds.map((one) => (
            <option key={one} value={one}>
              {text(`kind_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      {typed.kind === 'plan' || typed.kind === 'appropriate' ? null : (
        <FromField
          kind={typed.kind}
          held={held}
          isCut={choices.more}
          value={from}
          onChoose={(id) => put({ from: id })}
        />
      )}
      {isOpen ? <SourceFields choices={choices} typed={typed} put={put} /> : null}
      {typed.kind === 'repurpose' ? (
        <UseField
          label={text('newUse')}
          choices={choices}
          value={typed.newPurpose}
          onChoose={(newPurpose) => put({ newPurpose })}
        />
      ) : null}
      {typed.kind === 'allocate' || typed.kind === 'pay' ? (
        <>
          <AreaField
            label={text(typed.kind === 'pay' ? 'toAreaPay' : 'toArea')}
            hint={text('toAreaHint')}
            value={to}
            onChoose={setTo}
          />
          <Field label={text(typed.kind === 'pay' ? 'holderPay' : 'holder')}>
            <input
              className="input"
              maxLength={80}
              required={typed.kind === 'pay'}
              value={typed.holder}
              onChange={(event) => put({ holder: event.target.value })}
            />
          </Field>
        </>
      ) : null}
      <PaperFields typed={typed} put={put} fen={fen} choices={choices} problem={problem} />
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={enter.isPending}>
          {text('submit')}
        </button>
      </p>
    </form>
  );
}

/** A gift names who gave it by its source. */
function departmentOf({ source, department }: Typed): string {
  return source === gift ? '' : department;
}

function fromOf({ kind, area, holder, project }: FundAccount) {
  const taken = kind === 'treasury' || kind === 'appropriated' ? kind : 'allocated';
  return { kind: taken, area: area.code, holder, project } as const;
}
