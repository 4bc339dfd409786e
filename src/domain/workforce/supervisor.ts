// Village supervisors: appointed for a term and a village, without an account.
import { levelOf, parseAreaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './supervisor-refusals.ts';

export interface Term {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Ended before its last day. */
  readonly endedOn: string | null;
}

export type Tenure = 'coming' | 'serving' | 'over';

/** The last day still counts. */
export function tenureOn({ from, to, endedOn }: Omit<Term, 'name'>, today: string): Tenure {
  if (today > to || (endedOn !== null && today >= endedOn)) return 'over';
  return today < from ? 'coming' : 'serving';
}

/** Why somebody cannot be appointed beside those who are. */
export function appointmentDenial(
  village: string,
  asked: Omit<Term, 'endedOn'>,
  others: readonly Term[],
): RefusalKind | undefined {
  const code = parseAreaCode(village);
  if (code === undefined || levelOf(code) !== 'village') return refusals.supervisesNoVillage;
  if (asked.to <= asked.from) {
    return deny(refusals.supervisorTermTurnedRound, { from: asked.from, to: asked.to });
  }
  const overlap = others.find(
    (one) =>
      one.name === asked.name && asked.from <= (one.endedOn ?? one.to) && one.from <= asked.to,
  );
  return overlap === undefined
    ? undefined
    : deny(refusals.supervisesAlready, { name: asked.name, to: overlap.endedOn ?? overlap.to });
}
