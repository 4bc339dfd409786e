// Problems as a table at a desk and as cards on a phone; how late, with mark and word.
import { Link } from '@tanstack/react-router';
import type { ProblemRow } from '#contract/monitoring.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { Day } from '#web/ui/figure.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { problemTexts } from './problem-texts.ts';

export function ProblemRows({ rows }: { readonly rows: readonly ProblemRow[] }) {
  const text = useText(problemTexts);
  const narrow = useNarrow();
  if (rows.length === 0) return null;
  if (narrow) {
    return (
      <ul className="monitoring-cards">
        {rows.map((one) => (
          <li key={one.id}>
            <ProblemCard one={one} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="rows dense">
      <thead>
        <tr>
          <ColumnHeads
            heads={['number', 'problem', 'place', 'state', 'owner', 'due']}
            figures={['number']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <td className="number">{one.number}</td>
            <td>
              <Link to="/problems/$id" params={{ id: one.id }} className="row-link">
                {one.title}
              </Link>
            </td>
            <td>{one.place}</td>
            <td>
              {text.pick(one.state.title)}{' '}
              {one.reopened === 0 ? null : (
                <small className="quiet">{text('reopened', { count: one.reopened })}</small>
              )}
            </td>
            <td>{one.owner ?? <span className="quiet">{text('noOwner')}</span>}</td>
            <td>
              <ProblemDue one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ProblemCard({ one }: { readonly one: ProblemRow }) {
  const text = useText(problemTexts);
  return (
    <Link to="/problems/$id" params={{ id: one.id }} className="monitoring-card">
      <strong>{one.title}</strong>
      <small className="quiet">
        <Dotted>
          {one.number}
          {one.place}
          {text.pick(one.state.title)}
        </Dotted>
      </small>
      <span>
        {one.owner ?? <span className="quiet">{text('noOwner')}</span>} <ProblemDue one={one} />
      </span>
    </Link>
  );
}

export function ProblemDue({ one }: { readonly one: ProblemRow }) {
  const text = useText(problemTexts);
  if (one.closedOn !== null) {
    return <Chip meaning="done">{text('closedOn', { on: one.closedOn })}</Chip>;
  }
  const told =
    one.told !== null && text.has(`level_${one.told}`)
      ? text('toldTo', { level: text(`level_${one.told}` as 'level_county') })
      : '';
  return (
    <>
      {one.dueOn === null ? null : <Day day={one.dueOn} />}{' '}
      {one.mendedOn === null ? null : (
        <small className="quiet day">{text('mendedOn', { on: one.mendedOn })}</small>
      )}
      {one.colour === 'overdue' ? (
        <>
          <Chip meaning="over">{text('overdue', { count: one.lateDays })}</Chip>{' '}
          <small className="quiet">{told}</small>
        </>
      ) : null}
      {one.colour === 'soon' ? <Chip meaning="due">{text('soon')}</Chip> : null}
    </>
  );
}
