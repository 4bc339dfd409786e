// Projects of an area: what they cost, how far they are, whom they are for; as a list or by step.
import { Link, useSearch } from '@tanstack/react-router';
import type { ProjectCounts, ProjectRow } from '#contract/funds-projects.ts';
import { useMe } from '#web/access/me.ts';
import { urlOf } from '#web/client/call.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownYuan } from '#web/text/number.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useMoneyHeads } from '../money-heads.ts';
import { ProjectBoard } from './project-board.tsx';
import { type ProjectSearch, queryOf } from './project-search.ts';
import { projectTexts } from './project-texts.ts';
import '../funds.css';
import './projects.css';

export const stepMeanings: Readonly<Record<ProjectRow['step'], Meaning>> = {
  library: 'neutral',
  applied: 'due',
  reviewed: 'due',
  approved: 'due',
  tendered: 'due',
  building: 'due',
  accepted: 'done',
  settled: 'done',
  handedOver: 'done',
  stopped: 'neutral',
};

export function ProjectListPage() {
  const text = useText(projectTexts);
  const own = useMe().area.code;
  const search = useSearch({ from: '/frame/projects' });
  const { area = own } = search;
  const query = queryOf(area, search);
  const counts = useRead('GET /api/funds/projects/counts', { query: { area } }, { keep: true });
  const list = usePages('GET /api/funds/projects', {
    query: { ...query, limit: search.view === 'board' ? 200 : 50 },
  });
  const { data } = counts;
  const isEmpty = !list.isPending && list.error === null && list.items.length === 0;
  const isFiltered = search.step !== undefined || search.only !== undefined;
  return (
    <div className="page funds">
      <PageHead
        title={text('title')}
        asOf={data?.on}
        actions={
          <>
            {data === undefined || data.projects === 0 ? null : (
              <a className="button" href={urlOf('GET /api/funds/projects/file', { query })}>
                {text('download')}
              </a>
            )}
            {data?.mayEnter === true ? (
              <Link
                to="/projects/new"
                search={(before) => ({ area: before.area })}
                className="button primary"
              >
                {text('enter')}
              </Link>
            ) : null}
          </>
        }
      />
      {counts.error === null ? null : (
        <ErrorState error={counts.error} retry={() => void counts.refetch()} />
      )}
      {data === undefined || data.projects === 0 ? null : <CountsFinding counts={data} />}
      <p className="small quiet">{text('help')}</p>
      {data === undefined || data.projects === 0 ? null : (
        <FilterBar counts={data} search={search} />
      )}
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={8} /> : null}
      {isEmpty ? (
        <EmptyState
          title={text(isFiltered ? 'filteredNone' : 'emptyTitle')}
          text={text(isFiltered ? 'filteredText' : 'emptyText')}
        />
      ) : null}
      {isEmpty || list.isPending ? null : search.view === 'board' && data !== undefined ? (
        <ProjectBoard rows={list.items} steps={data.steps} />
      ) : (
        <ProjectTable rows={list.items} />
      )}
      <MoreButton list={list}>{text('more')}</MoreButton>
    </div>
  );
}

function CountsFinding({ counts }: { readonly counts: ProjectCounts }) {
  const text = useText(projectTexts);
  return (
    <Finding
      detail={text('findingDetail', {
        households: exactNumber(counts.households),
        placements: exactNumber(counts.placements),
        villages: exactNumber(counts.villages),
      })}
    >
      {text('finding', {
        projects: exactNumber(counts.projects),
        planned: shownYuan(counts.planned, text.language),
        allocated: shownYuan(counts.allocated, text.language),
        paid: shownYuan(counts.paid, text.language),
      })}
    </Finding>
  );
}

function FilterBar({
  counts,
  search,
}: {
  readonly counts: ProjectCounts;
  readonly search: ProjectSearch;
}) {
  const text = useText(projectTexts);
  const { view } = search;
  const chosen = (is: boolean) => (is ? 'button chosen' : 'button');
  return (
    <div className="project-bar no-print">
      <nav aria-label={text('step')}>
        <Link
          to="/projects"
          search={(before) => ({ area: before.area, view })}
          className={chosen(search.step === undefined && search.only === undefined)}
        >
          {text('all')} {exactNumber(counts.projects)}
        </Link>
        {counts.steps
          .filter(({ count }) => count > 0)
          .map(({ step, count }) => (
            <Link
              key={step}
              to="/projects"
              search={(before) => ({ area: before.area, view, step })}
              className={chosen(search.step === step)}
            >
              {text(`step_${step}`)} {exactNumber(count)}
            </Link>
          ))}
        {(['late', 'split', 'twice'] as const)
          .filter((only) => counts[only] > 0)
          .map((only) => (
            <Link
              key={only}
              to="/projects"
              search={(before) => ({ area: before.area, view, only })}
              className={chosen(search.only === only)}
            >
              {text(only, { count: exactNumber(counts[only]) })}
            </Link>
          ))}
      </nav>
      <nav aria-label={text('views')}>
        <Link
          to="/projects"
          search={(before) => ({ area: before.area, step: search.step, only: search.only })}
          className={chosen(search.view === undefined)}
        >
          {text('asList')}
        </Link>
        <Link
          to="/projects"
          search={(before) => ({
            area: before.area,
            view: 'board' as const,
            step: search.step,
            only: search.only,
          })}
          className={chosen(search.view === 'board')}
        >
          {text('asBoard')}
        </Link>
      </nav>
    </div>
  );
}

const figures = ['planned', 'allocated', 'paid', 'households'] as const;
const heads = ['project', 'place', 'step', 'due', ...figures] as const;
const inMoney = ['planned', 'allocated', 'paid'] as const;

function ProjectTable({ rows }: { readonly rows: readonly ProjectRow[] }) {
  const text = useText(projectTexts);
  const nameOf = useMoneyHeads<(typeof heads)[number]>(text, inMoney);
  return (
    <StackedTable
      label={text('title')}
      heads={heads}
      figures={figures}
      nameOf={nameOf}
      className=""
    >
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/projects/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
              <br />
              <span className="small quiet">
                {one.number} · {text.pick(one.kindTitle)} · {text(`mode_${one.mode}`)}
              </span>
            </td>
            <td>{one.area.name}</td>
            <td>
              <Marks one={one} />
            </td>
            <td className="day">{one.dueOn}</td>
            <td className="number">
              <ColumnMoney fen={one.planned} />
            </td>
            <td className="number">
              <ColumnMoney fen={one.allocated} />
            </td>
            <td className="number">
              <ColumnMoney fen={one.paid} />
            </td>
            <td className="number">{exactNumber(one.households)}</td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

export function Marks({ one }: { readonly one: ProjectRow }) {
  const text = useText(projectTexts);
  return (
    <span className="project-marks">
      <Chip meaning={stepMeanings[one.step]}>
        {text(`step_${one.step}`)}
        {one.step === 'building' ? ` ${one.percent}%` : ''}
      </Chip>
      {one.isLate ? <Chip meaning="over">{text('isLate')}</Chip> : null}
      {one.signals.map((signal) => (
        <Chip key={signal} meaning="due">
          {text(`signal_${signal}`)}
        </Chip>
      ))}
    </span>
  );
}
