// One list from file to leads: the file or the key, what its columns mean, what is wrong, what was found.

import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ComparisonListDetail } from '#contract/targeting-comparison.ts';
import { useMay } from '#web/access/me.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { ListColumns } from './list-columns.tsx';
import { ListFile } from './list-file.tsx';
import { ListProblems } from './list-problems.tsx';
import { ListStateChip } from './list-state.tsx';
import { listTexts } from './list-texts.ts';
import { staleLists } from './stale-leads.ts';
import './comparison.css';

export function ListPage() {
  const { id } = useParams({ from: '/frame/department-lists/$id' });
  const read = useRead('GET /api/targeting/lists/:id', { params: { id } });
  if (read.data !== undefined) return <ListOf list={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function ListOf({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const client = useQueryClient();
  const running = list.state === 'checking' || list.state === 'comparing';
  const ended = list.state === 'done' || running;
  return (
    <div className="page department-list">
      <Link to="/department-lists" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={list.title}
        note={
          <>
            <span>{text.pick(list.kind.title)}</span> <ListStateChip state={list.state} />
          </>
        }
        actions={running ? undefined : <ListActs list={list} />}
      />
      <ListFinding list={list} />
      {running && list.job !== null ? (
        <JobProgress
          key={list.job}
          id={list.job}
          stepText={() => text('stepReading')}
          {...(list.counts === null ? {} : { expected: list.counts.rows })}
          onOver={() => {
            for (const key of staleLists) void client.invalidateQueries({ queryKey: [key] });
          }}
        />
      ) : null}
      <div className="lists-body">
        {ended ? null : (
          <div>
            <ListFile list={list} />
            {list.columns.length === 0 ? null : (
              <ListColumns key={`${list.fileName} ${list.sheet}`} list={list} />
            )}
          </div>
        )}
        {list.counts === null ? null : <ListProblems list={list} />}
      </div>
    </div>
  );
}

function ListFinding({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const { counts, failure, form, state } = list;
  if (failure !== null) {
    return <Problem>{text.pick(failure.message)}</Problem>;
  }
  if (counts === null || form === null) return null;
  const figures = {
    rows: exactNumber(counts.rows),
    usable: exactNumber(counts.usable),
    pairs: exactNumber(counts.pairs),
  };
  const said =
    state === 'done'
      ? form === 'name'
        ? text('doneName', figures)
        : text('done', {
            ...figures,
            persons: exactNumber(counts.hitPersons),
            households: exactNumber(counts.hitHouseholds),
            leads: exactNumber(counts.newLeads),
          })
      : form === 'name'
        ? text('checkedName', figures)
        : text('checkedNumber', { ...figures, persons: exactNumber(counts.persons) });
  return (
    <Finding
      detail={state === 'checked' && !list.mayRun ? text('waitCounty') : text(`form_${form}`)}
    >
      {said}
    </Finding>
  );
}

function ListActs({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const may = useMay();
  const navigate = useNavigate();
  const check = useWrite('POST /api/targeting/lists/:id/check', { stale: staleLists });
  const run = useWrite('POST /api/targeting/lists/:id/run', { stale: staleLists });
  const discard = useWrite('DELETE /api/targeting/lists/:id', {
    stale: ['GET /api/targeting/lists'],
    onDone: () => void navigate({ to: '/department-lists' }),
  });
  const problem = useExplanation(check.error ?? run.error ?? discard.error);
  const params = { id: list.id };
  const busy = check.isPending || run.isPending || discard.isPending;
  if (list.state === 'done') {
    if (!may('targeting.read')) return null;
    const section = list.form === 'name' ? ('pairs' as const) : undefined;
    return (
      <>
        {may('casework.campaign') && list.outcomes.hits > 0 ? (
          <Link
            to="/campaigns"
            search={{ area: list.areaCode, choose: 'leads', key: list.id }}
            className="button"
          >
            {text('recheck')}
          </Link>
        ) : null}
        <Link to="/comparisons" search={{ section }} className="button primary">
          {text(list.form === 'name' ? 'toPairs' : 'toLeads')}
        </Link>
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        className="button plain"
        disabled={busy}
        onClick={() => discard.mutate({ params })}
      >
        {text('discard')}
      </button>
      {list.fileKept ? (
        <button
          type="button"
          className={list.mayRun || list.state === 'checked' ? 'button' : 'button primary'}
          disabled={busy}
          onClick={() => check.mutate({ params })}
        >
          {text('check')}
        </button>
      ) : null}
      {list.mayRun ? (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => run.mutate({ params })}
        >
          {text('run')}
        </button>
      ) : null}
      <Problem>{problem}</Problem>
    </>
  );
}
