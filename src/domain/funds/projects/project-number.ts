// Numbers of projects: one series a year and township, so that a township needs to know of no other; those of
// the county itself are of the series 000.

/** @example seriesOf('451226202202', 2016) // '2016-202' */
export function seriesOf(area: string, year: number): string {
  return `${year}-${area.slice(6, 9).padEnd(3, '0')}`;
}

export function numberIn(series: string, serial: number): string {
  return `${series}-${String(serial).padStart(4, '0')}`;
}
