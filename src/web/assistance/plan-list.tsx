// The households behind the numbers: waiting, without a plan, late, or all.
import { Link, useSearch } from '@tanstack/react-router';
import type { PlanRow } from '#contract/assistance-summary.ts';
import { usePages } from '#web/client/read.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { planShows } from './plan-search.ts';
import { summaryTexts } from './summary-texts.ts';

export function PlanList({ area }: { readonly area: string }) {
  const text = useText(summaryTexts);
  const words = useFormWords();
  const { show = 'waiting', cause, measure } = useSearch({ from: '/frame/plans' });
  const rows = usePages('GET /api/assistance/plans', { query: { area, show, cause, measure } });
  const filter = [
    cause === undefined ? '' : words.code('cause', cause),
    measure === undefined ? '' : words.code('measure', measure),
  ].join(' ');
  return (
    <Block title={<span id="list">{text('list')}</span>}>
      <nav className="tabs no-print" aria-label={text('shows')}>
        {planShows.map((one) => (
          <Link
            key={one}
            to="/plans"
            search={(before) => ({ ...before, show: one })}
            hash="list"
            aria-current={one === show ? 'page' : undefined}
          >
            {text(`show_${one}`)}
          </Link>
        ))}
      </nav>
      {filter.trim() === '' ? null : (
        <p className="no-print">
          {filter}{' '}
          <Link to="/plans" search={{ area, show }} hash="list" className="link">
            {text('clear')}
          </Link>
        </p>
      )}
      {rows.error === null ? null : <ErrorState error={rows.error} retry={rows.refetch} />}
      {rows.isPending ? <Skeleton lines={6} /> : null}
      {!rows.isPending && rows.error === null && rows.items.length === 0 ? (
        <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
      ) : null}
      <ul>
        {rows.items.map((one) => (
          <PlanItem key={one.household ?? one.plan ?? one.areaCode} one={one} />
        ))}
      </ul>
      <MoreButton list={rows}>{text('more')}</MoreButton>
    </Block>
  );
}

function PlanItem({ one }: { readonly one: PlanRow }) {
  const text = useText(summaryTexts);
  const measures = one.measures.map((title) => text.pick(title));
  const name = one.headName ?? one.householdNo ?? text('villagePlan', { name: one.village });
  return (
    <li className="help-item help-plan">
      {one.household === null ? (
        <Link to="/villages/$village/plan" params={{ village: one.areaCode }} className="row-link">
          {name}
        </Link>
      ) : (
        <Link
          to="/households/$id/$tab"
          params={{ id: one.household, tab: 'help' }}
          className="row-link"
        >
          {name}
        </Link>
      )}
      <span className="quiet">
        {one.township} {one.village}
        {one.household === null ? '' : ` · ${text('members', { count: one.members })}`}
        {one.cause === null ? '' : ` · ${text.pick(one.cause)}`}
      </span>
      <span>{measures.join(text.marks.list)}</span>
      <span>
        {one.plan === null ? <Chip meaning="over">{text('noPlan')}</Chip> : null}
        {one.lateSince === null ? null : (
          <Chip meaning="over">{text('lateSince', { on: one.lateSince })}</Chip>
        )}
        {one.state === 'submitted' && one.plan !== null ? (
          <Link to="/plans/$id" params={{ id: one.plan }} className="link">
            {text('openPlan')}
          </Link>
        ) : null}
      </span>
    </li>
  );
}
