// A household of a file as the register stores it, with the keyed digest by which the same household in
// the same file is recognised and nothing is written twice.
import type { AssembledHousehold } from '#domain/exchange/assemble-household.ts';
import { countyNumberOf } from '#domain/kernel/area-code.ts';
import type { Id } from '#domain/kernel/id.ts';
import { type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { HouseholdRecord, Signed } from '#domain/registry/household.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Secrets } from '#server/access/secrets.ts';
import { hashIdentity } from '#server/registry/sealing.ts';
import type { AskedHousehold } from './match-households.store.ts';

export interface RecordContext {
  readonly secrets: Secrets;
  readonly today: PlainDate;
  readonly newId: (county: number) => Id;
  readonly signed: Signed;
}

/**
 * Who signs what a file says. All spreadsheets are one source: a file that corrects an earlier one must
 * not open a question for every value it corrects. Which file it was stands in the reason.
 */
export function signedBy(
  { account, accountName, fileName }: SignedFile,
  recordedAt: string,
): Signed {
  return {
    recordedAt,
    author: account,
    authorName: accountName,
    source: 'spreadsheet',
    reason: fileName,
  };
}

interface SignedFile {
  readonly account: string | null;
  readonly accountName: string;
  readonly fileName: string;
}

/** Systems whose numbers a file may carry beside ours. */
const nationalSystem = 'national';

export function countyOf(household: AssembledHousehold): number {
  const county = countyNumberOf(household.area);
  if (county === undefined) throw new Error(`no county in ${household.area}`);
  return county;
}

/** Everything the file says of a household, so that a change anywhere is seen. */
export function digestOf({ words, area }: AssembledHousehold, secrets: Secrets): Buffer {
  return secrets.hash('import-content', `${area}\n${words}`);
}

export function askedOf(household: AssembledHousehold, secrets: Secrets): AskedHousehold {
  const head = household.persons.find((person) => person.values.relation === formRule.head);
  const identity = head?.values.identity;
  return {
    county: countyOf(household),
    area: household.area,
    householdNo: String(household.values.householdNo ?? ''),
    headHash: typeof identity === 'string' ? hashIdentity(secrets, identity) : null,
    headKey: nameKeyOf(head?.name ?? ''),
  };
}

/** A household that is not registered yet. */
export function toRecord(
  household: AssembledHousehold,
  householdNo: string,
  digest: Buffer,
  { newId, signed, today }: RecordContext,
): HouseholdRecord {
  const county = countyOf(household);
  const persons = household.persons.map((person) => ({ id: newId(county), person }));
  return {
    id: newId(county),
    values: { ...household.values, householdNo, areaCode: household.area },
    persons: persons.map(({ id, person }) => ({ id, values: person.values })),
    incomes: household.incomes.map((income) => ({ id: newId(county), ...income })),
    externalIds: [
      ...(household.externalId === undefined
        ? []
        : [{ system: nationalSystem, value: household.externalId }]),
      ...persons.flatMap(({ id, person }) =>
        person.externalId === undefined
          ? []
          : [{ person: id, system: nationalSystem, value: person.externalId }],
      ),
    ],
    contentDigest: digest,
    registration: {
      ...signed,
      id: newId(county),
      kind: 'household.imported',
      trueFrom: surveyedOn(household) ?? today,
    },
  };
}

/** What a survey says was true on the day of the survey. */
export function surveyedOn(household: AssembledHousehold): PlainDate | undefined {
  return parsePlainDate(String(household.values.surveyedOn ?? ''));
}
