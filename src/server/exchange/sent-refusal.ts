// A refusal on its way from the reading process to the one that asked: its code and its facts.
import * as fileRefusals from '#domain/exchange/file-refusals.ts';
import { Refusal, type RefusalFacts, type RefusalKind } from '#domain/kernel/refusal.ts';
import * as exchangeRefusals from './exchange-refusals.ts';

export interface SentRefusal {
  readonly code: string;
  readonly facts: RefusalFacts;
}

const kinds: readonly RefusalKind[] = [
  ...Object.values(fileRefusals),
  ...Object.values(exchangeRefusals),
];

/** The same refusal on this side; undefined when no catalogue of ours has it. */
export function receivedRefusal({ code, facts }: SentRefusal): Refusal | undefined {
  const kind = kinds.find((candidate) => candidate.code === code);
  return kind === undefined ? undefined : new Refusal(kind, facts);
}
