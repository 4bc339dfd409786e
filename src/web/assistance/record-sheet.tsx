// Something is recorded once for a household or a member: promised, or delivered on a day.
import { type FormEvent, useState } from 'react';
import type { HouseholdAssistance } from '#contract/assistance.ts';
import type { MemberCard } from '#contract/registry-households.ts';
import { stagedKindOf } from '#domain/assistance/delivery-stages.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { stalePlans } from './stale-plans.ts';
import { fenOf } from './yuan-field.ts';

export function RecordSheet({
  help,
  members,
  onClose,
}: {
  readonly help: HouseholdAssistance;
  readonly members: readonly MemberCard[];
  readonly onClose: () => void;
}) {
  const text = useText(deliveryTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const planned = help.plan?.measures ?? [];
  const [code, setCode] = useState(planned[0]?.code ?? help.choices.measures[0]?.code ?? '');
  const [benefit, setBenefit] = useState('');
  const [person, setPerson] = useState('');
  const [title, setTitle] = useState('');
  const [yuan, setYuan] = useState('');
  const [on, setOn] = useState('');
  const [details, setDetails] = useState<Readonly<Record<string, string>>>({});
  const record = useWrite('POST /api/assistance/households/:id/benefits', {
    stale: stalePlans,
    onDone: () => {
      say(text('recorded'));
      onClose();
    },
  });
  const problem = useExplanation(record.error);
  const { measures, benefits, details: lists } = help.choices;
  const offered = benefits.filter((one) => one.measure === null || one.measure === code);
  const chosen = benefits.find(({ id }) => id === benefit);
  const kind = stagedKindOf({ kind: chosen?.kind ?? 'goods', code });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate({
      params: { id: help.household },
      body: {
        code,
        benefit: benefit === '' ? null : benefit,
        line: planned.find((one) => one.code === code)?.line ?? null,
        person: person === '' ? null : person,
        ...(title.trim() === '' ? {} : { title }),
        promisedFen: fenOf(yuan),
        deliveredOn: on === '' ? null : on,
        deliveredFen: on === '' ? null : fenOf(yuan),
        details: { ...details },
      },
    });
  };
  return (
    <Sheet title={text('recordTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('measure')}>
          <select
            className="input"
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              setBenefit('');
              setDetails({});
            }}
          >
            {measures.map((one) => (
              <option key={one.code} value={one.code}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={text('benefit')}
          hint={chosen === undefined ? undefined : text.pick(chosen.who)}
        >
          <select
            className="input"
            value={benefit}
            onChange={(event) => setBenefit(event.target.value)}
          >
            <option value="">{text('noBenefit')}</option>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('forWhom')}>
          <select
            className="input"
            value={person}
            required={chosen?.to === 'person'}
            onChange={(event) => setPerson(event.target.value)}
          >
            <option value="">{text('wholeHousehold')}</option>
            {members.map((one) => (
              <option key={one.id} value={one.id}>
                {String(one.values.name ?? '')}
              </option>
            ))}
          </select>
        </Field>
        {lists
          .filter((list) => list.kind === kind)
          .map((list) => (
            <Field key={list.id} label={text.pick(list.title)}>
              <select
                className="input"
                value={details[list.id] ?? ''}
                onChange={(event) => {
                  const { [list.id]: _, ...rest } = details;
                  setDetails(
                    event.target.value === '' ? rest : { ...rest, [list.id]: event.target.value },
                  );
                }}
              >
                <option value="" />
                {list.codes.map((each) => (
                  <option key={each.code} value={each.code}>
                    {text.pick(each.title)}
                  </option>
                ))}
              </select>
            </Field>
          ))}
        <Field label={text('what')}>
          <input
            className="input"
            maxLength={120}
            placeholder={chosen === undefined ? '' : text.pick(chosen.title)}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field label={text('got')}>
          <input
            className="input"
            inputMode="decimal"
            value={yuan}
            onChange={(event) => setYuan(event.target.value)}
          />
        </Field>
        <Field label={text('deliveredOn')} problem={problem}>
          <DayInput max={today} value={on} onChange={setOn} />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={record.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}
