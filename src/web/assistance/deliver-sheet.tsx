// What was promised is delivered, or its next stage is reached, with what it changed in the register.
import { type FormEvent, useState } from 'react';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { stalePlans } from './stale-plans.ts';
import { fenOf } from './yuan-field.ts';

/** Fields that a delivery changes, with the list of their values; null where the answer is yes or no. */
export const resultFields = {
  houseGrade: 'houseGrade',
  waterSafe: null,
  drinkingWater: 'drinkingWater',
  roadSurface: 'roadSurface',
  electricity: 'electricity',
  sanitaryToilet: null,
  inCooperative: null,
} as const;

type ResultField = keyof typeof resultFields;
const fieldNames = Object.keys(resultFields) as readonly ResultField[];

export function DeliverSheet({
  one,
  onClose,
}: {
  readonly one: BenefitView;
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const form = useFormWords();
  const say = useSay();
  const { today } = useMe().installation;
  const [on, setOn] = useState(today);
  const [yuan, setYuan] = useState('');
  const [words, setWords] = useState('');
  const [field, setField] = useState<ResultField>();
  const [to, setTo] = useState('');
  const next = one.stages.find(({ reachedOn }) => reachedOn === null);
  const deliver = useWrite('POST /api/assistance/benefits/:id/delivery', {
    stale: stalePlans,
    onDone: ({ conflicts }) => {
      say(text(conflicts.length > 0 ? 'conflictOpened' : 'recorded'));
      onClose();
    },
  });
  const problem = useExplanation(deliver.error);
  const list = field === undefined ? undefined : resultFields[field];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = list === null ? to === 'yes' : to;
    deliver.mutate({
      params: { id: one.id },
      body: {
        on,
        stage: next?.code ?? null,
        deliveredFen: fenOf(yuan),
        words,
        result: field === undefined || to === '' ? null : { field, to: value },
      },
    });
  };
  const choices =
    list === null || list === undefined
      ? [
          { code: 'yes', label: text('yesWord') },
          { code: 'no', label: text('noWord') },
        ]
      : form.codes(list);
  return (
    <Sheet title={text('deliverTitle', { title: one.title })} onClose={onClose}>
      <form onSubmit={submit}>
        {next === undefined ? null : (
          <p className="sheet-lead">{text('nextStage', { stage: text.pick(next.title) })}</p>
        )}
        <Field label={text('day')}>
          <DayInput required max={today} value={on} onChange={setOn} />
        </Field>
        <Field label={text('got')}>
          <input
            className="input"
            inputMode="decimal"
            value={yuan}
            onChange={(event) => setYuan(event.target.value)}
          />
        </Field>
        <Field label={text('resultField')}>
          <select
            className="input"
            value={field ?? ''}
            onChange={(event) => {
              setField(fieldNames.find((name) => name === event.target.value));
              setTo('');
            }}
          >
            <option value="">{text('noResult')}</option>
            {fieldNames.map((name) => (
              <option key={name} value={name}>
                {form.field(name)}
              </option>
            ))}
          </select>
        </Field>
        {field === undefined ? null : (
          <Field label={text('resultTo')}>
            <select
              className="input"
              required
              value={to}
              onChange={(event) => setTo(event.target.value)}
            >
              <option value="" />
              {choices.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label={text('words')} problem={problem}>
          <input
            className="input"
            maxLength={300}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={deliver.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
