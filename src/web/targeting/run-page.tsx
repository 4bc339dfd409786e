// One run: how the scores lie, where the line is, who is near it, and the list in order.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { Answer } from '#web/client/api.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { sumOf } from '#web/ui/total-row.tsx';
import { RankList } from './rank-list.tsx';
import { RunCounts } from './run-counts.tsx';
import { nearPoints } from './run-search.ts';
import { RunState } from './run-state.tsx';
import { ScoreChart } from './score-chart.tsx';
import { useScoringStep } from './scoring-step.ts';
import { targetingTexts } from './texts.ts';
import './targeting.css';

export type RunResult = Answer<'GET /api/targeting/runs/:id'>;

export function RunPage() {
  const { id } = useParams({ from: '/frame/runs/$id' });
  const { area } = useSearch({ from: '/frame/runs/$id' });
  const read = useRead('GET /api/targeting/runs/:id', { params: { id }, query: { area } });
  if (read.data !== undefined) return <RunOf run={read.data} area={area} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

interface RunOfProps {
  readonly run: RunResult;
  readonly area: string | undefined;
}

function RunOf({ run, area }: RunOfProps) {
  const text = useText(targetingTexts);
  const client = useQueryClient();
  const stepText = useScoringStep();
  return (
    <div className="page run">
      <Link to="/runs" search={{ area }} className="back-link no-print">
        ‹ {text('title')}
      </Link>
      <PageHead
        title={text('runTitle', { area: run.areaName })}
        note={`${packName(text, run.pack)}${text.marks.comma}${text('registerOf', { day: run.asOf })}`}
        actions={
          <Link to="/households" search={{ area }} className="button">
            {text('toHouseholds')}
          </Link>
        }
      />
      <RunFinding run={run} />
      {run.state === 'running' && run.job !== null ? (
        <JobProgress
          id={run.job}
          stepText={stepText}
          onOver={() =>
            void client.invalidateQueries({ queryKey: ['GET /api/targeting/runs/:id'] })
          }
        />
      ) : null}
      {run.state === 'done' || run.state === 'running' ? null : <RunState state={run.state} />}
      {run.state === 'done' ? (
        <div className="run-body">
          <div>
            <ScoreChart run={run} />
            <RankList run={run} area={area} />
          </div>
          <RunCounts run={run} />
        </div>
      ) : null}
    </div>
  );
}

function RunFinding({ run }: Pick<RunOfProps, 'run'>) {
  const text = useText(targetingTexts);
  if (run.state !== 'done') {
    return run.state === 'running' ? <Finding>{text('findingRunning')}</Finding> : null;
  }
  const whole = (run.undetermined ?? 0) === 0;
  const detail = text(whole ? 'detailWhole' : 'detail', {
    vetoed: exactNumber(run.vetoed ?? 0),
    undetermined: exactNumber(run.undetermined ?? 0),
  });
  // Of all that were scored, those for whom points came out.
  const scored = exactNumber(sumOf(run.distribution, 'households'));
  if (run.cutOff === null) {
    return <Finding detail={detail}>{text('findingNoCutOff', { scored })}</Finding>;
  }
  return (
    <Finding detail={detail}>
      {text('finding', {
        scored,
        within: exactNumber(run.within),
        cutOff: run.cutOff,
        near: nearPoints,
        nearMisses: exactNumber(run.nearMisses),
      })}
    </Finding>
  );
}
