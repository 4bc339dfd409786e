// The schedule of who answers for which village: one row a village, holes shown as holes, to file and print.
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schedule } from '#contract/workforce-schedule.ts';
import { useMe } from '#web/access/me.ts';
import { PrintActs, PrintHistory } from '#web/assistance/print-acts.tsx';
import { urlOf } from '#web/client/call.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { AppointSheet, type AskedPost } from './organisation-sheets.tsx';
import { scheduleTexts } from './schedule-texts.ts';
import './schedule.css';
import './workforce.css';

type Village = Schedule['villages'][number];

/** Those whose people have most households there. */
const unitsShown = 2;

export function SchedulePage() {
  const text = useText(scheduleTexts);
  const home = useMe().area.code;
  const { area = home } = useSearch({ from: '/frame/organisation/schedule' });
  const isCounty = area.length >= 6;
  const read = useRead(
    'GET /api/workforce/schedule',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  const printed = useRead(
    'GET /api/assistance/schedule/prints',
    { query: { area } },
    { enabled: isCounty },
  );
  return (
    <div className="page workforce schedule-page">
      <Link
        to="/organisation"
        search={(before) => ({ area: before.area })}
        className="back-link no-print"
      >
        ‹ {text('back')}
      </Link>
      <PageHead title={text('title')} note={text('lead')} />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={12} /> : null}
      {read.data === undefined ? null : (
        <>
          {read.data.villages.length === 0 ? null : (
            <PrintActs
              urlOf={(format, size) =>
                urlOf('GET /api/assistance/schedule/file', { query: { area, format, size } })
              }
              stale="GET /api/assistance/schedule/prints"
              sizes={['a3']}
            />
          )}
          <Loaded schedule={read.data} />
        </>
      )}
      {printed.data === undefined ? null : <PrintHistory prints={printed.data.items} />}
    </div>
  );
}

interface Asked {
  readonly village: string;
  readonly post: AskedPost;
}

function Loaded({ schedule }: { readonly schedule: Schedule }) {
  const text = useText(scheduleTexts);
  const [onlyHoles, setOnlyHoles] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const { columns, villages, holes, complete, mayManage } = schedule;
  if (villages.length === 0) return <EmptyState title={text('none')} text={text('noneText')} />;
  const heads = [
    text('village'),
    ...columns.map(({ title, verified }) =>
      verified ? text.pick(title) : text('unverified', { post: text.pick(title) }),
    ),
    text('units'),
    text('supervisors'),
  ];
  const shown = onlyHoles ? villages.filter((one) => one.holes > 0) : villages;
  return (
    <>
      <Finding detail={columns.length === 0 ? text('noRules') : undefined}>
        {holes === 0
          ? text('findingNone', { villages: villages.length })
          : text('finding', { villages: villages.length, complete, holes })}
      </Finding>
      <label className="check no-print">
        <input
          type="checkbox"
          checked={onlyHoles}
          onChange={(event) => setOnlyHoles(event.target.checked)}
        />
        {text('onlyHoles')}
      </label>
      <StackedTable
        heads={heads.map((_, at) => String(at))}
        nameOf={(at) => heads[Number(at)] ?? ''}
        label={text('title')}
        className="dense keeps-first schedule"
      >
        <tbody>
          {shown.map((one) => (
            <Row
              key={one.code}
              one={one}
              columns={columns}
              onAsk={mayManage ? setAsked : undefined}
            />
          ))}
        </tbody>
      </StackedTable>
      {asked === undefined ? null : (
        <AppointSheet area={asked.village} asked={asked.post} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

interface RowProps {
  readonly one: Village;
  readonly columns: Schedule['columns'];
  readonly onAsk: ((asked: Asked) => void) | undefined;
}

function Row({ one, columns, onAsk }: RowProps) {
  const text = useText(scheduleTexts);
  return (
    <tr>
      <th scope="row">
        {one.name} <small className="quiet">{one.township}</small>
      </th>
      {columns.map(({ set, post, title }, at) => {
        const cell = one.cells[at];
        return (
          <td key={`${set} ${post}`}>
            {(cell?.holders ?? []).map((holder) => (
              <div key={holder.id} title={holder.duty}>
                {holder.name}{' '}
                {holder.isOfTownship ? <small className="quiet">{text('ofTownship')}</small> : null}
              </div>
            ))}
            {(cell?.missing ?? 0) === 0 ? null : (
              <Hole
                label={`${one.name} ${text.pick(title)}`}
                onAsk={
                  onAsk === undefined
                    ? undefined
                    : () => onAsk({ village: one.code, post: { set, post, title } })
                }
              />
            )}
          </td>
        );
      })}
      <td title={one.units.join(text.marks.list)}>
        {one.units.length === 0 ? (
          <Hole label="" onAsk={undefined} />
        ) : (
          <>
            {one.units.slice(0, unitsShown).join(text.marks.list)}
            {one.units.length > unitsShown ? (
              <small className="quiet"> {text('moreUnits', { count: one.units.length })}</small>
            ) : null}
          </>
        )}
      </td>
      <td>
        {one.supervisors.length === 0 ? (
          <Hole label="" onAsk={undefined} />
        ) : (
          one.supervisors.join(text.marks.list)
        )}
      </td>
    </tr>
  );
}

function Hole({
  label,
  onAsk,
}: {
  readonly label: string;
  readonly onAsk: (() => void) | undefined;
}) {
  const text = useText(scheduleTexts);
  return (
    <span className="schedule-hole">
      {text('hole')}
      {onAsk === undefined ? null : (
        <button
          type="button"
          className="button plain small no-print"
          aria-label={`${text('appoint')} ${label}`}
          onClick={onAsk}
        >
          {text('appoint')}
        </button>
      )}
    </span>
  );
}
