// One event of the grid in a list: what and where, where it stands, and its clock.
import { Link } from '@tanstack/react-router';
import type { Incident } from '#contract/workforce-grid.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { gridTexts } from './grid-texts.ts';

const meanings: Readonly<Record<Incident['colour'], Meaning>> = {
  overdue: 'over',
  soon: 'due',
  onTime: 'neutral',
  noClock: 'unknown',
};

export function EventLine({ one }: { readonly one: Incident }) {
  const text = useText(gridTexts);
  return (
    <li>
      <div>
        <Link to="/grid/events/$id" params={{ id: one.id }} className="row-link">
          {one.words}
        </Link>
        <small className="quiet">
          <Dotted>
            {text(`kind_${one.kind}`)}
            {`${one.village} ${one.cellName}`}
            {text('foundOn', { on: one.foundOn, by: one.foundBy })}
            {one.handler === null ? null : text('handler', { name: one.handler })}
          </Dotted>
        </small>
      </div>
      <span className="grid-chips">
        <EventChips one={one} />
      </span>
    </li>
  );
}

export function EventChips({ one }: { readonly one: Incident }) {
  const text = useText(gridTexts);
  const level = `level_${one.told ?? ''}`;
  return (
    <>
      <Chip meaning={one.state === 'closed' ? 'done' : 'neutral'}>
        {text(`state_${one.state}`)}
      </Chip>
      {one.state === 'closed' || one.state === 'handled' ? null : (
        <Chip meaning={meanings[one.colour]}>
          {one.dueOn === null
            ? text('noClock')
            : one.lateDays > 0
              ? text('lateDays', { count: one.lateDays })
              : text('due', { on: one.dueOn })}
        </Chip>
      )}
      {one.told !== null && text.has(level) ? (
        <Chip meaning="over">{text('told', { level: text(level) })}</Chip>
      ) : null}
    </>
  );
}
