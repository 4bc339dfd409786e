/** A figure that was found, with two decimals at most. */
export function shownMeasure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}
