// One meeting: its agenda, who came, its minutes, and what it decided with how far each has come.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Meeting } from '#contract/workforce-meetings.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { meetingTexts } from './meeting-texts.ts';
import { MinutesSheet } from './minutes-sheet.tsx';
import { ResolutionList } from './resolution-list.tsx';
import './meetings.css';
import './workforce.css';

export function MeetingPage() {
  const { id } = useParams({ from: '/frame/meetings/$id' });
  const read = useRead('GET /api/workforce/meetings/:id', { params: { id } });
  if (read.data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  return <Loaded meeting={read.data} />;
}

function Loaded({ meeting }: { readonly meeting: Meeting }) {
  const text = useText(meetingTexts);
  const [entering, setEntering] = useState(false);
  const { isHeld, mayManage } = meeting;
  return (
    <div className="page workforce meetings">
      <Link to="/meetings" className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={meeting.title}
        note={text(`kind_${meeting.kind}`)}
        actions={
          <>
            <PrintButton>{text('print')}</PrintButton>
            {mayManage && !isHeld ? (
              <button type="button" className="button primary" onClick={() => setEntering(true)}>
                {text('enterMinutes')}
              </button>
            ) : null}
          </>
        }
      />
      <p>
        <Dotted>
          <Day day={meeting.on} />
          {`${meeting.areaName} ${meeting.place}`}
          {`${text('chair')} ${meeting.chair}`}
        </Dotted>
      </p>
      <Block title={text('agenda')}>
        <ol className="meeting-agenda">
          {meeting.agenda.map((point, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an agenda does not change.
            <li key={at}>{point}</li>
          ))}
        </ol>
      </Block>
      <Block title={text('minutes')}>
        {meeting.minutes === null ? (
          <p className="quiet">{text('minutesNone')}</p>
        ) : (
          <>
            <p className="meeting-minutes">{meeting.minutes}</p>
            <p>
              <small className="quiet">
                <WholeDays>
                  {text('minutesBy', { on: meeting.minutesOn ?? '', by: meeting.minutesBy ?? '' })}
                </WholeDays>
              </small>
            </p>
          </>
        )}
      </Block>
      {isHeld ? (
        <Block title={text('resolutions')}>
          {meeting.resolutions.length === 0 ? (
            <p className="quiet">{text('resolutionsNone')}</p>
          ) : null}
          <ResolutionList
            resolutions={meeting.resolutions}
            mayManage={mayManage}
            mayHandOn={meeting.mayHandOn}
          />
        </Block>
      ) : null}
      <People meeting={meeting} />
      {entering ? <MinutesSheet meeting={meeting} onClose={() => setEntering(false)} /> : null}
    </div>
  );
}

function People({ meeting: { people, percent } }: { readonly meeting: Meeting }) {
  const text = useText(meetingTexts);
  return (
    <Block
      title={text('people')}
      aside={percent === null ? undefined : text('percent', { percent })}
    >
      {people.length === 0 ? <p className="quiet">{text('peopleNone')}</p> : null}
      <ul className="meeting-people">
        {people.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name and a unit.
          <li key={at}>
            {one.name} <small className="quiet">{one.unit}</small>{' '}
            {one.presence === 'present' ? null : (
              <Chip meaning={one.presence === 'absent' ? 'over' : 'neutral'}>
                {text(`presence_${one.presence}`)}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
