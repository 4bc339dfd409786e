// The only way from the register to a notice: picks what may be shown and leaves everything else behind.
import { type AreaCode, areaCode, atLevel } from '#domain/kernel/area-code.ts';
import { ageOn, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import { type NameRule, nameRuleOf } from '#domain/publicity/mask-name.ts';
import {
  type PublicField,
  type PublicHousehold,
  publicFields,
} from '#domain/publicity/public-field.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { householdField } from '#domain/registry/form.ts';
import type { Tx } from '#server/database/connect.ts';
import { listAreas } from '#server/registry/area.store.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';

const adultYears = 18;

export function publicHouseholdOf(
  pack: ResolvedPack,
  household: StoredHousehold,
  {
    caseId,
    place,
    today,
  }: { readonly caseId: string; readonly place: string; readonly today: PlainDate },
): PublicHousehold {
  const { values } = household;
  const text = (field: PublicField) => {
    const value = values[field];
    return typeof value === 'string' ? value : null;
  };
  const title = (field: PublicField): Bilingual | null => {
    const code = text(field);
    return code === null ? null : codeTitle(pack, householdField(field)?.list, code);
  };
  return {
    caseId,
    headName: text('headName'),
    headIsMinor: isMinor(household, today),
    members: typeof values.members === 'number' ? values.members : null,
    attribute: title('attribute'),
    standard: title('standard'),
    povertyStatus: title('povertyStatus'),
    listedOn: text('listedOn'),
    exitedOn: text('exitedOn'),
    place,
  };
}

/** A child may head a household of orphans; a head whose age nobody knows is taken for grown. */
function isMinor({ values, persons }: StoredHousehold, today: PlainDate): boolean {
  const head = persons.find((person) => person.values.name === values.headName);
  const birth = head?.values.birthDate;
  return typeof birth === 'string' && ageOn(plainDate(birth), today) < adultYears;
}

/** Names that no text of a notice may hold: of members always, of heads where the list hides them. */
export function namesOf(households: readonly StoredHousehold[], rule: NameRule): readonly string[] {
  return households.flatMap(({ values, persons }) => {
    const names = persons.flatMap((person) =>
      typeof person.values.name === 'string' ? [person.values.name] : [],
    );
    return rule === 'whole' ? names.filter((name) => name !== values.headName) : names;
  });
}

export function nameRuleIn({ scope }: ResolvedPack): NameRule {
  return nameRuleOf(scope.parameters.get('noticeNames')?.value);
}

export function textParameter({ scope }: ResolvedPack, name: string): string {
  const value = scope.parameters.get(name)?.value;
  return typeof value === 'string' ? value : '';
}

export function columnTitles(pack: ResolvedPack): Readonly<Record<PublicField, Bilingual>> {
  return Object.fromEntries(publicFields.map((field) => [field, labelOf(pack, field)])) as Record<
    PublicField,
    Bilingual
  >;
}

/** The place a notice is of, by the level of its step. */
export function noticeArea(code: string, level: string): AreaCode {
  const area = areaCode(code);
  const wanted = level === 'township' || level === 'county' || level === 'city' ? level : 'village';
  return atLevel(area, wanted) ?? area;
}

export async function areaNames(
  tx: Tx,
  codes: readonly string[],
  today: PlainDate,
): Promise<(code: string) => string> {
  const rows = await listAreas(tx, [...new Set(codes)], today);
  const names = new Map<string, string>(rows.map(({ code, name }) => [code, shortNameOf(name)]));
  return (code) => names.get(code) ?? code;
}
