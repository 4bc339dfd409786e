// Where cases pile up: the steps of a process as columns, their height what waits there, and below them
// the same by place. Every column and every cell opens the list it counts.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Pipeline } from '#contract/casework-pipeline.ts';
import { type ClockColour, clockColours } from '#domain/casework/case-clock.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { casesOf } from './cases-of.ts';
import { Classes } from './pipeline-classes.tsx';
import { ByPlace } from './pipeline-heat.tsx';
import { pipelineTexts } from './pipeline-texts.ts';
import './pipeline.css';

type Process = Pipeline['processes'][number];
type Step = Process['steps'][number];

export function PipelinePage() {
  const text = useText(pipelineTexts);
  const { area, process } = useSearch({ from: '/frame/pipeline' });
  const read = useRead('GET /api/casework/pipeline', { query: { area } });
  const pipeline = read.data;
  const processes = pipeline?.processes ?? [];
  const shown = processes.find(({ id }) => id === process) ?? processes[0];
  const total = processes.reduce((all, one) => all + one.total, 0);
  return (
    <div className="page pipeline">
      <PageHead
        title={text('title')}
        note={pipeline === undefined ? undefined : text('lead', { count: total })}
      />
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {read.isPending ? <Skeleton lines={8} /> : null}
      {pipeline !== undefined && shown === undefined ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      {pipeline === undefined ? null : <Classes classes={pipeline.classes} />}
      {pipeline === undefined || shown === undefined ? null : (
        <>
          <Worst pipeline={pipeline} process={shown} />
          <ProcessTabs processes={processes} shown={shown} />
          <Flow process={shown} />
          {pipeline.parts.length === 0 ? null : <ByPlace pipeline={pipeline} process={shown} />}
        </>
      )}
    </div>
  );
}

function Worst({ pipeline, process }: { readonly pipeline: Pipeline; readonly process: Process }) {
  const text = useText(pipelineTexts);
  const worst = process.steps.toSorted(
    (one, other) => casesOf(other.whole) - casesOf(one.whole),
  )[0];
  const late = pipeline.parts
    .map(({ name }, index) => ({
      name,
      late: process.steps.reduce((all, { parts }) => all + (parts[index]?.overdue ?? 0), 0),
    }))
    .toSorted((one, other) => other.late - one.late)[0];
  if (worst === undefined) return null;
  const { whole, title } = worst;
  return (
    <Finding
      detail={
        late === undefined || late.late === 0
          ? undefined
          : text('worstPart', { part: shortNameOf(late.name), late: late.late })
      }
    >
      {text('worst', {
        step: text.pick(title),
        count: casesOf(whole),
        late: whole.overdue,
        days: whole.medianDays,
      })}
    </Finding>
  );
}

function ProcessTabs({
  processes,
  shown,
}: {
  readonly processes: readonly Process[];
  readonly shown: Process;
}) {
  const text = useText(pipelineTexts);
  const navigate = useNavigate();
  if (processes.length < 2) return <h2 className="pipeline-process">{text.pick(shown.title)}</h2>;
  return (
    <p className="pipeline-process no-print">
      <select
        className="input"
        aria-label={text('process')}
        value={shown.id}
        onChange={(event) =>
          void navigate({
            to: '/pipeline',
            search: (before) => ({ ...before, process: event.target.value }),
          })
        }
      >
        {processes.map((one) => (
          <option key={one.id} value={one.id}>
            {text('choice', { process: text.pick(one.title), count: one.total })}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Colours from the ground up: what is late lies at the bottom, where it is compared best. */
const stacked: readonly ClockColour[] = ['overdue', 'soon', 'onTime', 'noClock'];

function Flow({ process }: { readonly process: Process }) {
  const text = useText(pipelineTexts);
  const most = Math.max(1, ...process.steps.map(({ whole }) => casesOf(whole)));
  return (
    <Block title={text('flow')} aside={text('flowAside')}>
      <p className="pipeline-legend">
        {clockColours.map((colour) => (
          <span key={colour}>
            <i className={`mark ${colour}`} aria-hidden="true" /> {text(`legend_${colour}`)}
          </span>
        ))}
      </p>
      <ol className="pipeline-flow">
        {process.steps.map((step) => (
          <li key={step.id}>
            <Column process={process} step={step} most={most} />
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Column({
  process,
  step,
  most,
}: {
  readonly process: Process;
  readonly step: Step;
  readonly most: number;
}) {
  const text = useText(pipelineTexts);
  const { whole, title } = step;
  const count = casesOf(whole);
  const words = {
    step: text.pick(title),
    count,
    late: whole.overdue,
    days: whole.medianDays,
  };
  return (
    <Link
      to="/cases"
      search={(before) => ({
        area: before.area,
        whose: 'all' as const,
        process: process.id,
        step: step.id,
      })}
      title={text('stepHelp', words)}
    >
      <strong>
        <Count value={count} />
      </strong>
      <span className="pipeline-column" aria-hidden="true">
        {stacked.map((colour) => (
          <i
            key={colour}
            className={colour}
            style={{ height: `${(whole[colour] / most) * 100}%` }}
          />
        ))}
      </span>
      <span className="pipeline-step">{text.pick(title)}</span>
      <small className="quiet">
        {count === 0 ? '—' : text('median', { count: whole.medianDays })}
      </small>
    </Link>
  );
}
