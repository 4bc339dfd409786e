// Equal tiles, neighbours kept as far as possible: name, share, households. Where tiles are narrow the name
// takes two lines and the households stand below the share. A press chooses one, a second press goes into it.
import { useNavigate } from '@tanstack/react-router';
import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shortNumber } from '#web/text/number.ts';
import { shownOf } from './place-map.tsx';
import { type Part, type RegisterStep, rampOf } from './read-funnel.ts';
import { overviewTexts } from './texts.ts';

interface TileMapProps {
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

export function TileMap({ overview, step, chosen, onChoose }: TileMapProps) {
  const navigate = useNavigate();
  const { parts } = overview;
  const left = Math.min(...parts.map((part) => part.tile.column));
  const top = Math.min(...parts.map((part) => part.tile.row));
  const columns = Math.max(...parts.map((part) => part.tile.column)) - left + 1;
  const inReadingOrder = [...parts].sort(
    (one, other) => one.tile.row - other.tile.row || one.tile.column - other.tile.column,
  );
  const press = (part: Part) => {
    if (part.code !== chosen?.code) return onChoose(part.code);
    onChoose(undefined);
    return void navigate({
      to: '/overview',
      search: (before) => ({ ...before, area: part.code }),
    });
  };
  return (
    <div
      className={columns > 3 ? 'tiles small-tiles' : 'tiles'}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {inReadingOrder.map((part) => (
        <Tile
          key={part.code}
          part={part}
          step={step}
          chosen={part.code === chosen?.code}
          place={{ column: part.tile.column - left + 1, row: part.tile.row - top + 1 }}
          onPress={() => press(part)}
        />
      ))}
    </div>
  );
}

interface TileProps {
  readonly part: Part;
  readonly step: RegisterStep;
  readonly chosen: boolean;
  readonly place: { readonly column: number; readonly row: number };
  readonly onPress: () => void;
}

function Tile({ part, step, chosen, place, onPress }: TileProps) {
  const text = useText(overviewTexts);
  const { share, count } = shownOf(part, step);
  const ramp = share === undefined ? undefined : rampOf(share, step);
  return (
    <button
      type="button"
      className={`tile ${chosen ? 'chosen' : ''} ${share === undefined ? 'empty' : ''}`}
      aria-pressed={chosen}
      title={
        share === undefined
          ? `${part.name} ${text('mapEmpty')}`
          : text('tileTitle', { name: part.name, share: exactNumber(share * 100, 1), count })
      }
      style={{
        gridColumn: place.column,
        gridRow: place.row,
        background: ramp === undefined ? 'var(--ground)' : `var(--ramp-${ramp})`,
        color: ramp === undefined ? 'var(--t3)' : `var(--on-ramp-${ramp})`,
      }}
      onClick={onPress}
    >
      <span className="tile-name">{shortNameOf(part.name)}</span>
      <span className="tile-share">
        {share === undefined ? '—' : `${exactNumber(share * 100)}%`}
      </span>
      {share === undefined ? null : (
        <span className="tile-count">{shortNumber(count, text.language)}</span>
      )}
    </button>
  );
}
