// What village supervisors reported, by the day an answer is due; each opens beside the list.
import { useState } from 'react';
import type { ReportRow } from '#contract/publicity-reports.ts';
import { usePages } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { MoreButton } from '#web/ui/more-button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { reportTexts } from './report-texts.ts';

const shows = ['open', 'answered'] as const;

export function ReportBlock({ area }: { readonly area: string }) {
  const text = useText(reportTexts);
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const [opened, setOpened] = useState<string>();
  const list = usePages('GET /api/publicity/reports', { query: { area, show } });
  const none = !list.isPending && list.error === null && list.items.length === 0;
  return (
    <Block
      title={text('reports')}
      aside={
        <span className="report-show">
          {text('reportsAside')}
          <select
            className="input no-print"
            aria-label={text('show')}
            value={show}
            onChange={(event) => setShow(event.target.value === 'open' ? 'open' : 'answered')}
          >
            {shows.map((one) => (
              <option key={one} value={one}>
                {text(`show_${one}`)}
              </option>
            ))}
          </select>
        </span>
      }
    >
      {list.error === null ? null : <ErrorState error={list.error} retry={list.refetch} />}
      {list.isPending ? <Skeleton lines={4} /> : null}
      {none && show === 'open' ? (
        <EmptyState title={text('reportsNone')} text={text('reportsNoneText')} />
      ) : null}
      {none && show === 'answered' ? <EmptyState title={text('answeredNone')} /> : null}
      <ul className="notice-rows report-rows">
        {list.items.map((one) => (
          <ReportLine key={one.id} one={one} onOpen={() => setOpened(one.id)} />
        ))}
      </ul>
      <MoreButton list={list}>{text('more')}</MoreButton>
      {opened === undefined ? null : (
        <ReportSheet id={opened} onClose={() => setOpened(undefined)} />
      )}
    </Block>
  );
}

function ReportLine({ one, onOpen }: { readonly one: ReportRow; readonly onOpen: () => void }) {
  const text = useText(reportTexts);
  return (
    <li>
      <div>
        <strong>{text(`kind_${one.kind}`)}</strong>
        <span>
          {one.township} {one.village}
        </span>
        <small className="quiet">
          <Dotted>
            {one.number}
            {text('filed', { on: one.filedOn })}
            {one.hasPicture ? text('withPicture') : null}
          </Dotted>
        </small>
      </div>
      <span className="notice-chips">
        <ReportChips one={one} />
      </span>
      <button
        type="button"
        className="button small"
        aria-label={`${text('open')} ${one.number}`}
        onClick={onOpen}
      >
        {text('open')}
      </button>
    </li>
  );
}

export function ReportChips({ one }: { readonly one: ReportRow }) {
  const text = useText(reportTexts);
  if (one.state === 'answered') return <Chip meaning="done">{text('state_answered')}</Chip>;
  const isLate = one.lateDays > 0;
  return (
    <>
      <Chip meaning={one.state === 'received' ? 'neutral' : 'done'}>
        {text(`state_${one.state}`)}
      </Chip>
      {one.dueOn === null ? (
        <Chip meaning="unknown">{text('noClock')}</Chip>
      ) : (
        <Chip meaning={isLate ? 'over' : 'due'}>
          {isLate ? text('late', { count: one.lateDays }) : text('due', { on: one.dueOn })}
        </Chip>
      )}
    </>
  );
}
