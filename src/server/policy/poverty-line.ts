// The poverty line of a year where a pack states one: its parameter `povertyLine`, in yuan a person and
// year, dated by the first day of the year it is for.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { PackLibrary } from './pack-library.ts';

export interface PovertyLine {
  readonly year: number;
  readonly fen: number;
  readonly verified: boolean;
  readonly source: string;
}

export function povertyLineOf(
  packs: PackLibrary,
  area: AreaCode,
  { year, today }: { year: number; today: PlainDate },
): PovertyLine | null {
  const pack = packs.inForce(area, today);
  const parameter = pack?.rows.parameters.find(({ row }) => row.id === 'povertyLine')?.row;
  const inForce = parameter?.values.findLast(({ from }) => from <= plainDate(`${year}-12-31`));
  if (pack === undefined || typeof inForce?.value !== 'number') return null;
  const document = pack.chain
    .flatMap(({ manifest }) => manifest.documents)
    .find(({ id }) => id === inForce.source?.document);
  return {
    year,
    fen: Math.round(inForce.value * 100),
    verified: inForce.verified,
    source: [document?.title.zh ?? '', inForce.source?.place ?? ''].filter(Boolean).join(' '),
  };
}
