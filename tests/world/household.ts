// Builders of invented households: a test names only what matters to it. Ids, names and identity
// numbers follow from a running number, so that two builds are two households and a rerun is the same.
import { type Id, makeId } from '#domain/kernel/id.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type {
  HouseholdRecord,
  HouseholdValues,
  PersonRecord,
  PersonValues,
} from '#domain/registry/household.ts';
import { checkCharacterOf, demonstrationAreaCode } from '#domain/registry/identity-number.ts';

export const huanjiang = 451226;
/** A village of 思恩镇. */
export const aVillage = '451226100201';
export const today: PlainDate = plainDate('2016-09-30');

let counter = 0;

function next(): number {
  counter += 1;
  return counter;
}

export function anId(county = huanjiang): Id {
  const order = next();
  const random = new Uint8Array(8);
  new DataView(random.buffer).setUint32(1, order);
  return makeId({ county, milliseconds: 1_475_193_600_000 + order, random });
}

/** Eighteen characters with the reserved area code and a right check character. */
export function anIdentity(birthDate = '1968-05-12', order = next() % 1000): string {
  const digits = `${demonstrationAreaCode}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
}

export function aPerson(values: PersonValues = {}, county = huanjiang): PersonRecord {
  const birthDate = typeof values.birthDate === 'string' ? values.birthDate : '1968-05-12';
  return {
    id: anId(county),
    values: {
      name: '覃大山',
      sex: 'MALE',
      identity: anIdentity(birthDate),
      birthDate,
      relation: 'HEAD',
      ethnicity: 'ZHUANG',
      education: 'JUNIOR',
      schoolStage: 'NOT_IN_SCHOOL',
      health: ['HEALTHY'],
      labour: 'NORMAL',
      dibao: false,
      medicalInsurance: true,
      ...values,
    },
  };
}

export function aHousehold(
  values: HouseholdValues = {},
  persons: readonly PersonRecord[] | undefined = undefined,
  more: Partial<HouseholdRecord> = {},
): HouseholdRecord {
  const area = typeof values.areaCode === 'string' ? values.areaCode : aVillage;
  const county = Number(area.slice(0, 6));
  const id = more.id ?? anId(county);
  return {
    id,
    values: {
      householdNo: `${area}${String(next()).padStart(5, '0')}`,
      areaCode: area,
      stage: 'LISTED',
      ...values,
    },
    persons: persons ?? [aPerson({}, county)],
    registration: {
      id: anId(county),
      kind: 'household.registered',
      trueFrom: plainDate('2015-11-02'),
      recordedAt: '2015-11-02T02:00:00.000Z',
      author: null,
      authorName: '林村干',
      source: 'visit',
    },
    ...more,
  };
}
