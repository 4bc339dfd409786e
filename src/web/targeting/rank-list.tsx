// Households in order of points, opened where the line is: just beyond it first, since those are whom
// another visit may bring in.
import { Link, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import { shortNameOf } from '#domain/registry/area.ts';
import { usePages } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { sumOf } from '#web/ui/total-row.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { type RankRow, rankMarks, shownDistance } from './rank-words.ts';
import type { RunResult } from './run-page.tsx';
import { nearPoints, type RankListName, rankLists } from './run-search.ts';
import type { TargetingText } from './run-words.ts';
import { targetingTexts } from './texts.ts';

interface RankListProps {
  readonly run: RunResult;
  readonly area: string | undefined;
}

const perPage = 50;

export function RankList({ run, area }: RankListProps) {
  const text = useText(targetingTexts);
  const narrow = useNarrow();
  const chosen = useSearch({ from: '/frame/runs/$id' }).list;
  const list = run.cutOff === null ? 'all' : (chosen ?? 'beyond');
  const ranks = usePages('GET /api/targeting/runs/:id/ranks', {
    params: { id: run.id },
    query: { area, limit: perPage, ...questions[list] },
  });
  const Rows = narrow ? RankCards : RankTable;
  return (
    <Block title={text(`list_${list}`, { near: nearPoints })} className="rank-list">
      {run.cutOff === null ? null : (
        <nav className="tabs no-print" aria-label={text('listLabel')}>
          {rankLists.map((name) => (
            <Link
              key={name}
              to="."
              search={(before) => ({ ...before, list: name })}
              resetScroll={false}
              aria-current={name === list ? 'page' : undefined}
            >
              {text(`list_${name}`, { near: nearPoints })}
            </Link>
          ))}
        </nav>
      )}
      {ranks.isPending ? <Skeleton lines={6} /> : null}
      {ranks.error === null ? null : <ErrorState error={ranks.error} retry={ranks.refetch} />}
      {!ranks.isPending && ranks.error === null && ranks.items.length === 0 ? (
        <EmptyState title={text('ranksEmpty')} text={text('ranksEmptyText')} />
      ) : null}
      {ranks.items.length === 0 ? null : <Rows rows={ranks.items} run={run} />}
      {ranks.items.length === 0 ? null : (
        <p className="quiet small rank-total">
          {listedOf(text, { shown: ranks.items.length, hasMore: ranks.hasMore, list, run })}
        </p>
      )}
      <MoreButton list={ranks}>{text('more', { count: perPage })}</MoreButton>
    </Block>
  );
}

const questions = {
  beyond: { side: 'beyond', within: nearPoints },
  near: { around: 'cutOff', within: nearPoints },
  all: { around: 'start' },
} as const satisfies Record<RankListName, object>;

/** How many the list holds in all: counted with the run where a count is kept, else once the end is reached. */
function listedOf(
  text: TargetingText,
  {
    shown,
    hasMore,
    list,
    run,
  }: {
    readonly shown: number;
    readonly hasMore: boolean;
    readonly list: RankListName;
    readonly run: RunResult;
  },
): string {
  if (!hasMore) return text('listed', { count: shown });
  const values = { shown: exactNumber(shown) };
  if (list === 'near') return text('listedSoFar', values);
  const count = list === 'beyond' ? run.nearMisses : sumOf(run.distribution, 'households');
  return text('listedPart', { ...values, count: exactNumber(count) });
}

interface RanksProps {
  readonly rows: readonly RankRow[];
  readonly run: RunResult;
}

function RankTable({ rows, run }: RanksProps) {
  const text = useText(targetingTexts);
  const words = useFormWords();
  return (
    <table className="rows dense rank-table">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              'rank',
              'distance',
              'head',
              'householdNo',
              'place',
              'members',
              'stage',
              'marks',
            ]}
            figures={['rank', 'distance', 'members']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={row.household}>
            {isFirstBeyond(rows, index) ? (
              <tr className="rank-line">
                <td colSpan={8}>{text('line', { points: run.cutOff ?? 0 })}</td>
              </tr>
            ) : null}
            <tr>
              <td className="number strong">
                <Link
                  to="/households/$id/why/$decision"
                  params={{ id: row.household, decision: `sheet.${run.sheet}` }}
                  search={{ run: run.id }}
                  title={text('why')}
                  preload={false}
                >
                  {row.total === null ? text('why') : exactNumber(row.total)}
                </Link>
              </td>
              <td className="number quiet">{shownDistance(text, row.distance)}</td>
              <td>
                <Link
                  to="/households/$id"
                  params={{ id: row.household }}
                  className="row-link"
                  preload={false}
                >
                  {row.headName}
                </Link>
              </td>
              <td className="quiet household-no">{groupedNo(row.householdNo)}</td>
              <td>{shortNameOf(row.areaName)}</td>
              <td className="number">{row.members}</td>
              <td className="rank-stage">{words.code('stage', row.stage)}</td>
              <td>{rankMarks(text, row, run.vetoes)}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function RankCards({ rows, run }: RanksProps) {
  const text = useText(targetingTexts);
  return (
    <ul className="rank-cards">
      {rows.map((row, index) => (
        <Fragment key={row.household}>
          {isFirstBeyond(rows, index) ? (
            <li className="rank-line">{text('line', { points: run.cutOff ?? 0 })}</li>
          ) : null}
          <li>
            <Link to="/households/$id" params={{ id: row.household }} preload={false}>
              <strong>{row.total === null ? '' : exactNumber(row.total)}</strong>
              <span>
                {row.headName} <span className="quiet">{shortNameOf(row.areaName)}</span>
                <br />
                <span className="quiet small">
                  {row.distance ? `${text('distance')} ` : ''}
                  {shownDistance(text, row.distance)} {rankMarks(text, row, run.vetoes)}
                </span>
              </span>
            </Link>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

/** Where the list crosses the line: not at its start, since then all of it is beyond. */
function isFirstBeyond(rows: readonly RankRow[], index: number): boolean {
  const before = rows[index - 1]?.distance ?? null;
  const now = rows[index]?.distance ?? null;
  return before !== null && now !== null && before <= 0 && now > 0;
}
