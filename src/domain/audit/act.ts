// One act as it is kept in the audit trail, and the one text its digest covers. The text is the same
// for the row as written and as read back: instants have three decimals, facts are sorted by name.
// Holds references and counts, never a personal value. Decision 0005.

import { type AreaCode, countyNumberOf } from '#domain/kernel/area-code.ts';

export interface Act {
  readonly id: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly account: string | null;
  readonly act: string;
  readonly area: AreaCode;
  /** What was touched, as `household:<id>`. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Keyed hash of a text in hexadecimal; the key stays with whoever gives the function. */
export type Mac = (text: string) => string;

export function digestOf(mac: Mac, act: Act): string {
  return mac(canonicalText(act));
}

export function canonicalText(act: Act): string {
  const { id, at, account, area, subject, facts } = act;
  return JSON.stringify([
    id,
    canonicalInstant(at),
    account,
    act.act,
    area,
    subject,
    canonicalFacts(facts),
  ]);
}

/** The chain an act belongs to: its registration county as a number, 0 above a county. */
export function chainOf(area: AreaCode): number {
  return countyNumberOf(area) ?? 0;
}

/** PostgreSQL drops zeros at the end of a second's decimals; a changed microsecond stays visible. */
function canonicalInstant(at: string): string {
  const match = /^(.*?)(?:\.(\d+))?Z$/.exec(at);
  if (match === null) return at;
  return `${match[1]}.${(match[2] ?? '').replace(/0+$/, '').padEnd(3, '0')}Z`;
}

function canonicalFacts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalFacts);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, canonicalFacts(member)]);
}
