// Row by row what would happen, or did: what is kept out first, with field, value, reason and remedy.
import { Link, useSearch } from '@tanstack/react-router';
import type { ImportDetail, ImportProblem, ImportRow } from '#contract/exchange.ts';
import { usePages } from '#web/client/read.ts';
import { groupedNo } from '#web/registry/household-no.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { type FieldWords, useFieldWords } from './field-words.ts';
import { outcomes } from './import-search.ts';
import { exchangeTexts } from './texts.ts';

export function ImportRows({ detail }: { readonly detail: ImportDetail }) {
  const text = useText(exchangeTexts);
  const words = useFieldWords();
  const narrow = useNarrow();
  const search = useSearch({ from: '/frame/imports/$id' });
  const refused = detail.counts?.refused ?? 0;
  const outcome = search.outcome ?? (refused > 0 ? 'refused' : 'all');
  const rows = usePages('GET /api/exchange/imports/:id/rows', {
    params: { id: detail.id },
    query: {
      limit: 50,
      ...(outcome === 'all' ? {} : { outcome }),
      ...(search.problem === undefined ? {} : { problem: search.problem }),
    },
  });
  const stopped = detail.state === 'cancelled' || detail.state === 'failed';
  const filtering = detail.problemCounts.find((one) => one.code === search.problem);
  const Rows = narrow ? RowCards : RowTable;
  return (
    <Block title={text('result')} className="import-rows">
      <nav className="tabs no-print" aria-label={text('outcome')}>
        {([...outcomes, 'all'] as const).map((one) => (
          <Link
            key={one}
            to="."
            search={(before) => ({ ...before, outcome: one, problem: undefined })}
            resetScroll={false}
            aria-current={one === outcome ? 'page' : undefined}
          >
            {one === 'all' ? text('all') : text(`outcome_${one}`)}
            {one === 'refused' ? <small> {exactNumber(refused)}</small> : null}
          </Link>
        ))}
      </nav>
      {filtering === undefined ? null : (
        <p className="import-filtered">
          {text('filtered', { problem: text.pick(filtering.message) })}{' '}
          <Link
            to="."
            search={(before) => ({ ...before, problem: undefined })}
            resetScroll={false}
            className="link"
          >
            {text('unfilter')}
          </Link>
        </p>
      )}
      {rows.isPending ? <Skeleton lines={5} /> : null}
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      {!rows.isPending && rows.error === null && rows.items.length === 0 ? (
        <p className="quiet import-none">{text(stopped ? 'rowsEmptyStopped' : 'rowsEmpty')}</p>
      ) : null}
      {rows.items.length === 0 ? null : (
        <Rows
          rows={rows.items}
          words={words}
          columns={detail.columns}
          stored={detail.state === 'done'}
        />
      )}
      <MoreButton list={rows}>{text('more')}</MoreButton>
    </Block>
  );
}

interface RowsProps {
  readonly rows: readonly ImportRow[];
  readonly words: FieldWords;
  readonly columns: ImportDetail['columns'];
  /** Whether what is said has happened already. */
  readonly stored: boolean;
}

function RowTable({ rows, words, columns, stored }: RowsProps) {
  const text = useText(exchangeTexts);
  return (
    <table className="rows dense import-row-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            {text('row')}
          </th>
          <th scope="col">{text('outcome')}</th>
          <th scope="col">{text('household')}</th>
          <th scope="col">{text('problem')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td className="number">{exactNumber(row.row)}</td>
            <td>
              <Outcome row={row} />
            </td>
            <td>
              <Who row={row} />
            </td>
            <td>
              <Explained row={row} words={words} columns={columns} stored={stored} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowCards({ rows, words, columns, stored }: RowsProps) {
  const text = useText(exchangeTexts);
  return (
    <ul className="import-row-cards">
      {rows.map((row) => (
        <li key={row.row}>
          <p>
            {text('row')} {exactNumber(row.row)} <Outcome row={row} /> <Who row={row} />
          </p>
          <Explained row={row} words={words} columns={columns} stored={stored} />
        </li>
      ))}
    </ul>
  );
}

interface OneRowProps {
  readonly row: ImportRow;
}

const meanings: Readonly<Record<ImportRow['outcome'], Meaning>> = {
  new: 'done',
  changed: 'done',
  unchanged: 'neutral',
  refused: 'over',
};

function Outcome({ row }: OneRowProps) {
  const text = useText(exchangeTexts);
  return <Chip meaning={meanings[row.outcome]}>{text(`outcome_${row.outcome}`)}</Chip>;
}

function Who({ row }: OneRowProps) {
  const words = (
    <>
      {row.name} <span className="quiet small">{groupedNo(row.householdNo)}</span>
    </>
  );
  if (row.household === null) return words;
  return (
    <Link to="/households/$id" params={{ id: row.household }} className="row-link" preload={false}>
      {words}
    </Link>
  );
}

function Explained({ row, words, columns, stored }: OneRowProps & Omit<RowsProps, 'rows'>) {
  const text = useText(exchangeTexts);
  return (
    <>
      {row.changes.length === 0 ? null : (
        <p className="quiet">
          {text(stored ? 'changesDone' : 'changes', {
            fields: row.changes.map((field) => words.label(field)).join(text.marks.list),
          })}
        </p>
      )}
      {row.outcome === 'refused' && !row.problems.some(({ severity }) => severity === 'error') ? (
        <p className="quiet">{text('refusedTogether')}</p>
      ) : null}
      <ul className="row-problems">
        {row.problems.map((problem) => (
          <li key={`${problem.code}.${problem.column}.${problem.value}`}>
            <Problem problem={problem} words={words} columns={columns} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ProblemProps extends Pick<RowsProps, 'words' | 'columns'> {
  readonly problem: ImportProblem;
}

function Problem({ problem, words, columns }: ProblemProps) {
  const text = useText(exchangeTexts);
  const column = columns.find((one) => one.column === problem.column);
  const named = column?.heading ?? (problem.field === null ? '' : words.label(problem.field));
  return (
    <>
      <span
        className={problem.severity === 'error' ? 'mark over' : 'mark due'}
        role="img"
        aria-label={text(problem.severity === 'error' ? 'problemError' : 'problemWarning')}
      >
        {problem.severity === 'error' ? '▲' : '◆'}
      </span>{' '}
      {named === '' ? null : <strong>{named}</strong>}
      {problem.value === '' ? null : <code>{problem.value}</code>}{' '}
      <WholeDays>{text.pick(problem.message)}</WholeDays>
    </>
  );
}
