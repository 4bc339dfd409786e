// What a village supervisor reports: of which kind, where it stands, and what may not be written in it. It
// goes to the county; nothing here has room for who is of the village that reads it.
import type { Finding } from './screen-text.ts';
import { screenText } from './screen-text.ts';
import type { SensitiveKind } from './sensitive-kind.ts';

export const reportKinds = ['roster', 'money', 'project', 'service', 'conduct', 'further'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStates = ['received', 'working', 'mended', 'answered'] as const;
export type ReportState = (typeof reportStates)[number];

export interface ReportStanding {
  readonly answeredOn: string | null;
  readonly handedOn: string | null;
  /** What it was handed on as is done. */
  readonly isDone: boolean;
}

export function reportState({ answeredOn, handedOn, isDone }: ReportStanding): ReportState {
  if (answeredOn !== null) return 'answered';
  if (handedOn === null) return 'received';
  return isDone ? 'mended' : 'working';
}

/** Numbers of people; that somebody is ill or poor is what a report may be about. */
const neverWritten: ReadonlySet<SensitiveKind> = new Set<SensitiveKind>([
  'identity',
  'phone',
  'bankAccount',
  'disabilityCertificate',
]);

export function screenReport(text: string): readonly Finding[] {
  return screenText(text, { names: [] }).filter(({ kind }) => neverWritten.has(kind));
}

/** Whole days past the last one; 0 in time, when answered, or where no clock runs. */
export function reportLateDays(
  { dueOn, answeredOn }: { readonly dueOn: string | null; readonly answeredOn: string | null },
  daysPast: (due: string) => number,
): number {
  return dueOn === null || answeredOn !== null ? 0 : Math.max(0, daysPast(dueOn));
}
