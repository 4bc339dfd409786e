// Meetings of an area: how many of each kind this year, the decisions that wait, and the list.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingRow } from '#contract/workforce-meetings.ts';
import { type MeetingKind, meetingKinds } from '#domain/workforce/meeting.ts';
import { useMe } from '#web/access/me.ts';
import { usePages, useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { CallMeetingSheet } from './call-meeting-sheet.tsx';
import { meetingTexts } from './meeting-texts.ts';
import { ResolutionList } from './resolution-list.tsx';
import './line-rows.css';
import './meetings.css';
import './workforce.css';

export function MeetingListPage() {
  const text = useText(meetingTexts);
  const home = useMe().area.code;
  const { area = home } = useSearch({ from: '/frame/meetings' });
  const isCounty = area.length >= 6;
  const [kind, setKind] = useState<MeetingKind>();
  const [calling, setCalling] = useState(false);
  const about = useRead(
    'GET /api/workforce/meetings',
    { query: { area, limit: 1 } },
    { enabled: isCounty, keep: true },
  );
  const list = usePages(
    'GET /api/workforce/meetings',
    { query: { area, kind } },
    { enabled: isCounty },
  );
  const { data } = about;
  const none = isCounty && !list.isPending && list.error === null && list.items.length === 0;
  return (
    <div className="page workforce meetings">
      <PageHead
        title={text('title')}
        note={text('lead')}
        actions={
          data?.mayCall === true ? (
            <button type="button" className="button primary" onClick={() => setCalling(true)}>
              {text('call')}
            </button>
          ) : undefined
        }
      />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {about.error === null ? null : (
        <ErrorState error={about.error} retry={() => void about.refetch()} />
      )}
      {isCounty && about.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : <About about={data} />}
      {data === undefined ? null : (
        <Block title={text('decisions')} aside={text('decisionsAside')}>
          {data.open.length === 0 ? <p className="quiet">{text('decisionsNone')}</p> : null}
          <ResolutionList resolutions={data.open} isListed mayManage={false} mayHandOn={false} />
        </Block>
      )}
      {isCounty ? (
        <Block
          title={text('title')}
          aside={
            <select
              className="input no-print"
              aria-label={text('kindFilter')}
              value={kind ?? ''}
              onChange={(event) => setKind(meetingKinds.find((one) => one === event.target.value))}
            >
              <option value="">{text('kind_all')}</option>
              {meetingKinds.map((one) => (
                <option key={one} value={one}>
                  {text(`kind_${one}`)}
                </option>
              ))}
            </select>
          }
        >
          {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
          {none ? <EmptyState title={text('listNone')} text={text('listNoneText')} /> : null}
          <ul className="line-rows">
            {list.items.map((one) => (
              <MeetingLine key={one.id} one={one} />
            ))}
          </ul>
          <MoreButton list={list}>{text('more')}</MoreButton>
        </Block>
      ) : null}
      {calling ? <CallMeetingSheet area={area} onClose={() => setCalling(false)} /> : null}
    </div>
  );
}

interface AboutProps {
  readonly about: {
    readonly year: number;
    readonly kinds: readonly { readonly kind: MeetingKind; readonly count: number }[];
    readonly open: readonly { readonly lateDays: number }[];
  };
}

function About({ about: { year, kinds, open } }: AboutProps) {
  const text = useText(meetingTexts);
  const held = kinds.reduce((sum, { count }) => sum + count, 0);
  const late = open.filter(({ lateDays }) => lateDays > 0).length;
  return (
    <>
      <Finding>
        {held === 0
          ? text('findingNone', { year: String(year) })
          : text('finding', { year: String(year), held, open: open.length, late })}
      </Finding>
      <dl className="meeting-kinds" aria-label={text('kinds')}>
        {kinds.map(({ kind, count }) => (
          <div key={kind}>
            <dt>{text(`kind_${kind}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function MeetingLine({ one }: { readonly one: MeetingRow }) {
  const text = useText(meetingTexts);
  const { today } = useMe().installation;
  return (
    <li>
      <div>
        <Link to="/meetings/$id" params={{ id: one.id }} className="row-link">
          {one.title}
        </Link>
        <small className="quiet">
          <Dotted>
            <Day day={one.on} />
            {text(`kind_${one.kind}`)}
            {`${one.areaName} ${one.place}`}
            {`${text('chair')} ${one.chair}`}
          </Dotted>
        </small>
      </div>
      <span className="meeting-chips">
        {one.isHeld ? (
          <>
            <span>{text('attended', { came: one.came, invited: one.invited })}</span>
            {one.decisions === 0 ? null : (
              <Chip meaning={one.done === one.decisions ? 'done' : 'due'}>
                {text('decided', { done: one.done, decisions: one.decisions })}
              </Chip>
            )}
            {one.late === 0 ? null : (
              <Chip meaning="over">{text('lateDecisions', { count: one.late })}</Chip>
            )}
          </>
        ) : (
          <Chip meaning="unknown">{text(one.on > today ? 'notHeld' : 'noMinutes')}</Chip>
        )}
      </span>
    </li>
  );
}
