// A value as it stands in a comma-separated file: quoted where it must be, and never run as a formula.
import { startsFormula } from '#domain/exchange/sheet-row.ts';

export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && startsFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
