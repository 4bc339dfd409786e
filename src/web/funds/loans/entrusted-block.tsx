// On the page of an entrusted loan: its contract with the parties, the returns by year, and its way out.
import { type FormEvent, useState } from 'react';
import type { Entrusted } from '#contract/funds-entrusted.ts';
import type { LoanDetail } from '#contract/funds-loans.ts';
import { type WayOut, waysOut } from '#domain/funds/loans/entrusted.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { Form, TextField } from './act-form.tsx';
import { AmountSheet } from './amount-sheet.tsx';
import { windingMeanings } from './entrusted-page.tsx';
import { entrustedTexts } from './entrusted-texts.ts';
import { staleLoans } from './stale-loans.ts';

interface Part {
  readonly loan: LoanDetail;
}

export function EntrustedBlock({ loan }: Part) {
  const text = useText(entrustedTexts);
  const may = useMay();
  const [doing, setDoing] = useState<'enter' | 'pay' | 'agreed' | 'settled'>();
  const isEntrusted = loan.mode === 'entrusted' && loan.lent > 0;
  const read = useRead(
    'GET /api/funds/entrusted',
    { query: { area: loan.area.code, loan: loan.id } },
    { enabled: isEntrusted },
  );
  if (!isEntrusted || read.data === undefined) return null;
  const [contract] = read.data.items;
  const close = () => setDoing(undefined);
  const mayAct = may('funds.ask') && contract?.settledOn == null;
  return (
    <Block title={text('title')}>
      {contract === undefined ? null : <ContractOf contract={contract} />}
      {mayAct ? (
        <div className="funds-acts no-print">
          {contract === undefined ? (
            <button type="button" className="button primary" onClick={() => setDoing('enter')}>
              {text('enter')}
            </button>
          ) : (
            <>
              <button type="button" className="button primary" onClick={() => setDoing('pay')}>
                {text('pay')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setDoing(contract.agreedOn === null ? 'agreed' : 'settled')}
              >
                {text(contract.agreedOn === null ? 'agree' : 'settle')}
              </button>
            </>
          )}
        </div>
      ) : null}
      {doing === 'enter' ? <EnterSheet loan={loan} onClose={close} /> : null}
      {doing === 'pay' ? <PaySheet loan={loan} onClose={close} /> : null}
      {doing === 'agreed' || doing === 'settled' ? (
        <WindSheet loan={loan} step={doing} onClose={close} />
      ) : null}
    </Block>
  );
}

function ContractOf({ contract }: { readonly contract: Entrusted }) {
  const text = useText(entrustedTexts);
  return (
    <>
      <p>
        {contract.document} {contract.from} – {contract.until} · {contract.yieldPercent}%{' '}
        <Chip meaning={windingMeanings[contract.state]}>{text(`state_${contract.state}`)}</Chip>{' '}
        {contract.how === null ? null : text(`how_${contract.how}`)}
      </p>
      <ul className="funds-list" aria-label={text('return')}>
        {contract.returns.map((one) => (
          <li key={one.year}>
            <p>
              {text('returnLine', {
                year: one.year,
                dueOn: one.dueOn,
                due: exactYuan(one.due),
              })}{' '}
              {one.paid >= one.due ? (
                <Chip meaning="done">{text('returnPaid')}</Chip>
              ) : one.daysLate > 0 ? (
                <Chip meaning="over">{text('returnLate', { days: one.daysLate })}</Chip>
              ) : (
                <Chip meaning="neutral">{text('returnDue')}</Chip>
              )}
            </p>
          </li>
        ))}
      </ul>
      <h3>{text('parties')}</h3>
      <dl className="funds-facts">
        {contract.parties.map((one) => (
          <div key={one.party.zh} className="funds-fact">
            <dt>{text.pick(one.party)}</dt>
            <dd>
              {one.name} <span className="quiet">{one.duty}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface SheetProps extends Part {
  readonly onClose: () => void;
}

const staleEntrusted = [
  ...staleLoans,
  'GET /api/funds/entrusted',
  'GET /api/funds/entrusted/summary',
] as const;

function EnterSheet({ loan, onClose }: SheetProps) {
  const text = useText(entrustedTexts);
  const say = useSay();
  const choices = useRead('GET /api/funds/loans/choices', { query: { area: loan.area.code } });
  const parties = choices.data?.products.find(({ id }) => id === loan.product)?.parties ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [on, setOn] = useState('');
  const [document, setDocument] = useState('');
  const enter = useWrite('POST /api/funds/loans/:id/entrustment', {
    stale: staleEntrusted,
    onDone: () => {
      say(text('saidEntered'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({
      params: { id: loan.id },
      body: {
        on,
        document,
        parties: parties.map((_, index) => ({
          name: typed[`name ${index}`] ?? '',
          duty: typed[`duty ${index}`] ?? '',
        })),
      },
    });
  };
  return (
    <Sheet title={text('enter')} onClose={onClose}>
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('enterLead')}</p>
        {parties.flatMap((party, index) =>
          (['name', 'duty'] as const).map((part) => (
            <TextField
              key={`${party.zh} ${part}`}
              label={text(part, { party: text.pick(party) })}
              value={typed[`${part} ${index}`] ?? ''}
              onChange={(value) =>
                setTyped((before) => ({ ...before, [`${part} ${index}`]: value }))
              }
            />
          )),
        )}
        <TextField label={text('document')} value={document} onChange={setDocument} />
        <Field label={text('on')} problem={problem}>
          <DayInput required value={on} onChange={setOn} />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={enter.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function PaySheet({ loan, onClose }: SheetProps) {
  const text = useText(entrustedTexts);
  const say = useSay();
  const pay = useWrite('POST /api/funds/loans/:id/returns', {
    stale: staleEntrusted,
    onDone: () => {
      say(text('saidPaid'));
      onClose();
    },
  });
  const problem = useExplanation(pay.error);
  return (
    <AmountSheet
      title={text('pay')}
      lead={text('payLead')}
      act={text('save')}
      text={text}
      problem={problem}
      busy={pay.isPending}
      onSend={(body) => pay.mutate({ params: { id: loan.id }, body })}
      onClose={onClose}
    />
  );
}

function WindSheet({ loan, step, onClose }: SheetProps & { readonly step: 'agreed' | 'settled' }) {
  const text = useText(entrustedTexts);
  const say = useSay();
  const [how, setHow] = useState<WayOut>('ownUse');
  const [words, setWords] = useState('');
  const [on, setOn] = useState('');
  const wind = useWrite('POST /api/funds/loans/:id/winding', {
    stale: staleEntrusted,
    onDone: () => {
      say(text('saidWound'));
      onClose();
    },
  });
  const problem = useExplanation(wind.error);
  return (
    <Form
      title={text(step === 'agreed' ? 'agree' : 'settle')}
      lead={text('windLead')}
      act={text('save')}
      busy={wind.isPending}
      onClose={onClose}
      onSend={() =>
        wind.mutate({
          params: { id: loan.id },
          body: { step, on, words, ...(step === 'agreed' ? { how } : {}) },
        })
      }
    >
      {step === 'agreed' ? (
        <Field label={text('how')}>
          <select
            className="input"
            value={how}
            onChange={(event) =>
              setHow(waysOut.find((one) => one === event.target.value) ?? 'ownUse')
            }
          >
            {waysOut.map((one) => (
              <option key={one} value={one}>
                {text(`how_${one}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <TextField label={text('words')} value={words} onChange={setWords} />
      <Field label={text('on')} problem={problem}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
    </Form>
  );
}
