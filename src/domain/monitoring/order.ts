// A follow-up order as one place or unit has it: issued, received, reported back, returned or done. Who
// reported does not find it done; a circular names who was late and by how many days.
import { deny } from '#domain/kernel/deny.ts';
import { daysBetween, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { RefusalKind } from '#domain/kernel/refusal.ts';
import * as refusals from './order-refusals.ts';

export const partStates = ['issued', 'received', 'reported', 'returned', 'done'] as const;
export type PartState = (typeof partStates)[number];

export const orderActs = ['receive', 'report', 'urge', 'return', 'done'] as const;
export type OrderAct = (typeof orderActs)[number];

export interface OrderPart {
  readonly state: PartState;
  readonly dueOn: string;
  readonly reportedOn: string | null;
  readonly reportedBy: string | null;
}

export interface OrderReader {
  readonly account: string;
  /** The order went to them, or to nobody with an account and they speak for it. */
  readonly isAddressee: boolean;
  readonly maySteer: boolean;
}

export function decideOrderAct(
  part: OrderPart,
  reader: OrderReader,
  { act, words }: { readonly act: OrderAct; readonly words: string },
):
  | { readonly ok: true; readonly to: PartState }
  | { readonly ok: false; readonly why: RefusalKind } {
  const no = (kind: RefusalKind) => ({ ok: false, why: deny(kind, {}) }) as const;
  const { state } = part;
  if (state === 'done') return no(refusals.orderDone);
  if (act === 'receive' || act === 'report') {
    if (!reader.isAddressee) return no(refusals.orderNotYours);
    if (act === 'receive') {
      return state === 'issued' ? { ok: true, to: 'received' } : no(refusals.orderReceived);
    }
    if (state === 'issued') return no(refusals.orderNotReceived);
    if (state === 'reported') return no(refusals.orderReported);
    return words === '' ? no(refusals.orderWordsMissing) : { ok: true, to: 'reported' };
  }
  if (!reader.maySteer) return no(refusals.orderNotYours);
  if (act === 'urge') {
    return state === 'reported' ? no(refusals.orderReported) : { ok: true, to: state };
  }
  if (state !== 'reported') return no(refusals.orderNotReported);
  if (part.reportedBy === reader.account) return no(refusals.orderOwnReport);
  if (act === 'done') return { ok: true, to: 'done' };
  return words === '' ? no(refusals.orderWordsMissing) : { ok: true, to: 'returned' };
}

/** What a screen offers. */
export function orderActsFor(part: OrderPart, reader: OrderReader): readonly OrderAct[] {
  return orderActs.filter((act) => decideOrderAct(part, reader, { act, words: '—' }).ok);
}

export const delays = ['notReceived', 'notReported', 'reportedLate', 'returned'] as const;
export type Delay = (typeof delays)[number];

export interface Late {
  readonly delay: Delay;
  readonly days: number;
}

/** Undefined for whoever is in time. */
export function lateOf(part: OrderPart, today: PlainDate): Late | undefined {
  const due = part.dueOn as PlainDate;
  if (part.state === 'reported' || part.state === 'done') {
    const on = part.reportedOn as PlainDate | null;
    const days = on === null ? 0 : daysBetween(due, on);
    return days > 0 ? { delay: 'reportedLate', days } : undefined;
  }
  const days = daysBetween(due, today);
  if (days <= 0) return undefined;
  const delay = { issued: 'notReceived', received: 'notReported', returned: 'returned' } as const;
  return { delay: delay[part.state], days };
}
