// Money set aside for a project and bills paid out of it: acts of money that others approve.
import { type FormEvent, useState } from 'react';
import type { FundAccount } from '#contract/funds.ts';
import type { Project } from '#contract/funds-projects.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactYuan } from '#web/text/number.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { purseWords } from '../purse-words.ts';
import { fenOfTyped } from '../read-yuan.ts';
import { staleFunds } from '../stale-funds.ts';
import { TextField } from './act-sheet.tsx';
import { projectTexts } from './project-texts.ts';
import { staleProjects } from './stale-projects.ts';

interface MoneySheetProps {
  readonly project: Project;
  readonly onClose: () => void;
}

const stale = [
  ...staleFunds,
  ...staleProjects.filter((one) => !staleFunds.some((it) => it === one)),
];

export function AllocateSheet({ project, onClose }: MoneySheetProps) {
  const text = useText(projectTexts);
  const county = project.area.code.slice(0, 6);
  const choices = useRead('GET /api/funds/choices', { query: { area: county } });
  const problem = useExplanation(choices.error);
  const held = (choices.data?.held ?? []).filter(
    (one) =>
      (one.kind === 'treasury' || one.kind === 'allocated') &&
      one.project === null &&
      project.lines.some((line) => line.source === one.source && line.purpose === one.purpose),
  );
  return (
    <Sheet title={text('allocate')} onClose={onClose}>
      <p className="sheet-lead">{text('allocateLead')}</p>
      <Problem>{problem}</Problem>
      {choices.isPending ? <Skeleton lines={5} /> : null}
      {choices.data !== undefined && held.length === 0 ? (
        <Problem>{text('allocateNone')}</Problem>
      ) : null}
      {held.length === 0 ? null : (
        <AllocateForm project={project} county={county} held={held} onClose={onClose} />
      )}
    </Sheet>
  );
}

function AllocateForm({
  project,
  county,
  held,
  onClose,
}: MoneySheetProps & { readonly county: string; readonly held: readonly FundAccount[] }) {
  const text = useText(projectTexts);
  const [from, setFrom] = useState(held[0]?.id ?? '');
  const account = held.find(({ id }) => id === from);
  const { send, problem, isBusy } = useOrder(text('saidAllocated'), onClose);
  return (
    <MoneyForm
      problem={problem}
      isBusy={isBusy}
      onSend={({ fen, on, document }) => {
        if (account === undefined) return;
        const { source, purpose, area, holder } = account;
        const kind = account.kind === 'treasury' ? 'treasury' : 'allocated';
        send({
          area: county,
          kind: 'allocate',
          on,
          document,
          source,
          purpose,
          amount: fen,
          from: { kind, area: area.code, holder },
          to: { area: project.area.code, holder: project.holder, project: project.id },
        });
      }}
    >
      <Field label={text('fromAccount')}>
        <select className="input" value={from} onChange={(event) => setFrom(event.target.value)}>
          {held.map((one) => (
            <option key={one.id} value={one.id}>
              {purseWords(one, { pick: text.pick, purpose: one.purposeTitle })}
            </option>
          ))}
        </select>
      </Field>
    </MoneyForm>
  );
}

export function PaySheet({ project, onClose }: MoneySheetProps) {
  const text = useText(projectTexts);
  const { purses, lines } = project;
  const open = project.milestones.filter(({ closed }) => closed === null);
  const [purse, setPurse] = useState(purses[0]?.id ?? '');
  const [milestone, setMilestone] = useState(open[0]?.id ?? '');
  const [payee, setPayee] = useState(project.contractor ?? '');
  const { send, problem, isBusy } = useOrder(text('saidPaid'), onClose);
  const chosen = purses.find(({ id }) => id === purse);
  if (chosen === undefined) {
    return (
      <Sheet title={text('pay')} onClose={onClose}>
        <Problem>{text('payNone')}</Problem>
      </Sheet>
    );
  }
  const titleOf = (one: (typeof purses)[number]) => {
    const line = lines.find((it) => it.source === one.source && it.purpose === one.purpose);
    return line === undefined
      ? one.source
      : `${text.pick(line.sourceTitle)} · ${text.pick(line.purposeTitle)}`;
  };
  return (
    <Sheet title={text('pay')} onClose={onClose}>
      <p className="sheet-lead">{text('payLead')}</p>
      <MoneyForm
        problem={problem}
        isBusy={isBusy}
        onSend={({ fen, on, document }) =>
          send({
            area: project.area.code,
            kind: 'pay',
            on,
            document,
            source: chosen.source,
            purpose: chosen.purpose,
            amount: fen,
            from: {
              kind: 'allocated',
              area: chosen.area.code,
              holder: chosen.holder,
              project: project.id,
            },
            to: { area: project.area.code, holder: payee, project: project.id, milestone },
          })
        }
      >
        <Field label={text('purse')}>
          <select
            className="input"
            value={purse}
            onChange={(event) => setPurse(event.target.value)}
          >
            {purses.map((one) => (
              <option key={one.id} value={one.id}>
                {titleOf(one)} · {exactYuan(one.balance)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={text('milestone')}>
          <select
            className="input"
            value={milestone}
            onChange={(event) => setMilestone(event.target.value)}
          >
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title} {exactYuan(one.share - one.paid)}
              </option>
            ))}
          </select>
        </Field>
        <TextField label={text('payee')} value={payee} required onChange={setPayee} />
      </MoneyForm>
    </Sheet>
  );
}

function useOrder(said: string, onClose: () => void) {
  const say = useSay();
  const enter = useWrite('POST /api/funds/orders', {
    stale,
    onDone: () => {
      say(said);
      onClose();
    },
  });
  const problem = useExplanation(enter.error);
  type Body = Parameters<typeof enter.mutate>[0]['body'];
  return { send: (body: Body) => enter.mutate({ body }), problem, isBusy: enter.isPending };
}

function MoneyForm({
  problem,
  isBusy,
  onSend,
  children,
}: {
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onSend: (typed: { fen: number; on: string; document: string }) => void;
  readonly children: React.ReactNode;
}) {
  const text = useText(projectTexts);
  const [amount, setAmount] = useState('');
  const [on, setOn] = useState('');
  const [document, setDocument] = useState('');
  const fen = fenOfTyped(amount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fen !== undefined) onSend({ fen, on, document });
  };
  return (
    <form onSubmit={submit}>
      {children}
      <Field
        label={text('amount')}
        hint={text('amountHint')}
        problem={amount === '' || fen !== undefined ? undefined : text('amountWrong')}
      >
        <input
          className="input"
          required
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </Field>
      <Field label={text('on')}>
        <DayInput required value={on} onChange={setOn} />
      </Field>
      <Field label={text('billDocument')} problem={problem}>
        <input
          className="input"
          required
          maxLength={120}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </Field>
      <p className="sheet-act">
        <button type="submit" className="button primary" disabled={isBusy}>
          {text('submit')}
        </button>
      </p>
    </form>
  );
}
