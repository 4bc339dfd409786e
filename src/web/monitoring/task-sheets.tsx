// Sheets of tasks: a document, a task or promise, who answers, a part handed down.
import { type FormEvent, useState } from 'react';
import type { listDocuments, Task } from '#contract/monitoring-tasks.ts';
import type { OutputOf } from '#contract/route.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { BudgetWarning } from '#web/insight/burden/budget-warning.tsx';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { type ChosenOwner, OwnerField } from './owner-field.tsx';
import { staleTasks } from './stale-tasks.ts';
import { taskTexts } from './task-texts.ts';

interface SheetProps {
  readonly area: string;
  readonly onClose: () => void;
}

export function DocumentSheet({ area, onClose }: SheetProps) {
  const text = useText(taskTexts);
  const say = useSay();
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const enter = useWrite('POST /api/monitoring/documents', {
    stale: staleTasks,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ body: { area, title, number, ...(issuedOn === '' ? {} : { issuedOn }) } });
  };
  return (
    <Sheet title={text('documentNew')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Words label={text('documentTitle')} value={title} onChange={setTitle} required />
        <Words label={text('documentNumber')} value={number} onChange={setNumber} />
        <Field label={text('issuedOn')}>
          <DayInput value={issuedOn} onChange={setIssuedOn} />
        </Field>
        <Foot problem={problem} isPending={enter.isPending} />
      </form>
    </Sheet>
  );
}

export function TaskSheet({
  area,
  kind,
  documents,
  onClose,
}: SheetProps & {
  readonly kind: 'task' | 'promise';
  readonly documents: OutputOf<typeof listDocuments>['items'];
}) {
  const text = useText(taskTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [document, setDocument] = useState(documents[0]?.id ?? '');
  const [clause, setClause] = useState('');
  const [title, setTitle] = useState('');
  const [unit, setUnit] = useState('');
  const [target, setTarget] = useState('');
  const [startOn, setStartOn] = useState<string>(today);
  const [dueOn, setDueOn] = useState('');
  const [owner, setOwner] = useState<ChosenOwner>({ account: '', name: '' });
  const enter = useWrite('POST /api/monitoring/tasks', {
    stale: staleTasks,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const account = owner.account === '' ? null : owner.account;
    enter.mutate({
      body: {
        area,
        kind,
        clause,
        title,
        unit,
        startOn,
        dueOn,
        ...(document === '' ? {} : { document }),
        ...(target === '' ? {} : { target: Number(target) }),
        ...(kind === 'promise' ? { department: { account, name: owner.name } } : {}),
      },
    });
  };
  return (
    <Sheet title={text(kind === 'task' ? 'enter' : 'enterPromise')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={text('document')}>
          <select
            className="input"
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          >
            <option value="">{text('noDocument')}</option>
            {documents.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title} {one.number}
              </option>
            ))}
          </select>
        </Field>
        <Words label={text('clauseLabel')} value={clause} onChange={setClause} />
        <Words label={text('titleLabel')} value={title} onChange={setTitle} required />
        {kind === 'promise' ? <OwnerField area={area} value={owner} onChange={setOwner} /> : null}
        <Field label={text('targetLabel')} hint={text('targetHint')}>
          <input
            className="input"
            type="number"
            min="0"
            step="any"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Field>
        <Words label={text('unitLabel')} value={unit} onChange={setUnit} />
        <Field label={text('startLabel')}>
          <DayInput required value={startOn} onChange={setStartOn} />
        </Field>
        <Field label={text('dueLabel')}>
          <DayInput required value={dueOn} onChange={setDueOn} />
        </Field>
        {dueOn === '' || dueOn < startOn ? null : (
          <BudgetWarning query={{ area, of: 'task', level: 'department', startOn, dueOn }} />
        )}
        <Foot problem={problem} isPending={enter.isPending} />
      </form>
    </Sheet>
  );
}

export interface OfTask {
  readonly task: Task;
  readonly onClose: () => void;
}

export function OwnerSheet({ task, onClose }: OfTask) {
  const text = useText(taskTexts);
  const say = useSay();
  const lacking = task.levels.find(({ id }) => !task.owners.some(({ level }) => level === id));
  const [level, setLevel] = useState(lacking?.id ?? task.levels[0]?.id ?? 'any');
  const [owner, setOwner] = useState<ChosenOwner>({ account: '', name: '' });
  const name = useWrite('POST /api/monitoring/tasks/:id/owners', {
    stale: staleTasks,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(name.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const account = owner.account === '' ? null : owner.account;
    name.mutate({ params: { id: task.id }, body: { level, account, name: owner.name } });
  };
  return (
    <Sheet title={text('addOwner')} onClose={onClose} centred>
      <form onSubmit={submit}>
        {task.levels.length === 0 ? null : (
          <Field label={text('level')}>
            <select
              className="input"
              value={level}
              onChange={(event) => setLevel(event.target.value)}
            >
              {task.levels.map((one) => (
                <option key={one.id} value={one.id}>
                  {text.pick(one.title)}
                </option>
              ))}
            </select>
          </Field>
        )}
        <OwnerField area={task.areaCode.slice(0, 6)} value={owner} onChange={setOwner} />
        <Foot problem={problem} isPending={name.isPending} />
      </form>
    </Sheet>
  );
}

function Words({
  label,
  value,
  onChange,
  required,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
}) {
  return (
    <Field label={label}>
      <input
        className="input"
        required={required === true}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export function Foot({
  problem,
  isPending,
}: {
  readonly problem: string | undefined;
  readonly isPending: boolean;
}) {
  const text = useText(taskTexts);
  return (
    <>
      <Problem>{problem}</Problem>
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={isPending}>
          {text('save')}
        </button>
      </p>
    </>
  );
}
