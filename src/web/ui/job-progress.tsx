// Long work: what is done, what is left, how long, and how to stop it.
import { useEffect, useRef } from 'react';
import type { JobRun } from '#contract/jobs.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Chip, type Meaning } from './chip.tsx';
import { ErrorState } from './states.tsx';
import { uiTexts } from './texts.ts';

const stateTexts = {
  queued: 'jobQueued',
  running: 'jobRunning',
  done: 'jobDone',
  failed: 'jobFailed',
  cancelled: 'jobCancelled',
} as const;

const meanings: Readonly<Record<JobRun['state'], Meaning>> = {
  queued: 'due',
  running: 'due',
  done: 'done',
  failed: 'over',
  cancelled: 'neutral',
};

export function isOver(job: JobRun): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}

interface JobProgressProps {
  readonly id: string;
  /** Name of a step in words; steps are keys of the capability's catalogue. */
  readonly stepText?: (step: string) => string;
  /** How much there is, where a dry run has counted and the run itself has not. */
  readonly expected?: number;
  /** Called once the run has ended, however it ended. */
  readonly onOver?: (job: JobRun) => void;
}

export function JobProgress({ id, stepText, expected, onOver }: JobProgressProps) {
  const ui = useText(uiTexts);
  const read = useRead(
    'GET /api/jobs/runs/:id',
    { params: { id } },
    {
      every: (job) => (job !== undefined && isOver(job) ? false : 700),
    },
  );
  const cancel = useWrite('POST /api/jobs/runs/:id/cancellation', {
    stale: ['GET /api/jobs/runs/:id'],
  });
  const job = read.data;
  const over = job !== undefined && isOver(job);
  const told = useRef('');
  useEffect(() => {
    // The end is told once, however often the ended run is read or the page drawn again.
    if (!over || job === undefined || told.current === id) return;
    told.current = id;
    onOver?.(job);
  }, [over, job, id, onOver]);
  if (job === undefined) {
    return read.error === null ? null : (
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    );
  }
  const total = job.total ?? expected ?? null;
  const share = job.state === 'done' ? 1 : total === null ? 0 : job.done / Math.max(1, total);
  return (
    <div className="job" aria-live="polite">
      <p>
        <Chip meaning={meanings[job.state]}>{ui(stateTexts[job.state])}</Chip>{' '}
        {over || job.step === '' ? null : (stepText?.(job.step) ?? job.step)}{' '}
        <span className="quiet">
          {total === null
            ? ui('jobProgressOpen', { done: exactNumber(job.done) })
            : ui('jobProgress', { done: exactNumber(job.done), total: exactNumber(total) })}
          {over ? null : <Remaining job={job} total={total} />}
        </span>
      </p>
      <div
        className="progress"
        role="progressbar"
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={ui(stateTexts[job.state])}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {job.failure === null ? null : <p className="notice problem">{job.failure.message}</p>}
      {over ? null : (
        <p>
          <button
            type="button"
            className="button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ params: { id } })}
          >
            {ui('jobCancel')}
          </button>{' '}
          <span className="quiet small">{ui('jobCancelHint')}</span>
        </p>
      )}
    </div>
  );
}

interface RemainingProps {
  readonly job: JobRun;
  readonly total: number | null;
}

function Remaining({ job, total }: RemainingProps) {
  const ui = useText(uiTexts);
  if (total === null || job.startedAt === null || job.done === 0) return null;
  const spent = (Date.now() - Date.parse(job.startedAt)) / 1000;
  const left = Math.round((spent / job.done) * (total - job.done));
  const time =
    left < 90
      ? ui('seconds', { count: left })
      : left < 5400
        ? ui('minutes', { count: Math.round(left / 60) })
        : ui('hours', { count: Math.round(left / 3600) });
  return <>{`${ui.marks.comma}${ui('jobLeft', { time })}`}</>;
}
