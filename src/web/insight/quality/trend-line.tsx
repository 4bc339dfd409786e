// A share over days as a line without axes; its words say where it began and where it stands.
const width = 96;
const height = 20;

export function TrendLine({
  values,
  told,
}: {
  readonly values: readonly number[];
  readonly told: string;
}) {
  if (values.length < 2) return <span className="quality-none">—</span>;
  const most = Math.max(...values, 0.001);
  const points = values.map(
    (value, index) =>
      `${((index / (values.length - 1)) * width).toFixed(1)},${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`,
  );
  return (
    <svg className="quality-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={told}>
      <title>{told}</title>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
