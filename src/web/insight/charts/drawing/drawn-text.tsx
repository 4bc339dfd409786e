// Several lines of text in a drawing.
export function DrawnText({
  lines,
  x,
  y,
  size,
  leading = Math.round(size * 1.45),
  anchor,
  className,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly leading?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
}) {
  const placed = lines.map((text, index) => ({ text, y: y + index * leading }));
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor ?? 'start'} className={className}>
      {placed.map((line) => (
        <tspan key={line.y} x={x} y={line.y}>
          {line.text}
        </tspan>
      ))}
    </text>
  );
}
