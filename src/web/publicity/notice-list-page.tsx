// Notices of an area: who waits for an answer, what waits to be posted, what hangs, what lacks evidence.

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { NoticeRow } from '#contract/publicity.ts';
import { noticeStates } from '#domain/publicity/notice-state.ts';
import { useMe } from '#web/access/me.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { NothingFound } from '#web/ui/nothing-found.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { readNoticeSearch } from './notice-search.ts';
import { noticeTexts } from './notice-texts.ts';
import { ObjectionsToAnswer } from './objections-to-answer.tsx';
import { WaitingBlock } from './waiting-block.tsx';
import './publicity.css';

export function NoticeListPage() {
  const text = useText(noticeTexts);
  const { area, standing: state } = useSearch({ from: '/frame/notices' });
  const navigate = useNavigate();
  const { permissions } = useMe();
  const hears = permissions.includes('publicity.hear');
  const posts = permissions.includes('publicity.post');
  const notices = usePages('GET /api/publicity/notices', { query: { area, state } });
  const none = !notices.isPending && notices.error === null && notices.items.length === 0;
  return (
    <div className="page notices">
      <PageHead
        title={text('title')}
        note={text('lead')}
        actions={
          posts ? (
            <Link
              to="/notices/money"
              search={(before) => ({ area: before.area })}
              className="button"
            >
              {text('ofMoney')}
            </Link>
          ) : undefined
        }
      />
      {hears ? <ObjectionsToAnswer area={area} /> : null}
      <WaitingBlock area={area} />
      <Block
        title={text('title')}
        aside={
          <select
            className="input no-print"
            aria-label={text('state')}
            value={state ?? ''}
            onChange={(event) =>
              void navigate({
                to: '/notices',
                search: (before) => ({
                  ...before,
                  standing: readNoticeSearch({ standing: event.target.value }).standing,
                }),
              })
            }
          >
            <option value="">{text('state_all')}</option>
            {[...noticeStates, 'objected' as const].map((one) => (
              <option key={one} value={one}>
                {text(`state_${one}`)}
              </option>
            ))}
          </select>
        }
      >
        {notices.error === null ? null : (
          <ErrorState error={notices.error} retry={notices.refetch} />
        )}
        {notices.isPending ? <Skeleton lines={6} /> : null}
        {none && state === undefined ? (
          <EmptyState title={text('emptyTitle')} text={text('emptyText')} />
        ) : null}
        {none && state !== undefined ? <NothingFound title={text('filteredEmpty')} /> : null}
        <ul className="notice-rows">
          {notices.items.map((one) => (
            <NoticeLine key={one.id} one={one} />
          ))}
        </ul>
        <MoreButton list={notices}>{text('more')}</MoreButton>
      </Block>
    </div>
  );
}

function NoticeLine({ one }: { readonly one: NoticeRow }) {
  const text = useText(noticeTexts);
  return (
    <li>
      <div>
        <Link to="/notices/$id" params={{ id: one.id }} className="row-link">
          {text.pick(one.title)}
        </Link>
        <small className="quiet">
          <Dotted>
            {`${one.firstDay} – ${one.lastDay}`}
            {text(one.topic !== null ? 'rows' : one.isOfAreas ? 'places' : 'cases', {
              count: one.cases,
            })}
          </Dotted>
        </small>
      </div>
      <span className="notice-chips">
        <StateChip one={one} />
        {one.objections.open === 0 ? null : (
          <Chip meaning="due">{text('open', { count: one.objections.open })}</Chip>
        )}
        {one.missing.map((kind) => (
          <Chip key={kind} meaning="unknown">
            {text(`missing_${kind}`)}
          </Chip>
        ))}
      </span>
    </li>
  );
}

export function StateChip({ one }: { readonly one: Pick<NoticeRow, 'state' | 'daysLeft'> }) {
  const text = useText(noticeTexts);
  if (one.state === 'hanging') {
    return (
      <Chip meaning="due">
        {text('state_hanging')}
        {text.marks.comma}
        {one.daysLeft === 1 ? text('endsToday') : text('left', { count: one.daysLeft })}
      </Chip>
    );
  }
  return (
    <Chip meaning={one.state === 'expired' ? 'done' : 'neutral'}>{text(`state_${one.state}`)}</Chip>
  );
}
