// Who may receive something on a day: a member who lives and is there, or a household somebody lives in.

import { recipientDead, recipientGone } from '#domain/assistance/benefit-refusals.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export interface Recipient {
  readonly name: string;
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
  readonly leftReason: string | null;
}

export interface RecipientProblem {
  readonly kind: RefusalKind;
  readonly facts: { readonly name: string; readonly left: string; readonly on: string };
}

/** Why this person cannot have received something on this day. */
export function recipientProblem(
  { name, joinedOn, leftOn, leftReason }: Recipient,
  on: PlainDate,
): RecipientProblem | undefined {
  const facts = { name, left: leftOn ?? '', on };
  if (leftOn !== null && leftOn <= on) {
    return { kind: leftReason === 'DIED' ? recipientDead : recipientGone, facts };
  }
  return joinedOn !== null && joinedOn > on ? { kind: recipientGone, facts } : undefined;
}

/** A household receives nothing once the last of its members died or left. */
export function householdProblem(
  members: readonly Recipient[],
  on: PlainDate,
): RecipientProblem | undefined {
  const problems = members.map((one) => recipientProblem(one, on));
  if (members.length === 0 || problems.some((one) => one === undefined)) return undefined;
  return problems[0];
}
