import { exactNumber } from '#web/text/number.ts';

/** The five shades with their fixed cuts, and what must be said of the ground they stand on. */
export function MapKey({
  cuts,
  note,
}: {
  readonly cuts: readonly number[];
  readonly note: string;
}) {
  return (
    <div className="map-key small quiet">
      <div className="map-cuts" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((shade) => (
          <span key={shade} style={{ background: `var(--ramp-${shade})` }} />
        ))}
        {cuts.map((cut, index) => (
          <small key={cut} style={{ left: `${(index + 1) * 20}%` }}>
            {exactNumber(cut * 100)}
            {index === 3 ? '%' : ''}
          </small>
        ))}
      </div>
      <span className="map-note">{note}</span>
    </div>
  );
}
