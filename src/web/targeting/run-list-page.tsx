// Scoring runs that cover an area, and the way to start one.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Run } from '#contract/targeting.ts';
import { useMay, useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Instant } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { RunState } from './run-state.tsx';
import { StartRunSheet } from './start-run-sheet.tsx';
import { targetingTexts } from './texts.ts';
import './targeting.css';

export function RunListPage() {
  const text = useText(targetingTexts);
  const me = useMe();
  const may = useMay();
  const { area } = useSearch({ from: '/frame/runs' });
  const runs = useRead('GET /api/targeting/runs', { query: { area } });
  const [starting, setStarting] = useState(false);
  const narrow = useNarrow();
  const start = may('targeting.run') ? (
    <button type="button" className="button primary" onClick={() => setStarting(true)}>
      {text('start')}
    </button>
  ) : undefined;
  const items = runs.data?.items ?? [];
  return (
    <div className="page runs">
      <PageHead title={text('title')} actions={items.length === 0 ? undefined : start} />
      {runs.isPending ? <Skeleton lines={6} /> : null}
      {runs.error === null ? null : (
        <ErrorState error={runs.error} retry={() => void runs.refetch()} />
      )}
      {runs.data !== undefined && items.length === 0 ? (
        <EmptyState
          title={text('emptyTitle')}
          text={text(start === undefined ? 'emptyReadText' : 'emptyText')}
          action={start}
        />
      ) : null}
      {items.length === 0 ? null : (
        <Block title={text('runs')} aside={text('runsAside')}>
          {narrow ? <RunCards runs={items} /> : <RunTable runs={items} />}
        </Block>
      )}
      {starting ? (
        <StartRunSheet area={area ?? me.area.code} onClose={() => setStarting(false)} />
      ) : null}
    </div>
  );
}

interface RunsProps {
  readonly runs: readonly Run[];
}

function RunTable({ runs }: RunsProps) {
  const text = useText(targetingTexts);
  return (
    <table className="rows run-table">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              'area',
              'asOf',
              'pack',
              'cutOff',
              'scored',
              'vetoed',
              'undetermined',
              'state',
              'startedAt',
            ]}
            figures={['cutOff', 'scored', 'vetoed', 'undetermined']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <td>
              <Link to="/runs/$id" params={{ id: run.id }} className="row-link">
                {run.areaName}
              </Link>
            </td>
            <td>{run.asOf}</td>
            <td>{packName(text, run.pack)}</td>
            <td className="number">{run.cutOff ?? text('noCutOff')}</td>
            <td className="number">{figure(run.scored)}</td>
            <td className="number">{figure(run.vetoed)}</td>
            <td className="number">{figure(run.undetermined)}</td>
            <td>
              <RunState state={run.state} />
            </td>
            <td className="quiet">
              <Instant at={run.startedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RunCards({ runs }: RunsProps) {
  const text = useText(targetingTexts);
  return (
    <ul className="run-cards">
      {runs.map((run) => (
        <li key={run.id}>
          <Link to="/runs/$id" params={{ id: run.id }}>
            <strong>{run.areaName}</strong>
            <span>
              {run.asOf} {packName(text, run.pack)}
            </span>
            <span>
              {text('scored')} {figure(run.scored)}{' '}
              <span className="quiet">
                {text('cutOff')} {run.cutOff ?? text('noCutOff')}
              </span>
            </span>
          </Link>
          <RunState state={run.state} />
        </li>
      ))}
    </ul>
  );
}

function figure(value: number | null): string {
  return value === null ? '' : exactNumber(value);
}
