// Targets of loans of the year: assigned and set here stand apart, each with its base and what was lent of it.
import { useState } from 'react';
import type { LoanTargets } from '#contract/funds-targets.ts';
import { targetKinds, targetMeasures } from '#domain/funds/loans/target.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { Form, TextField } from './act-form.tsx';
import { targetTexts } from './target-texts.ts';

type Target = LoanTargets['items'][number];

export function TargetBlock({ area }: { readonly area: string }) {
  const text = useText(targetTexts);
  const [open, setOpen] = useState(false);
  const read = useRead('GET /api/funds/loans/targets', { query: { area } }, { keep: true });
  const { data } = read;
  if (data === undefined || (data.items.length === 0 && !data.mayEnter)) return null;
  return (
    <Block title={text('title', { year: data.year })}>
      {data.items.length === 0 ? <p className="quiet">{text('none')}</p> : null}
      <ul className="funds-list">
        {data.items.map((one) => (
          <TargetLine key={`${one.kind} ${one.measure}`} target={one} />
        ))}
      </ul>
      {data.mayEnter ? (
        <p className="funds-acts no-print">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {text('enter')}
          </button>
        </p>
      ) : null}
      {open ? <TargetSheet targets={data} onClose={() => setOpen(false)} /> : null}
    </Block>
  );
}

function TargetLine({ target }: { readonly target: Target }) {
  const text = useText(targetTexts);
  const { kind, measure, value, done, rate, document, by } = target;
  const shown = (amount: number) =>
    measure === 'amount'
      ? text('yuan', { amount: exactYuan(amount) })
      : text('homes', { count: exactNumber(amount) });
  return (
    <li>
      <p>
        {text(`kind_${kind}`)} {text(`measure_${measure}`)}{' '}
        <strong>{`${exactNumber(rate * 100, 2)}%`}</strong>
      </p>
      <p className="small quiet">
        {text('ofTarget', { done: shown(done), value: shown(value) })} {document}{' '}
        {text('by', { by })}
      </p>
    </li>
  );
}

function TargetSheet({
  targets,
  onClose,
}: {
  readonly targets: LoanTargets;
  readonly onClose: () => void;
}) {
  const text = useText(targetTexts);
  const say = useSay();
  const [kind, setKind] = useState<Target['kind']>('assigned');
  const [measure, setMeasure] = useState<Target['measure']>('amount');
  const [typed, setTyped] = useState('');
  const [document, setDocument] = useState('');
  const enter = useWrite('POST /api/funds/loans/targets', {
    stale: ['GET /api/funds/loans/targets'],
    onDone: () => {
      say(text('said'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const value = measure === 'amount' ? fenOfTyped(typed) : wholeOf(typed);
  return (
    <Form
      title={text('enterTitle', { year: targets.year })}
      lead={text('lead')}
      act={text('submit')}
      busy={enter.isPending}
      onClose={onClose}
      onSend={() => {
        if (value === undefined) return;
        const { year, area } = targets;
        enter.mutate({ body: { area: area.code, year, kind, measure, value, document } });
      }}
    >
      <Field label={text('kind')}>
        <select
          className="input"
          value={kind}
          onChange={(event) =>
            setKind(targetKinds.find((one) => one === event.target.value) ?? 'assigned')
          }
        >
          {targetKinds.map((one) => (
            <option key={one} value={one}>
              {text(`kind_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={text('measure')}>
        <select
          className="input"
          value={measure}
          onChange={(event) =>
            setMeasure(targetMeasures.find((one) => one === event.target.value) ?? 'amount')
          }
        >
          {targetMeasures.map((one) => (
            <option key={one} value={one}>
              {text(`measure_${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <TextField
        label={text(measure === 'amount' ? 'valueYuan' : 'valueHomes')}
        value={typed}
        onChange={setTyped}
        decimal
        problem={typed !== '' && value === undefined ? text('valueWrong') : problem}
      />
      <TextField label={text('document')} value={document} onChange={setDocument} />
    </Form>
  );
}

function wholeOf(typed: string): number | undefined {
  const number = Number(typed.replaceAll(',', '').trim());
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
