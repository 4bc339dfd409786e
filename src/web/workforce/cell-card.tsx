// One cell in a list: its hamlets, who answers for it, when it was last walked, what is open.
import { Link } from '@tanstack/react-router';
import type { CellRow } from '#contract/workforce-grid.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { gridTexts } from './grid-texts.ts';

export function CellCard({
  cell,
  isOwn = false,
}: {
  readonly cell: CellRow;
  readonly isOwn?: boolean;
}) {
  const text = useText(gridTexts);
  // One's own cells stand right below the title of the page, those of a village in a block of it.
  const Heading = isOwn ? 'h2' : 'h3';
  const { places, households, officer, officerSince, patrolledOn } = cell;
  return (
    <li className="grid-cell">
      <Heading>
        <Link to="/grid/cells/$id" params={{ id: cell.id }} className="row-link">
          {cell.name}
        </Link>{' '}
        <small className="quiet">
          {isOwn ? `${cell.township} ${cell.village} · ` : ''}
          {text(isOwn ? 'mineHouseholds' : 'householdCount', { count: households })}
        </small>
      </Heading>
      <p>
        {places
          .map(({ code, name }) => (code.length === 12 ? text('villageItself') : name))
          .join(text.marks.list)}
      </p>
      <p className="grid-chips">
        {officer === null ? (
          <Chip meaning="over">{text('noOfficer')}</Chip>
        ) : isOwn ? null : (
          <span>
            {text('officer')} {officer}{' '}
            <small className="quiet">{text('since', { on: officerSince ?? '' })}</small>
          </span>
        )}
        <Chip meaning={patrolledOn === null ? 'due' : 'neutral'}>
          {patrolledOn === null ? text('notPatrolled') : text('patrolled', { on: patrolledOn })}
        </Chip>
        {cell.open === 0 ? null : (
          <Chip meaning="due">{text('openEvents', { count: cell.open })}</Chip>
        )}
        {cell.late === 0 ? null : (
          <Chip meaning="over">{text('lateEvents', { count: cell.late })}</Chip>
        )}
      </p>
    </li>
  );
}
