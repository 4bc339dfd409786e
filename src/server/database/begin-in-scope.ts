// The one message that opens a transaction and tells the database what it may see. The values are
// written into the text, because Citus passes on SET LOCAL but neither parameters nor set_config; so
// every character is checked first, and a value of any other form is refused. Design section 4.

import type { Scope } from '#domain/access/scope.ts';

/** `read` refuses writes; `snapshot` also reads everything as of one moment. */
export type TransactionMode = 'write' | 'read' | 'snapshot';

const begins: Readonly<Record<TransactionMode, string>> = {
  write: 'begin',
  read: 'begin read only',
  snapshot: 'begin isolation level repeatable read, read only',
};

/** Stands for an empty set of households: an empty text would mean all of them. */
const nobody = '00000000-0000-0000-0000-000000000000';

const bound = /^\d{0,24}:?$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function beginInScope(scope: Scope, mode: TransactionMode): string {
  const spans = scope.spans.map(
    (span) => `${checked(span.low, bound)}-${checked(span.high, bound)}`,
  );
  const households = scope.households?.map((id) => checked(id, uuid));
  const values = {
    low: checked(scope.low, bound),
    high: checked(scope.high, bound),
    spans: spans.join(','),
    households: households === undefined ? '' : households.join(',') || nobody,
    account: scope.account === null ? '' : checked(scope.account, uuid),
  };
  const settings = Object.entries(values).map(
    ([name, value]) => `set local app.${name} = '${value}'`,
  );
  return [begins[mode], ...settings].join('; ');
}

function checked(value: string, form: RegExp): string {
  if (form.test(value)) return value;
  throw new Error(`a scope may not hold ${JSON.stringify(value)}`);
}
