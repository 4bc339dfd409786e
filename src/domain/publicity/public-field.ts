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

/** What a notice about a village or county itself shows: its name and figures of everybody in it together. */
export const publicAreaFields = [
  'areaName',
  'poorPersons',
  'ruralPopulation',
  'incidence',
  'checks',
] as const;

export type PublicAreaField = (typeof publicAreaFields)[number];

/** Nothing of one household or person has a place in it. */
export interface PublicArea {
  readonly caseId: string;
  readonly areaName: string;
  readonly poorPersons: number | null;
  readonly ruralPopulation: number | null;
  /** In percent. */
  readonly incidence: number | null;
  /** Items of its checklist that are met, of how many. */
  readonly checks: Bilingual | null;
  /** The township of a village; empty of a county. */
  readonly place: string;
}

export const areaColumnTitles: Readonly<Record<PublicAreaField, Bilingual>> = {
  areaName: { zh: '村或县', en: 'Village or county' },
  poorPersons: { zh: '未脱贫人口', en: 'Persons still poor' },
  ruralPopulation: { zh: '农业户籍人口', en: 'Rural population' },
  incidence: { zh: '贫困发生率（%）', en: 'Incidence (%)' },
  checks: { zh: '核查结果', en: 'Checked' },
};
