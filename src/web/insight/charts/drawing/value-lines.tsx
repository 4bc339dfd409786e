// The lines a value is read by: the axis at nothing, half-way, and the top, each with its number at the left.
interface ValueLinesProps {
  readonly left: number;
  readonly room: number;
  /** The value at the top. */
  readonly most: number;
  readonly y: (value: number) => number;
  readonly said: (value: number) => string;
}

export function ValueLines({ left, room, most, y, said }: ValueLinesProps) {
  return [0, 0.5, 1].map((share) => (
    <g key={share}>
      <line
        className={share === 0 ? 'axis' : 'grid'}
        x1={left}
        x2={left + room}
        y1={y(most * share)}
        y2={y(most * share)}
      />
      <text x={left - 6} y={y(most * share) + 4} fontSize={12} textAnchor="end" className="t3">
        {said(most * share)}
      </text>
    </g>
  ));
}
