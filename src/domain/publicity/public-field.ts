// What may stand on a notice, and nothing else. The list is of what is allowed: a field that is added to
// the form stays off every notice until somebody puts its name here. Fields of the fourteen sensitive
// kinds cannot be put here, because the type of the list has no room for them (domain notes, P12).
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { HouseholdField, SensitiveField } from '#domain/registry/form.ts';

/** Says of health, income or family what the field itself is not marked for. */
type TellsOfHealth =
  | 'primaryCause'
  | 'otherCauses'
  | 'chronicallyIll'
  | 'severelyIll'
  | 'disabled'
  | 'notExitedReason';
type TellsOfMoney = 'incomeYear' | 'incomePerHead' | 'bank';
type TellsOfFamily = 'children' | 'elderly' | 'students' | 'militaryFamily';

export type NeverPublic = SensitiveField | TellsOfHealth | TellsOfMoney | TellsOfFamily;

export const publicFields = [
  'headName',
  'members',
  'attribute',
  'standard',
  'povertyStatus',
  'listedOn',
  'exitedOn',
] as const satisfies readonly Exclude<HouseholdField, NeverPublic>[];

export type PublicField = (typeof publicFields)[number];

export function isPublicField(name: string): name is PublicField {
  return (publicFields as readonly string[]).includes(name);
}

/**
 * A household as the compiler of notices knows it. There is no other household for it: what is not here
 * has no way onto the paper.
 */
export interface PublicHousehold {
  /** The case whose step is posted. */
  readonly caseId: string;
  readonly headName: string | null;
  readonly headIsMinor: boolean;
  readonly members: number | null;
  readonly attribute: Bilingual | null;
  readonly standard: Bilingual | null;
  readonly povertyStatus: Bilingual | null;
  readonly listedOn: string | null;
  readonly exitedOn: string | null;
  /** Village, or village and group; never a house. */
  readonly place: string;
}
