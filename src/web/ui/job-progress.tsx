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
  /** Called once the run has ended, however it ended. */
  readonly onOver?: (job: JobRun) => void;
}

export function JobProgress({ id, stepText, onOver }: JobProgressProps) {
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
  const told = useRef(false);
  useEffect(() => {
    // Only the end itself is told, not every reading of an ended run.
    if (!over || job === undefined || told.current) return;
    told.current = true;
    onOver?.(job);
  }, [over, job, onOver]);
  if (job === undefined) {
    return read.error === null ? null : (
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    );
  }
  const share =
    job.state === 'done' ? 1 : job.total === null ? 0 : job.done / Math.max(1, job.total);
  return (
    <div className="job" aria-live="polite">
      <p>
        <Chip meaning={meanings[job.state]}>{ui(stateTexts[job.state])}</Chip>{' '}
        {over || job.step === '' ? null : (stepText?.(job.step) ?? job.step)}{' '}
        <span className="quiet">
          {job.total === null
            ? ui('jobProgressOpen', { done: exactNumber(job.done) })
            : ui('jobProgress', { done: exactNumber(job.done), total: exactNumber(job.total) })}
          {over ? null : <Remaining job={job} />}
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

function Remaining({ job }: { readonly job: JobRun }) {
  const ui = useText(uiTexts);
  if (job.total === null || job.startedAt === null || job.done === 0) return null;
  const spent = (Date.now() - Date.parse(job.startedAt)) / 1000;
  const left = Math.round((spent / job.done) * (job.total - job.done));
  const time =
    left < 90
      ? ui('seconds', { count: left })
      : left < 5400
        ? ui('minutes', { count: Math.round(left / 60) })
        : ui('hours', { count: Math.round(left / 3600) });
  return <>{`${ui.language === 'zh' ? '，' : ', '}${ui('jobLeft', { time })}`}</>;
}
