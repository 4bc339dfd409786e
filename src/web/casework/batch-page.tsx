// A batch as it runs and what came of it: decided, refused with what to do, taken up again.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Batch } from '#contract/casework-batch.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { batchTexts } from './batch-texts.ts';
import { caseTexts } from './case-texts.ts';
import { staleCases } from './stale-cases.ts';
import './casework.css';

export function BatchPage() {
  const text = useText(batchTexts);
  const { id } = useParams({ from: '/frame/cases/batches/$id' });
  const read = useRead('GET /api/casework/batches/:id', { params: { id } });
  const client = useQueryClient();
  const batch = read.data;
  if (batch === undefined) {
    return (
      <div className="page cases">
        {read.error === null ? (
          <Skeleton lines={6} />
        ) : (
          <ErrorState error={read.error} retry={() => void read.refetch()} />
        )}
      </div>
    );
  }
  const outcome = batch.act === 'post' ? text('posted') : text.pick(batch.outcome);
  return (
    <div className="page cases">
      <PageHead
        title={text('batch', { step: text.pick(batch.step.title) })}
        note={text('batchNote', { by: batch.by, outcome, count: batch.total })}
        actions={
          <Link to="/cases" className="button">
            {text('toQueue')}
          </Link>
        }
      />
      {batch.job === null ? null : (
        <JobProgress
          id={batch.job}
          expected={batch.total}
          stepText={() => text('step_deciding')}
          onOver={() => {
            for (const one of ['GET /api/casework/batches/:id', ...staleCases]) {
              void client.invalidateQueries({ queryKey: [one] });
            }
          }}
        />
      )}
      <Stopped batch={batch} />
      <dl className="batch-sums">
        {(['decided', 'refused', 'waiting'] as const).map((one) => (
          <div key={one}>
            <dt>{text(one)}</dt>
            <dd>
              <Count value={batch[one]} />
            </dd>
          </div>
        ))}
      </dl>
      {batch.refused > 0 ? <Refusals batch={batch} /> : null}
      {batch.waiting === 0 && batch.refused === 0 ? (
        <p className="quiet">{text('allDone')}</p>
      ) : null}
    </div>
  );
}

/** Cancelled or failed with records left: whoever began it goes on. */
function Stopped({ batch }: { readonly batch: Batch }) {
  const text = useText(batchTexts);
  const { job } = batch;
  const run = useRead(
    'GET /api/jobs/runs/:id',
    { params: { id: job ?? '' } },
    { enabled: job !== null },
  );
  const resume = useWrite('POST /api/casework/batches/:id/resumption', {
    stale: ['GET /api/casework/batches/:id', 'GET /api/jobs/runs/:id'],
  });
  const problem = useExplanation(resume.error);
  const state = run.data?.state;
  if (batch.waiting === 0 || (state !== 'cancelled' && state !== 'failed')) return null;
  return (
    <p className="notice">
      {text('stopped', { count: batch.waiting })}{' '}
      <button
        type="button"
        className="button"
        disabled={resume.isPending}
        onClick={() => resume.mutate({ params: { id: batch.id } })}
      >
        {text('resume')}
      </button>
      {problem === undefined ? null : <span role="alert"> {problem}</span>}
    </p>
  );
}

function Refusals({ batch }: { readonly batch: Batch }) {
  const text = useText(batchTexts);
  const words = useText(caseTexts);
  const [failure, setFailure] = useState<unknown>(null);
  const problem = useExplanation(failure);
  return (
    <Block title={text('refusals')} aside={text('refusalsAside')}>
      <StackedTable heads={['household', 'place2', 'why']} nameOf={text} className="">
        <tbody>
          {batch.refusals.map((one) => (
            <tr key={one.case}>
              <td>
                <Link to="/cases/$id" params={{ id: one.case }} className="row-link">
                  {one.headName ?? words('nameless')}
                </Link>
              </td>
              <td>
                {one.township} {one.village}
              </td>
              <td>{text.pick(one.message)}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
      {batch.refused > batch.refusals.length ? (
        <p className="quiet">{text('first', { count: batch.refusals.length })}</p>
      ) : null}
      <p className="no-print">
        <button
          type="button"
          className="button"
          onClick={() =>
            void saveFrom(`/api/casework/batches/${batch.id}/refused`).catch(setFailure)
          }
        >
          {text('download')}
        </button>
        {problem === undefined ? null : <span role="alert"> {problem}</span>}
      </p>
    </Block>
  );
}
