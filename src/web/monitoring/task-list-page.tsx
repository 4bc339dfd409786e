// Tasks of documents, or promises of departments: who answers, how far, until when.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaskRow } from '#contract/monitoring-tasks.ts';
import { useMe, useSeesAll } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { Gantt } from './gantt.tsx';
import type { TaskSearch } from './task-search.ts';
import { DocumentSheet, TaskSheet } from './task-sheets.tsx';
import { taskTexts } from './task-texts.ts';
import './monitoring.css';

export function TaskListPage() {
  const text = useText(taskTexts);
  const home = useMe().area.code;
  const seesAll = useSeesAll();
  const { area = home, promises, timeline, finished } = useSearch({ from: '/frame/tasks' });
  const kind = promises === 'yes' ? 'promise' : 'task';
  const [open, setOpen] = useState<'task' | 'document'>();
  const documents = useRead('GET /api/monitoring/documents', { query: { area } });
  const list = usePages('GET /api/monitoring/tasks', {
    query: { area, kind, show: finished === 'yes' ? 'done' : 'open', limit: 100 },
  });
  const late = list.items.filter(({ lateDays, doneOn }) => doneOn === null && lateDays > 0).length;
  const gaps = list.items.filter(({ gap }) => gap !== null).length;
  return (
    <div className="page monitoring">
      <PageHead
        title={text(kind === 'task' ? 'title' : 'promises')}
        actions={
          <>
            <a
              className="button"
              href={urlOf('GET /api/monitoring/tasks/file', { query: { area, kind } })}
            >
              {text('download')}
            </a>
            {documents.data?.mayEnter === true ? (
              <>
                <button type="button" className="button" onClick={() => setOpen('document')}>
                  {text('documentNew')}
                </button>
                <button type="button" className="button primary" onClick={() => setOpen('task')}>
                  {text(kind === 'task' ? 'enter' : 'enterPromise')}
                </button>
              </>
            ) : null}
          </>
        }
      />
      {list.isPending ? null : (
        <Finding>
          {list.items.length === 0
            ? text(seesAll ? 'findingNone' : 'findingMineNone')
            : text('finding', { count: list.items.length, late, gaps })}
        </Finding>
      )}
      <TaskBar search={{ promises, timeline, finished }} />
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {!list.isPending && list.error === null && list.items.length === 0 ? (
        seesAll ? (
          <EmptyState
            title={text(kind === 'task' ? 'none' : 'nonePromises')}
            text={text(kind === 'task' ? 'noneText' : 'deliveryNoneText')}
          />
        ) : (
          <EmptyState
            title={text(kind === 'task' ? 'mineNone' : 'mineNonePromises')}
            text={text('mineNoneText')}
          />
        )
      ) : null}
      {timeline === 'yes' ? (
        <Gantt
          rows={list.items.map((one) => ({
            key: one.id,
            to: '/tasks/$id',
            label: one.title,
            aside: one.document,
            start: one.startOn,
            due: one.dueOn,
            done: one.doneOn,
            isLate: one.lateDays > 0,
          }))}
        />
      ) : (
        <TaskRows rows={list.items} />
      )}
      <MoreButton list={list}>{text('more')}</MoreButton>
      {open === 'document' ? (
        <DocumentSheet area={area} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === 'task' ? (
        <TaskSheet
          area={area}
          kind={kind}
          documents={documents.data?.items ?? []}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </div>
  );
}

function TaskBar({ search }: { readonly search: TaskSearch }) {
  const text = useText(taskTexts);
  const navigate = useNavigate();
  const { promises, timeline, finished } = search;
  const go = (part: TaskSearch) =>
    void navigate({ to: '/tasks', search: (before) => ({ ...before, ...part }) });
  return (
    <div className="monitoring-bar no-print">
      <nav className="tabs" aria-label={text('title')}>
        {([undefined, 'yes'] as const).map((one) => (
          <Link
            key={one ?? 'no'}
            to="/tasks"
            search={(before) => ({ ...before, promises: one })}
            activeOptions={{ exact: true }}
            aria-current={one === promises ? 'page' : undefined}
          >
            {text(one === 'yes' ? 'promises' : 'tasks')}
          </Link>
        ))}
      </nav>
      {(['timeline', 'finished'] as const).map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={(name === 'timeline' ? timeline : finished) === 'yes'}
            onChange={(event) => go({ [name]: event.target.checked ? 'yes' : undefined })}
          />
          {text(name)}
        </label>
      ))}
    </div>
  );
}

export function TaskRows({ rows }: { readonly rows: readonly TaskRow[] }) {
  const text = useText(taskTexts);
  return (
    <ul className="monitoring-tasks">
      {rows.map((one) => (
        <li key={one.id}>
          <div>
            <Link to="/tasks/$id" params={{ id: one.id }} className="row-link">
              {one.title}
            </Link>
            <small className="quiet">
              {[one.place, one.document, one.clause].filter((each) => each !== '').join(' · ')}
            </small>
            <small>
              {one.owners.map(({ name }) => name).join(text.marks.list)}{' '}
              {one.gap === null ? null : <Chip meaning="over">{text.pick(one.gap)}</Chip>}
            </small>
          </div>
          <TaskProgress one={one} />
        </li>
      ))}
    </ul>
  );
}

export function TaskProgress({ one }: { readonly one: TaskRow }) {
  const text = useText(taskTexts);
  const { done, target, unit, share, stage, doneOn, lateDays } = one;
  return (
    <div className="monitoring-progress">
      {stage === null ? null : <strong>{text.pick(stage.title)}</strong>}
      {share === null || target === null ? (
        done === 0 ? null : (
          <span>{text('amount', { done: exactNumber(done), unit })}</span>
        )
      ) : (
        <>
          <span>
            {text('ofTarget', { done: exactNumber(done), target: exactNumber(target), unit })}{' '}
            <small className="quiet">{shownShare(done, target)}</small>
          </span>
          <span className="monitoring-track" aria-hidden="true">
            <span style={{ width: `${share * 100}%` }} />
          </span>
        </>
      )}
      <small className="quiet">
        {one.dueOn === null ? '' : text('byDay', { on: one.dueOn })}{' '}
        {doneOn === null ? (
          lateDays === 0 ? null : (
            <Chip meaning="over">{text('late', { count: lateDays })}</Chip>
          )
        ) : (
          <Chip meaning="done">{text('doneOn', { on: doneOn })}</Chip>
        )}
      </small>
    </div>
  );
}
