// Cases that leave a question open: a person found in two households, and two sources that disagree.
// They are only for the demonstration in a database; a file with them would not be taken whole.

import type { HouseholdRecord, PersonValues } from '#domain/registry/household.ts';
import type { DemonstrationCase } from './cases.ts';

/** What another source says of a household's field, beside what the register holds. */
export interface Question {
  readonly field: 'houseArea';
  readonly value: number;
  readonly source: string;
  readonly authorName: string;
}

export const questionCases: readonly DemonstrationCase[] = [
  {
    id: 'registered-twice',
    title: {
      zh: '同一个人登记在两户：不拒绝，成为待解决的问题',
      en: 'One person registered in two households: not refused, but a question to be answered',
    },
    fits: (record) => record.values.stage === 'LISTED' && brotherOf(record) !== -1,
    change: (record, { known }) => asBrother(record, known()),
  },
  {
    id: 'sources-disagree',
    title: {
      zh: '住房面积两个来源不一致：两个值都保留',
      en: 'Two sources disagree on the house: both values are kept',
    },
    fits: (record) => record.values.stage === 'EXIT_VERIFIED',
    change: (record) => record,
    question: (record) => ({
      field: 'houseArea',
      value: Math.round(Number(record.values.houseArea) * 0.7),
      source: 'department:housing',
      authorName: '县住建局',
    }),
  },
];

function brotherOf(record: HouseholdRecord): number {
  return record.persons.findIndex(
    ({ values }) => values.relation === 'BROTHER' && values.identityKind === 'ID',
  );
}

/** The brother becomes somebody who heads a household elsewhere. */
function asBrother(record: HouseholdRecord, head: PersonValues | undefined): HouseholdRecord {
  if (head === undefined) return record;
  const place = brotherOf(record);
  const { name, identity, birthDate, ethnicity } = head;
  return {
    ...record,
    persons: record.persons.map((person, index) =>
      index === place
        ? { ...person, values: { ...person.values, name, identity, birthDate, ethnicity } }
        : person,
    ),
  };
}
