// What the map shows: the number by which it is shaded, outlines or tiles, what is marked on it, and the way into the
// chosen place.
import { Link } from '@tanstack/react-router';
import type { LinkedView } from '#contract/insight-map.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import {
  indicators,
  type MapSearch,
  markKinds,
  marksIn,
  marksText,
  readMapSearch,
} from './map-search.ts';
import { mapTexts } from './texts.ts';

interface MapControlsProps {
  readonly view: LinkedView;
  readonly search: MapSearch;
  readonly onChange: (change: MapSearch) => void;
}

export function MapControls({ view, search, onChange }: MapControlsProps) {
  const text = useText(mapTexts);
  const marked = marksIn(search.marks);
  const isWide = view.area.code.length < 6;
  const part = view.parts.find(({ code }) => code === search.part);
  return (
    <div className="map-controls no-print">
      <fieldset className="segments">
        <legend className="visually-hidden">{text('by')}</legend>
        {indicators.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={(search.by ?? 'listed') === one}
            title={text(`by_${one}`)}
            onClick={() => onChange({ by: one === 'listed' ? undefined : one })}
          >
            {text(`short_${one}`)}
          </button>
        ))}
      </fieldset>
      {view.boundaries ? (
        <button
          type="button"
          className="link small"
          onClick={() => onChange({ base: search.base === undefined ? 'tiles' : undefined })}
        >
          {text(search.base === undefined ? 'tiles' : 'outlines')}
        </button>
      ) : null}
      <fieldset className="mark-boxes small">
        <legend className="visually-hidden">{text('marks')}</legend>
        <label title={isWide ? text('pointsWide') : undefined}>
          <input
            type="checkbox"
            disabled={isWide}
            checked={search.points === 'on' && !isWide}
            onChange={({ target }) => onChange({ points: target.checked ? 'on' : undefined })}
          />{' '}
          {text('points')}
        </label>
        {markKinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={marked.includes(kind)}
              onChange={({ target }) =>
                onChange({
                  marks: marksText(
                    markKinds.filter((one) =>
                      one === kind ? target.checked : marked.includes(one),
                    ),
                  ),
                })
              }
            />{' '}
            {text(`mark_${kind}`)}
          </label>
        ))}
      </fieldset>
      {part === undefined || part.code.length >= 15 ? null : (
        <Link
          to="/map"
          search={(before) => ({ ...readMapSearch(before), area: part.code, part: undefined })}
          className="button"
        >
          {text('enter', { name: shortNameOf(part.name) })}
        </Link>
      )}
    </div>
  );
}
