// Somebody joins the household or leaves it: acts of their own, each with its day and ground.

import { type FormEvent, useState } from 'react';
import type { HouseholdCard, MemberCard } from '#contract/registry-households.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { LikePersons } from '#web/registry/duplicates/like-persons.tsx';
import {
  freshTestimony,
  sentTestimony,
  TestimonyFields,
} from '#web/registry/edit/testimony-fields.tsx';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { staleAfterWrite } from './household-reads.ts';
import { memberTexts } from './member-texts.ts';

interface MemberSheetProps {
  readonly card: HouseholdCard;
  readonly act: 'join' | MemberCard;
  readonly onClose: () => void;
}

export function MemberSheet({ card, act, onClose }: MemberSheetProps) {
  if (act === 'join') return <JoinSheet card={card} onClose={onClose} />;
  return <DepartSheet card={card} member={act} onClose={onClose} />;
}

function JoinSheet({ card, onClose }: Omit<MemberSheetProps, 'act'>) {
  const text = useText(memberTexts);
  const { today } = useMe().installation;
  const [person, setPerson] = useState({
    name: '',
    relation: '',
    sex: '',
    birthDate: '',
    identity: '',
  });
  const [joinedReason, setReason] = useState('');
  const [said, setSaid] = useState(freshTestimony(today));
  const join = useWrite('POST /api/registry/households/:id/persons', {
    stale: staleAfterWrite,
    onDone: onClose,
  });
  const problem = useExplanation(join.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== ''));
    join.mutate({
      params: { id: card.id },
      body: { values, joinedReason, ...sentTestimony(said) },
    });
  };
  const change = (part: Partial<typeof person>) => setPerson({ ...person, ...part });
  return (
    <Sheet title={text('joinTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('reason')}>
          <CodeChoice list="memberChange" suffix="IN" value={joinedReason} onChange={setReason} />
        </Field>
        <Field label={text('name')}>
          <input
            className="input"
            required
            maxLength={60}
            value={person.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <CodeField
          list="relation"
          value={person.relation}
          onChange={(relation) => change({ relation })}
        />
        <CodeField list="sex" value={person.sex} onChange={(sex) => change({ sex })} />
        <DateField value={person.birthDate} onChange={(birthDate) => change({ birthDate })} />
        <LikePersons area={card.areaCode} name={person.name} birthDate={person.birthDate} />
        <Field label={text('identity')} hint={text('identityHint')}>
          <input
            className="input"
            maxLength={24}
            autoComplete="off"
            value={person.identity}
            onChange={(event) => change({ identity: event.target.value.trim() })}
          />
        </Field>
        <p className="small quiet">{text('more')}</p>
        <TestimonyFields
          value={said}
          today={today}
          onChange={(part) => setSaid({ ...said, ...part })}
        />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={join.isPending}>
            {text('joinEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function DepartSheet({
  card,
  member,
  onClose,
}: Omit<MemberSheetProps, 'act'> & {
  readonly member: MemberCard;
}) {
  const text = useText(memberTexts);
  const { today } = useMe().installation;
  const [leftReason, setReason] = useState('');
  const [newHead, setNewHead] = useState('');
  const [said, setSaid] = useState(freshTestimony(today));
  const depart = useWrite('POST /api/registry/persons/:id/departure', {
    stale: staleAfterWrite,
    onDone: onClose,
  });
  const problem = useExplanation(depart.error);
  const others = card.members.filter((other) => other.id !== member.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    depart.mutate({
      params: { id: member.id },
      body: { leftReason, ...(newHead === '' ? {} : { newHead }), ...sentTestimony(said) },
    });
  };
  return (
    <Sheet
      title={text('departTitle', { name: String(member.values.name ?? '') })}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <p className="sheet-lead">{text('departLead')}</p>
        <Field label={text('reason')}>
          <CodeChoice list="memberChange" suffix="OUT" value={leftReason} onChange={setReason} />
        </Field>
        {member.isHead && others.length > 0 ? (
          <Field label={text('newHead')}>
            <select
              className="input"
              required
              value={newHead}
              onChange={(event) => setNewHead(event.target.value)}
            >
              <option value="">{text('choose')}</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {String(other.values.name ?? '')}
                </option>
              ))}
            </select>
          </Field>
        ) : null}
        <TestimonyFields
          value={said}
          today={today}
          onChange={(part) => setSaid({ ...said, ...part })}
        />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={depart.isPending}>
            {text('departEnter')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

interface CodeChoiceProps {
  readonly list: string;
  /** Which codes of the list are meant, by what they end in. */
  readonly suffix?: 'IN' | 'OUT';
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Reasons to come and to go stand in one list. */
const comings = new Set(['BORN', 'MARRIED_IN', 'MOVED_IN']);
const either = new Set(['SPLIT', 'ERROR']);

function CodeChoice({ list, suffix, value, onChange, ...rest }: CodeChoiceProps) {
  const text = useText(memberTexts);
  const words = useFormWords();
  const fits = (code: string) =>
    suffix === undefined || either.has(code) || comings.has(code) === (suffix === 'IN');
  const codes = words.codes(list).filter(({ code }) => fits(code));
  return (
    <select
      {...rest}
      className="input"
      required={suffix !== undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{text('choose')}</option>
      {codes.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

function CodeField({ list, value, onChange }: Omit<CodeChoiceProps, 'suffix'>) {
  const words = useFormWords();
  return (
    <Field label={words.field(list)}>
      <CodeChoice list={list} value={value} onChange={onChange} />
    </Field>
  );
}

function DateField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const words = useFormWords();
  return (
    <Field label={words.field('birthDate')}>
      <DayInput value={value} onChange={(day) => onChange(day)} />
    </Field>
  );
}
