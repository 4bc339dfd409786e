// What an entry of the ledger is made of while it is typed, and how it is sent. Pure.
import type { IncomeLedger } from '#contract/registry-income.ts';
import { parseYuan } from '#domain/kernel/fen.ts';

export interface EntryForm {
  readonly year: string;
  readonly kind: string;
  readonly amount: string;
  readonly person: string;
  readonly note: string;
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly source: string;
}

const parts = [
  'year',
  'kind',
  'amount',
  'person',
  'note',
  'observedFrom',
  'observedTo',
  'source',
] as const satisfies readonly (keyof EntryForm)[];

type Kind = IncomeLedger['options']['branches'][number]['kinds'][number];

export function freshEntry(ledger: IncomeLedger): EntryForm {
  return {
    year: String(ledger.options.yearTo),
    kind: ledger.options.branches[0]?.kinds[0] ?? '',
    amount: '',
    person: '',
    note: '',
    observedFrom: '',
    observedTo: '',
    source: 'visit',
  };
}

/** Undefined when the amount is none: signs belong to the kind, so it is never negative. */
export function amountOf(form: EntryForm): number | undefined {
  const fen = parseYuan(form.amount);
  return fen === undefined || fen < 0n ? undefined : Number(fen);
}

/** As the API takes it: what was left empty is left out. Undefined while something is missing. */
export function entryOf(form: EntryForm, ledger: IncomeLedger) {
  const amountFen = amountOf(form);
  const kind = kindOf(ledger, form.kind);
  if (amountFen === undefined || kind === undefined) return undefined;
  return {
    year: Number(form.year),
    kind,
    amountFen,
    note: form.note,
    source: form.source,
    ...(form.person === '' ? {} : { person: form.person }),
    ...(form.observedFrom === '' ? {} : { observedFrom: form.observedFrom }),
    ...(form.observedTo === '' ? {} : { observedTo: form.observedTo }),
  };
}

export function yearsOffered({ options }: IncomeLedger): readonly number[] {
  const count = Math.max(1, options.yearTo - options.yearFrom + 1);
  return Array.from({ length: count }, (_, index) => options.yearTo - index);
}

export function isEntryForm(value: unknown): value is EntryForm {
  if (typeof value !== 'object' || value === null) return false;
  const kept = new Map<string, unknown>(Object.entries(value));
  return parts.every((part) => typeof kept.get(part) === 'string');
}

function kindOf(ledger: IncomeLedger, text: string): Kind | undefined {
  return ledger.options.branches.flatMap(({ kinds }) => kinds).find((kind) => kind === text);
}
