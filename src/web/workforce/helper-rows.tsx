// Helpers as a table at a desk and as cards on a phone.
import { Link } from '@tanstack/react-router';
import type { HelperRow } from '#contract/workforce.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { helperTexts } from './helper-texts.ts';

export function HelperRows({ helpers }: { readonly helpers: readonly HelperRow[] }) {
  const text = useText(helperTexts);
  const narrow = useNarrow();
  if (helpers.length === 0) return null;
  if (narrow) {
    return (
      <ul className="workforce-cards">
        {helpers.map((one) => (
          <li key={one.id}>
            <Link to="/helpers/$id" params={{ id: one.id }}>
              <strong>{one.name}</strong>
              <span>
                <Dotted>
                  {text.pick(one.rankTitle)}
                  {one.unit?.name ?? ''}
                </Dotted>
              </span>
              <small className="quiet">
                <Dotted>
                  {one.areaName}
                  {one.quota === null
                    ? null
                    : text('loadSaid', { households: one.households, quota: one.quota })}
                </Dotted>
              </small>
            </Link>
            <span>
              <HelperState helper={one} />
            </span>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="rows">
      <thead>
        <tr>
          <ColumnHeads
            heads={['name', 'rank', 'unit', 'posted', 'load', 'state']}
            figures={['load']}
            nameOf={text}
          />
        </tr>
      </thead>
      <tbody>
        {helpers.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/helpers/$id" params={{ id: one.id }} className="row-link">
                {one.name}
              </Link>{' '}
              <small className="quiet">{one.title}</small>
            </td>
            <td>{text.pick(one.rankTitle)}</td>
            <td>{one.unit?.name ?? ''}</td>
            <td>{one.areaName}</td>
            <td className="number">
              <Load helper={one} />
            </td>
            <td>
              <HelperState helper={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Load({ helper }: { readonly helper: HelperRow }) {
  const text = useText(helperTexts);
  const { households, quota } = helper;
  return <>{quota === null ? households : text('ofQuota', { households, quota })}</>;
}

export function HelperState({ helper }: { readonly helper: HelperRow }) {
  const text = useText(helperTexts);
  const { households, quota, isAway, awayTo, standIn } = helper;
  if (isAway) {
    return (
      <>
        <Chip meaning={standIn === null ? 'over' : 'due'}>
          {awayTo === null ? text('stateAway') : text('stateAwayTo', { to: awayTo })}
        </Chip>
        {standIn === null ? null : (
          <small className="quiet"> {text('standIn', { name: standIn })}</small>
        )}
      </>
    );
  }
  if (quota === null) return null;
  if (households > quota) {
    return <Chip meaning="over">{text('stateOver', { count: households - quota })}</Chip>;
  }
  if (quota === 0) return <span className="quiet">{text('stateNone')}</span>;
  if (households === quota) return <Chip meaning="neutral">{text('stateFull')}</Chip>;
  return <span className="quiet">{text('stateRoom', { count: quota - households })}</span>;
}
