// The bell: how much is unread, and on pressing it what turned, on which day, with the list behind it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Reminder } from '#contract/casework-reminders.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { reminderTexts } from './reminder-texts.ts';
import './reminder.css';

const everyMilliseconds = 60_000;

export function ReminderBell() {
  const text = useText(reminderTexts);
  const [open, setOpen] = useState(false);
  const read = useRead('GET /api/casework/reminders', {}, { every: () => everyMilliseconds });
  const unread = read.data?.unread ?? 0;
  const label = unread === 0 ? text('bell') : text('bellUnread', { count: unread });
  return (
    <>
      <button
        type="button"
        className="button plain reminder-bell"
        title={label}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5zM8 15.5a2 2 0 0 0 4 0" />
        </svg>
        <span className="visually-hidden">{text('bell')}</span>
        {unread === 0 ? null : (
          <span className="reminder-count">
            {unread > 99 ? '99+' : unread}
            <span className="visually-hidden"> {text('unread')}</span>
          </span>
        )}
      </button>
      {open ? (
        <Sheet title={text('title')} onClose={() => setOpen(false)}>
          <p className="sheet-lead">{text('lead')}</p>
          {read.isPending ? <Skeleton lines={5} /> : null}
          {read.error === null ? null : (
            <ErrorState error={read.error} retry={() => void read.refetch()} />
          )}
          {read.data === undefined ? null : (
            <Reminders items={read.data.items} onFollow={() => setOpen(false)} />
          )}
        </Sheet>
      ) : null}
    </>
  );
}

function Reminders({
  items,
  onFollow,
}: {
  readonly items: readonly Reminder[];
  readonly onFollow: () => void;
}) {
  const text = useText(reminderTexts);
  const mark = useWrite('POST /api/casework/reminders/read', {
    stale: ['GET /api/casework/reminders'],
  });
  const unread = items.filter(({ isRead }) => !isRead).map(({ key }) => key);
  if (items.length === 0) return <p className="quiet">{text('none')}</p>;
  return (
    <>
      {unread.length === 0 ? null : (
        <p>
          <button
            type="button"
            className="button"
            disabled={mark.isPending}
            onClick={() => mark.mutate({ body: { keys: unread.slice(0, 500) } })}
          >
            {text('readAll')}
          </button>
        </p>
      )}
      <ul className="reminders">
        {items.map((one) => (
          <li key={one.key} className={one.isRead ? 'read' : undefined}>
            <One
              one={one}
              onFollow={() => {
                if (!one.isRead) mark.mutate({ body: { keys: [one.key] } });
                onFollow();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const meanings: Readonly<Record<Reminder['kind'], Meaning>> = {
  soon: 'due',
  late: 'over',
  told: 'over',
  glass: 'neutral',
};

function One({ one, onFollow }: { readonly one: Reminder; readonly onFollow: () => void }) {
  const text = useText(reminderTexts);
  const { kind, process, step, on, cases, words, isRead } = one;
  const said = (
    <>
      <span>
        <Chip meaning={meanings[kind]}>{text(kind, { count: cases })}</Chip>{' '}
        {isRead ? null : <strong className="reminder-new">{text('unread')}</strong>}
      </span>
      <span>{step === null ? words : text.pick(step.title)}</span>
      <small className="quiet">
        {on} {process === null ? '' : text.pick(process.title)}
      </small>
    </>
  );
  if (process === null || step === null) {
    return (
      <Link to="/glass" onClick={onFollow}>
        {said}
      </Link>
    );
  }
  return (
    <Link
      to="/cases"
      search={(before) => ({
        area: before.area,
        process: process.id,
        step: step.id,
        colour: kind === 'soon' ? ('soon' as const) : ('overdue' as const),
        ...(kind === 'told' ? { whose: 'all' as const } : {}),
      })}
      onClick={onFollow}
    >
      {said}
    </Link>
  );
}
