// A timeline of our own elements: one row an entry, weeks as columns, a bar from its start to its last day,
// what went beyond it marked, today as a line. Every bar is also said in words.
import { Link } from '@tanstack/react-router';
import { addDays, daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { problemTexts } from './problem-texts.ts';

export interface GanttRow {
  readonly key: string;
  readonly to: '/problems/$id' | '/tasks/$id';
  readonly label: string;
  readonly aside: string;
  readonly start: string | null;
  readonly due: string | null;
  readonly done: string | null;
  readonly isLate: boolean;
}

const daysBefore = 63;
const daysAfter = 49;

export function Gantt({ rows }: { readonly rows: readonly GanttRow[] }) {
  const text = useText(problemTexts);
  const today = useMe().installation.today as PlainDate;
  const from = addDays(today, -daysBefore);
  const days = daysBefore + daysAfter;
  const at = (day: string) => Math.max(0, Math.min(days, daysBetween(from, day as PlainDate)));
  const weeks = Array.from({ length: Math.floor(days / 14) }, (_, index) =>
    addDays(from, index * 14),
  );
  if (rows.length === 0) return null;
  return (
    <Scrolled>
      <table className="gantt" aria-label={text('ganttLabel')}>
        <thead>
          <tr>
            <th scope="col">{text('problem')}</th>
            <th scope="col" className="gantt-weeks">
              <span style={gridOf(days)}>
                {weeks.map((week, index) => (
                  <span key={week} style={{ gridColumn: `${index * 14 + 1} / span 14` }}>
                    {week.slice(5)}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Link to={row.to} params={{ id: row.key }} className="row-link">
                  {row.label}
                </Link>{' '}
                <small className="quiet">{row.aside}</small>
              </th>
              <td>
                <span className="gantt-line" style={gridOf(days)}>
                  <span
                    className="gantt-today"
                    style={{ gridColumn: `${at(today) + 1} / span 1` }}
                    title={text('today')}
                  />
                  <Bars row={row} at={at} today={today} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function gridOf(days: number) {
  return { display: 'grid', gridTemplateColumns: `repeat(${days}, minmax(0, 1fr))` };
}

function Bars({
  row: { start, due, done, isLate },
  at,
  today,
}: {
  readonly row: GanttRow;
  readonly at: (day: string) => number;
  readonly today: string;
}) {
  const text = useText(problemTexts);
  if (start === null || due === null) {
    return <small className="quiet gantt-none">{text('withoutDates')}</small>;
  }
  const first = at(start) + 1;
  const last = Math.max(first + 1, at(due) + 1);
  const end = done ?? (isLate ? today : null);
  const said = `${start} – ${due}`;
  return (
    <>
      <span
        className={`gantt-bar ${done === null ? '' : 'done'}`}
        style={{ gridColumn: `${first} / ${last}` }}
        title={said}
      >
        <span className="visually-hidden">{said}</span>
      </span>
      {end !== null && end > due ? (
        <span
          className="gantt-late"
          style={{ gridColumn: `${last} / ${Math.max(last + 1, at(end) + 1)}` }}
          title={end}
        >
          <span aria-hidden="true">▲</span>
          <span className="visually-hidden">
            {text('overdue', { count: daysBetween(due as PlainDate, end as PlainDate) })}
          </span>
        </span>
      ) : null}
    </>
  );
}
