// 审定: versions as they were put forward and approved, each beside the chart as it is now.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChartVersionHead, ChartView } from '#contract/insight-charts.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { chartTexts } from './texts.ts';

const stale = [
  'GET /api/insight/charts/:pack/:chart',
  'GET /api/insight/charts',
  'GET /api/insight/chart-versions/:id',
] as const;

export function ChartVersions({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  return (
    <Block title={text('versions')} className="chart-versions">
      <p className="small quiet">{text('versionsHelp')}</p>
      {chart.versions.length === 0 ? <p>{text('versionNone')}</p> : null}
      <ul>
        {chart.versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
      {chart.mayPropose && chart.content.panels.length > 0 ? <Propose chart={chart} /> : null}
    </Block>
  );
}

function Version({ version }: { readonly version: ChartVersionHead }) {
  const text = useText(chartTexts);
  const approve = useWrite('POST /api/insight/chart-versions/:id/approval', { stale });
  const problem = useExplanation(approve.error);
  const when = (instant: string) => shownInstant(instant, text.language);
  return (
    <li>
      <span>
        <b>{shownDay(version.dataDay, text.language)}</b>{' '}
        {version.approver === null ? (
          <span className="chip due">◆ {text('waiting')}</span>
        ) : (
          <span className={version.isCurrent ? 'chip done' : 'chip due'}>
            {version.isCurrent ? `● ${text('same')}` : `◆ ${text('changed')}`}
          </span>
        )}
      </span>
      <span className="small quiet">
        {text('proposedBy', { who: version.proposer, when: when(version.proposedAt) })}
      </span>
      {version.approver === null || version.approvedAt === null ? null : (
        <span className="small quiet">
          {text('approvedBy', { who: version.approver, when: when(version.approvedAt) })}
        </span>
      )}
      {version.note === '' ? null : <span className="small">{version.note}</span>}
      <span className="version-acts no-print">
        <Link
          to="."
          search={(before) => ({ ...before, version: version.id })}
          className="link small"
        >
          {text('compare')}
        </Link>
        {version.mayApprove ? (
          <button
            type="button"
            className="button"
            disabled={approve.isPending}
            onClick={() => approve.mutate({ params: { id: version.id } })}
          >
            {text('approve')}
          </button>
        ) : null}
      </span>
      {problem === undefined ? null : (
        <span role="alert" className="small over">
          {problem}
        </span>
      )}
    </li>
  );
}

function Propose({ chart }: { readonly chart: ChartView }) {
  const text = useText(chartTexts);
  const [note, setNote] = useState('');
  const propose = useWrite('POST /api/insight/charts/:pack/:chart/versions', {
    stale,
    onDone: () => setNote(''),
  });
  const problem = useExplanation(propose.error);
  return (
    <form
      className="propose no-print"
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({
          params: { pack: chart.pack.id, chart: chart.id },
          body: { area: chart.content.area.code, note },
        });
      }}
    >
      <label className="small">
        {text('proposeNote')}
        <input
          className="input"
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={propose.isPending}>
        {text('propose')}
      </button>
      {propose.isSuccess ? <p role="status">{text('proposed')}</p> : null}
      {problem === undefined ? null : (
        <p role="alert" className="small over">
          {problem}
        </p>
      )}
    </form>
  );
}

/** A version beside the chart now, number by number. */
export function ComparedVersion({ id }: { readonly id: string }) {
  const text = useText(chartTexts);
  const read = useRead('GET /api/insight/chart-versions/:id', { params: { id } });
  if (read.data === undefined && read.error === null) return <Skeleton lines={4} />;
  if (read.data === undefined) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  const { version, differences } = read.data;
  return (
    <Block
      title={text('versionShown', { day: shownDay(version.dataDay, text.language) })}
      aside={
        <Link to="." search={(before) => ({ ...before, version: undefined })} className="link">
          {text('backToLive')}
        </Link>
      }
      className="compared-version"
    >
      {differences.length === 0 ? (
        <p>{text('noDifferences')}</p>
      ) : (
        <Scrolled className="chart-table">
          <table className="rows dense">
            <caption>{text('differences', { count: differences.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{text('row')}</th>
                <th scope="col">{text('column')}</th>
                <th scope="col" className="number">
                  {text('before')}
                </th>
                <th scope="col" className="number">
                  {text('now')}
                </th>
                <th scope="col" className="number">
                  {text('difference')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={`${one.panel.en}${one.row.en}${one.column.en}`}>
                  <td>{text.pick(one.row)}</td>
                  <td>{text.pick(one.column)}</td>
                  <td className="number">{one.before === null ? '—' : exactNumber(one.before)}</td>
                  <td className="number">{one.now === null ? '—' : exactNumber(one.now)}</td>
                  <td className="number">{changeText(one.before, one.now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Block>
  );
}

function changeText(before: number | null, now: number | null): string {
  if (before === null || now === null) return '';
  const change = now - before;
  return `${change > 0 ? '+' : ''}${exactNumber(change)}`;
}
