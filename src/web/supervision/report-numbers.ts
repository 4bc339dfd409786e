// Numbers of a report: percentages with what they deserve of digits, differences with their sign.
export function percentOf(share: number): string {
  return String(Number((share * 100).toPrecision(3)));
}

export function signed(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${Math.abs(rounded)}`;
}
