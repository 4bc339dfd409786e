// What was done in a case, as insert-only rows in the order of their positions. The state of the case is
// their fold and nothing else.
import type { PlainDate } from '#domain/kernel/plain-date.ts';

export const actKinds = [
  'begin', // the case was opened
  'decide', // an outcome of the open step
  'sign', // one party's signature; the last one decides
  'post', // a notice was put up
  'takeDown', // a notice was taken down before its time; it counts as never posted
  'object', // somebody objects to a notice
  'answer', // an objection was upheld or rejected
  'withdraw', // the case ends without a decision
] as const;
export type ActKind = (typeof actKinds)[number];

export interface Meeting {
  /** Entitled to come. */
  readonly due: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly secret: boolean;
}

export type Verdict = 'upheld' | 'rejected';

export const proofKinds = ['code', 'voice', 'thumbprint'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** A household’s word that somebody else entered: a one-time code, or a record that is kept. */
export interface Proof {
  readonly by: ProofKind;
  readonly attachment?: string | undefined;
}

export interface CaseAct {
  /** 1 for the first act of a case. */
  readonly position: number;
  readonly kind: ActKind;
  /** The step that was open. */
  readonly step: string;
  readonly account: string;
  readonly accountName: string;
  /** Code of the list `actor` the account stood for; empty where none is needed. */
  readonly capacity: string;
  /** Further offices of the same party that one signature stands for. */
  readonly also?: readonly string[] | undefined;
  /** Written down for somebody else: a household that applies, a caller who objects. */
  readonly isTyped: boolean;
  readonly on: PlainDate;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reason: string;
  /** How the household itself confirmed, where somebody else entered it. */
  readonly proof?: Proof | undefined;
  /** The roster it was signed on. */
  readonly roster?: string | undefined;
  readonly outcome?: string | undefined;
  readonly meeting?: Meeting | undefined;
  readonly place?: string | undefined;
  /** The last day a notice hangs, where that is longer than the pack asks for. */
  readonly until?: PlainDate | undefined;
  /** Position of the objection that is answered. */
  readonly objection?: number | undefined;
  readonly verdict?: Verdict | undefined;
  /** Who objects, where the clerk was given a name. */
  readonly objector?: string | undefined;
}

/**
 * Stands in the act of somebody without an account: whoever objects on a public page or by telephone. Who
 * that is, is kept by the office that answers and by no case.
 */
export const publicAccount = '00000000-0000-8000-8000-000000000000';

export function isOfThePublic({ account }: Pick<CaseAct, 'account'>): boolean {
  return account === publicAccount;
}
