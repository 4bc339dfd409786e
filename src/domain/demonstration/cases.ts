// Households that show one rule each, found by what the plan already made of them and changed in one
// respect only: no figure that was published moves. Their titles name the rule, so that a screen, a
// test or a talk can find the right one.

import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type {
  HouseholdRecord,
  LaterEvent,
  PersonRecord,
  PersonValues,
} from '#domain/registry/household.ts';
import type { Calibration } from './calibration.ts';
import type { NumberGiver } from './identity.ts';
import type { NameGiver } from './name.ts';
import type { Question } from './questions.ts';
import type { Random } from './random.ts';

export interface CaseWorld {
  readonly calibration: Calibration;
  readonly names: NameGiver;
  readonly numbers: NumberGiver;
  readonly random: Random;
  /** A man who heads a listed household of the first village; undefined before there is one. */
  readonly known: () => PersonValues | undefined;
}

export interface DemonstrationCase {
  readonly id: string;
  readonly title: Bilingual;
  fits(record: HouseholdRecord): boolean;
  change(record: HouseholdRecord, world: CaseWorld): HouseholdRecord;
  question?(record: HouseholdRecord): Question;
}

/** Where a case was found, for the list of cases. */
export interface PlacedCase {
  readonly id: string;
  readonly title: Bilingual;
  readonly household: string;
  readonly householdNo: string;
  /** Left open for somebody to answer. */
  readonly question?: Question;
}

const stageIs = (stage: string) => (record: HouseholdRecord) => record.values.stage === stage;

export const demonstrationCases: readonly DemonstrationCase[] = [
  {
    id: 'rare-character',
    title: { zh: '姓名含生僻字𠮷', en: 'A name with a rare character' },
    fits: stageIs('LISTED'),
    change: (record) => withPerson(record, 0, { name: '韦𠮷祥' }),
  },
  {
    id: 'long-minority-name',
    title: { zh: '少数民族长姓名带间隔号', en: 'A long minority name with its middle dot' },
    fits: (record) => record.persons[1]?.values.relation === 'SPOUSE',
    change: (record, { names, random }) =>
      withPerson(record, 1, { name: names.long(random), ethnicity: 'UYGUR' }),
  },
  {
    id: 'vetoed-by-vehicle',
    title: {
      zh: '分数够低，但有三万元以上的车，被一票否决',
      en: 'Low enough by score, vetoed by a vehicle worth 30,000 yuan',
    },
    fits: (record) => stageIs('LISTED')(record) && record.values.houseStructure === 'EARTH',
    change: (record) => ({ ...record, items: { ...record.items, 4: 3, 5: 3 } }),
  },
  {
    id: 'undetermined-by-unknown',
    title: {
      zh: '装修和负债没有问到，评分无法确定',
      en: 'Decoration and debts were never asked: the score is undetermined',
    },
    fits: stageIs('LISTED'),
    change: (record) => {
      const { 1: _decoration, 20: _debts, ...items } = record.items ?? {};
      return { ...record, items };
    },
  },
  {
    id: 'exactly-on-the-line',
    title: {
      zh: '人均收入正好等于贫困线，不算超过',
      en: 'Income per head is exactly the line, which does not exceed it',
    },
    fits: (record) =>
      record.values.notExitedReason === 'INCOME_UNSTABLE' && record.persons.every(wasThere),
    change: exactlyOnTheLine,
  },
  {
    id: 'reissued-certificate',
    title: {
      zh: '残疾人证补办过，证号22位',
      en: 'A disability certificate issued twice has 22 characters',
    },
    fits: (record) => record.persons[0]?.values.identityKind === 'DISABILITY_CERT',
    change: (record) =>
      withPerson(record, 0, { identity: `${String(record.persons[0]?.values.identity)}B1` }),
  },
  {
    id: 'leap-day',
    title: {
      zh: '2月29日出生，平年按3月1日满岁',
      en: 'Born on 29 February: a year older on 1 March in other years',
    },
    fits: (record) =>
      record.persons[0]?.values.identityKind === 'ID' &&
      String(record.persons[0].values.birthDate).startsWith('1968-02'),
    change: bornOnLeapDay,
  },
  {
    id: 'corrected-later',
    title: {
      zh: '耕地面积后来更正：当时知道的与事实不同',
      en: 'Land corrected later: what was known then is not what was true',
    },
    fits: stageIs('EXIT_APPLIED'),
    change: correctedLater,
  },
  {
    id: 'moved-within-village',
    title: {
      zh: '户从一个屯搬到另一个屯，编号和历史不变',
      en: 'Moved to another hamlet, keeping number and history',
    },
    fits: (record) => stageIs('LISTED')(record) && String(record.values.areaCode).endsWith('002'),
    change: movedWithinVillage,
  },
  {
    id: 'dead-stays-in-history',
    title: {
      zh: '去世的成员退出家庭，仍留在历史里',
      en: 'A member who died leaves the household and stays in its history',
    },
    fits: stageIs('EXIT_ANNOUNCED'),
    change: withDeadMember,
  },
];

function wasThere(person: PersonRecord): boolean {
  return person.values.joinedOn === null;
}

function withPerson(
  record: HouseholdRecord,
  index: number,
  values: PersonRecord['values'],
): HouseholdRecord {
  return {
    ...record,
    persons: record.persons.map((person, place) =>
      place === index ? { ...person, values: { ...person.values, ...values } } : person,
    ),
  };
}

function exactlyOnTheLine(record: HouseholdRecord, { calibration }: CaseWorld): HouseholdRecord {
  const year = Number(calibration.today.slice(0, 4));
  const line = calibration.povertyLines[String(year)] ?? 0;
  const incomes = record.incomes ?? [];
  const net = incomes
    .filter((entry) => entry.year === year)
    .reduce(
      (sum, { kind, amountFen }) => sum + (kind.endsWith('Cost') ? -amountFen : amountFen),
      0,
    );
  const missing = line * 100 * record.persons.length - net;
  let isAdded = false;
  return {
    ...record,
    incomes: incomes.map((entry) => {
      if (isAdded || entry.year !== year || entry.kind.endsWith('Cost')) return entry;
      isAdded = true;
      return { ...entry, amountFen: entry.amountFen + missing };
    }),
  };
}

function bornOnLeapDay(record: HouseholdRecord, { numbers }: CaseWorld): HouseholdRecord {
  const birthDate = plainDate('1968-02-29');
  const sex = record.persons[0]?.values.sex === 'MALE' ? 'male' : 'female';
  return withPerson(record, 0, { birthDate, identity: numbers.next(birthDate, sex) });
}

function later(record: HouseholdRecord, event: Omit<LaterEvent, 'id' | 'author'>): LaterEvent {
  const last = record.events?.at(-1);
  const id = last?.id ?? record.registration.id;
  // The last step's own id with its final digit turned: unique, since nobody else is given it.
  const turned = (Number.parseInt(id.slice(-1), 16) ^ 8).toString(16);
  const before = last?.recordedAt ?? record.registration.recordedAt;
  return {
    ...event,
    id: `${id.slice(0, -1)}${turned}` as LaterEvent['id'],
    // Recorded after everything else, so that versions stay in the order of recording.
    recordedAt: event.recordedAt > before ? event.recordedAt : before,
    author: null,
  };
}

function correctedLater(record: HouseholdRecord): HouseholdRecord {
  const now = Number(record.values.arableLand ?? 0);
  const before = Math.round((now + 2) * 10) / 10;
  const event = later(record, {
    kind: 'household.changed',
    trueFrom: record.registration.trueFrom,
    recordedAt: '2016-09-28T02:10:00Z',
    authorName: record.registration.authorName,
    source: 'landContract',
    reason: '对照土地承包证更正',
    changes: [{ field: 'arableLand', from: before, to: now }],
  });
  return { ...record, events: [...(record.events ?? []), event] };
}

function movedWithinVillage(record: HouseholdRecord): HouseholdRecord {
  const to = String(record.values.areaCode);
  const from = `${to.slice(0, 12)}001`;
  const event = later(record, {
    kind: 'household.moved',
    trueFrom: plainDate('2016-06-01'),
    recordedAt: '2016-06-02T03:20:00Z',
    authorName: record.registration.authorName,
    source: 'visit',
    reason: '搬到新屯居住',
    changes: [{ field: 'areaCode', from, to }],
  });
  return { ...record, events: [...(record.events ?? []), event] };
}

function withDeadMember(record: HouseholdRecord): HouseholdRecord {
  const head = record.persons[0];
  if (head === undefined) return record;
  const left = later(record, {
    kind: 'person.left',
    trueFrom: plainDate('2016-04-05'),
    recordedAt: '2016-09-29T02:30:00Z',
    authorName: record.registration.authorName,
    source: 'householdBook',
    reason: '病故',
    changes: [],
  });
  const id = `${head.id.slice(0, -1)}${(Number.parseInt(head.id.slice(-1), 16) ^ 8).toString(16)}`;
  const dead: PersonRecord = {
    id: id as PersonRecord['id'],
    values: {
      name: `${String(head.values.name).slice(0, 1)}福寿`,
      sex: 'MALE',
      identity: null,
      identityKind: null,
      birthDate: '1931-03-08',
      relation: 'FATHER',
      ethnicity: head.values.ethnicity,
      education: 'ILLITERATE',
      schoolStage: 'NOT_IN_SCHOOL',
      health: ['CHRONIC'],
      labour: 'NONE',
      dibao: false,
      leftOn: '2016-04-05',
      leftReason: 'DIED',
    },
  };
  const changes = [
    { field: 'leftOn', person: dead.id, from: null, to: '2016-04-05' },
    { field: 'leftReason', person: dead.id, from: null, to: 'DIED' },
  ];
  return {
    ...record,
    persons: [...record.persons, dead],
    events: [...(record.events ?? []), { ...left, person: dead.id, changes }],
  };
}
