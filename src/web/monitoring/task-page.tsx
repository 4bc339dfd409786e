// One task or promise: who answers at which level, what was reported with which evidence, its parts below.
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Task } from '#contract/monitoring-tasks.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { Attachments } from '#web/registry/attachments/attachments.tsx';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ShareSheet } from './share-sheet.tsx';
import { staleTasks } from './stale-tasks.ts';
import { TaskProgress, TaskRows } from './task-list-page.tsx';
import { Foot, OwnerSheet } from './task-sheets.tsx';
import { taskTexts } from './task-texts.ts';
import './monitoring.css';

export function TaskPage() {
  const text = useText(taskTexts);
  const { id } = useParams({ from: '/frame/tasks/$id' });
  const read = useRead('GET /api/monitoring/tasks/:id', { params: { id } });
  return (
    <div className="page monitoring">
      <Link to="/tasks" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      {read.isPending ? <Skeleton lines={8} /> : null}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.data === undefined ? null : <Loaded key={read.data.reports.length} task={read.data} />}
    </div>
  );
}

function Loaded({ task }: { readonly task: Task }) {
  const text = useText(taskTexts);
  const may = useMay();
  const [open, setOpen] = useState<'owner' | 'share'>();
  const canShare = task.maySteer && task.areaCode.length < 12;
  return (
    <>
      <PageHead
        title={task.title}
        note={task.place}
        actions={
          canShare ? (
            <button type="button" className="button" onClick={() => setOpen('share')}>
              {text('share')}
            </button>
          ) : undefined
        }
      />
      <p className="small quiet">
        {[task.document, task.clause].filter((one) => one !== '').join(' · ')}
      </p>
      <div className="monitoring-far">
        <TaskProgress one={task} />
      </div>
      {task.method === '' ? null : <p className="monitoring-words">{task.method}</p>}
      <Responsibilities task={task} onAdd={() => setOpen('owner')} />
      <Block title={text('reports')}>
        {task.mayReport ? <ReportForm task={task} /> : null}
        {task.reports.length === 0 ? <p className="quiet">{text('noReports')}</p> : null}
        <ol className="monitoring-trail">
          {task.reports.map((one) => (
            <li key={one.id}>
              {one.stage === null ? null : <strong>{text.pick(one.stage)} </strong>}
              {one.quantity === 0 ? null : (
                <strong>
                  +{exactNumber(one.quantity)} {task.unit}{' '}
                </strong>
              )}
              <small className="quiet">
                <Day day={one.on} /> {one.by} {one.evidence}
              </small>
              <span>{one.words}</span>
            </li>
          ))}
        </ol>
      </Block>
      {may('registry.read') ? (
        <Block title={text('files')}>
          <Attachments
            area={task.areaCode}
            subject={`task:${task.id}`}
            mayAdd={may('registry.attach')}
          />
        </Block>
      ) : null}
      {task.items.length === 0 ? null : (
        <Block title={text('parts')} aside={text('partsAside')}>
          <TaskRows rows={task.items} />
        </Block>
      )}
      {open === 'owner' ? <OwnerSheet task={task} onClose={() => setOpen(undefined)} /> : null}
      {open === 'share' ? <ShareSheet task={task} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Responsibilities({ task, onAdd }: { readonly task: Task; readonly onAdd: () => void }) {
  const text = useText(taskTexts);
  const drop = useWrite('DELETE /api/monitoring/tasks/:id/owners/:owner', { stale: staleTasks });
  const titleOf = (level: string) => {
    const found = task.levels.find(({ id }) => id === level);
    return found === undefined ? '' : text.pick(found.title);
  };
  return (
    <Block
      title={text('responsibilities')}
      aside={
        task.maySteer ? (
          <button type="button" className="button no-print" onClick={onAdd}>
            {text('addOwner')}
          </button>
        ) : undefined
      }
    >
      <p className={task.gap === null ? 'quiet' : 'monitoring-gap'}>
        {task.gap === null ? text('everyLevel') : `▲ ${text.pick(task.gap)}`}
      </p>
      <ul className="monitoring-lines monitoring-owners">
        {task.owners.map((one) => (
          <li key={one.id}>
            <span>
              <small className="quiet">{titleOf(one.level)}</small> {one.name}
            </span>
            {task.maySteer ? (
              <button
                type="button"
                className="button plain no-print"
                aria-label={`${text('drop')} ${one.name}`}
                onClick={() => drop.mutate({ params: { id: task.id, owner: one.id } })}
              >
                {text('drop')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function ReportForm({ task }: { readonly task: Task }) {
  const text = useText(taskTexts);
  const say = useSay();
  const [quantity, setQuantity] = useState('');
  const [stage, setStage] = useState(task.stage?.id ?? '');
  const [words, setWords] = useState('');
  const [evidence, setEvidence] = useState('');
  const [isDone, setIsDone] = useState(false);
  const send = useWrite('POST /api/monitoring/tasks/:id/progress', {
    stale: staleTasks,
    onDone: () => say(text('saidSaved')),
  });
  const problem = useExplanation(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({
      params: { id: task.id },
      body: {
        quantity: quantity === '' ? 0 : Number(quantity),
        words,
        evidence,
        isDone,
        ...(stage === '' ? {} : { stage }),
      },
    });
  };
  return (
    <form className="monitoring-report no-print" onSubmit={submit}>
      {task.stages.length === 0 ? (
        <Field
          label={
            task.unit === ''
              ? text('quantity')
              : `${text('quantity')}${text.marks.open}${task.unit}${text.marks.close}`
          }
        >
          <input
            className="input"
            type="number"
            min="0"
            step="any"
            value={quantity}
            onChange={(event) => setQuantity(event.target.value)}
          />
        </Field>
      ) : (
        <Field label={text('stage')}>
          <select
            className="input"
            value={stage}
            onChange={(event) => setStage(event.target.value)}
          >
            {task.stages.map((one) => (
              <option key={one.id} value={one.id}>
                {text.pick(one.title)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={text('words')}>
        <input
          className="input"
          required
          minLength={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Field label={text('evidence')} hint={text('evidenceHint')}>
        <input
          className="input"
          maxLength={300}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
      </Field>
      <div className="monitoring-send">
        {task.stages.length === 0 ? (
          <label className="check">
            <input
              type="checkbox"
              checked={isDone}
              onChange={(event) => setIsDone(event.target.checked)}
            />
            {text('isDone')}
          </label>
        ) : null}
        <Foot problem={problem} isPending={send.isPending} />
      </div>
    </form>
  );
}
