// Parts of the form of an act of money: from which account or source, how much, by which paper.
import type { FundAccount, FundChoices } from '#contract/funds.ts';
import type { OrderKind } from '#domain/funds/order.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { moneyTexts } from './money-texts.ts';
import { orderTexts } from './order-texts.ts';
import { purseWords } from './purse-words.ts';

export interface Typed {
  readonly kind: OrderKind;
  readonly source: string;
  readonly giver: string;
  /** Which department’s money it is. */
  readonly department: string;
  readonly purpose: string;
  readonly newPurpose: string;
  readonly from: string;
  readonly amount: string;
  readonly on: string;
  readonly document: string;
  readonly memo: string;
  readonly holder: string;
  readonly again: string;
}

export const gift = 'social';
export const direct = 'direct';

export interface Part {
  readonly typed: Typed;
  readonly put: (part: Partial<Typed>) => void;
}

export function FromField({
  kind,
  held,
  isCut,
  value,
  onChoose,
}: {
  readonly kind: OrderKind;
  readonly held: readonly FundAccount[];
  /** There are more than are offered. */
  readonly isCut: boolean;
  readonly value: string;
  readonly onChoose: (id: string) => void;
}) {
  const text = useText(orderTexts);
  const money = useText(moneyTexts);
  if (held.length === 0 && kind !== 'arrive') return <Problem>{text('fromNone')}</Problem>;
  return (
    <Field label={text('from')} hint={text(isCut ? 'fromCut' : 'fromHint')}>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {held.map((one) => (
          <option key={one.id} value={one.id}>
            {purseWords(one, {
              pick: text.pick,
              kind: money(`kind_${one.kind}`),
              purpose: one.purposeTitle,
            })}
          </option>
        ))}
        {kind === 'arrive' ? <option value={direct}>{text('direct')}</option> : null}
      </select>
    </Field>
  );
}

export function SourceFields({ choices, typed, put }: Part & { readonly choices: FundChoices }) {
  const text = useText(orderTexts);
  return (
    <>
      <Field label={text('source')}>
        <select
          className="input"
          value={typed.source}
          onChange={(event) => put({ source: event.target.value })}
        >
          {choices.sources.map((one) => (
            <option key={one.id} value={one.id}>
              {text.pick(one.title)}
            </option>
          ))}
          <option value={gift}>{text('gift')}</option>
        </select>
      </Field>
      {typed.source === gift ? (
        <Field label={text('giver')}>
          <input
            className="input"
            required
            maxLength={60}
            value={typed.giver}
            onChange={(event) => put({ giver: event.target.value })}
          />
        </Field>
      ) : typed.kind === 'plan' ? null : (
        <Field label={text('department')} hint={text('departmentHint')}>
          <input
            className="input"
            maxLength={80}
            value={typed.department}
            onChange={(event) => put({ department: event.target.value })}
          />
        </Field>
      )}
      <UseField
        label={text('use')}
        choices={choices}
        value={typed.purpose}
        onChoose={(purpose) => put({ purpose })}
      />
    </>
  );
}

export function UseField({
  label,
  choices,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly choices: FundChoices;
  readonly value: string;
  readonly onChoose: (use: string) => void;
}) {
  const text = useText(orderTexts);
  return (
    <Field label={label}>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {choices.uses.map((one) => (
          <option key={one.id} value={one.id}>
            {text.pick(one.title)}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function PaperFields({
  typed,
  put,
  fen,
  choices,
  problem,
}: Part & {
  readonly fen: number | undefined;
  readonly choices: FundChoices;
  readonly problem: string | undefined;
}) {
  const text = useText(orderTexts);
  const { countyFrom, twoFrom, verified } = choices.approvals;
  return (
    <>
      <Field
        label={text('amount')}
        hint={text('amountHint')}
        problem={typed.amount !== '' && fen === undefined ? text('amountWrong') : undefined}
      >
        <input
          className="input"
          inputMode="decimal"
          required
          value={typed.amount}
          onChange={(event) => put({ amount: event.target.value })}
        />
      </Field>
      <Field label={text('on')}>
        <DayInput required value={typed.on} onChange={(on) => put({ on })} />
      </Field>
      <Field label={text('document')} hint={text('documentHint')}>
        <input
          className="input"
          required
          maxLength={120}
          value={typed.document}
          onChange={(event) => put({ document: event.target.value })}
        />
      </Field>
      <Field label={text('memo')}>
        <input
          className="input"
          maxLength={300}
          value={typed.memo}
          onChange={(event) => put({ memo: event.target.value })}
        />
      </Field>
      <Field label={text('again')} hint={text('againHint')}>
        <input
          className="input"
          maxLength={300}
          value={typed.again}
          onChange={(event) => put({ again: event.target.value })}
        />
      </Field>
      {countyFrom === null || twoFrom === null ? null : (
        <p className="small quiet">
          {text('approvals', { amount: exactYuan(countyFrom), two: exactYuan(twoFrom) })}
          {verified ? '' : text('approvalsUnverified')}
        </p>
      )}
      <Problem>{problem}</Problem>
    </>
  );
}
