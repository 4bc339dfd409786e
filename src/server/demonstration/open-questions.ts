// The questions the demonstration leaves open: a person found twice, and a value on which another
// source disagrees. Opened as an import would open them, in the transaction that stores the household.
import type { Calibration } from '#domain/demonstration/calibration.ts';
import type { PlacedCase } from '#domain/demonstration/cases.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { makeId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Duplicate } from '#server/registry/bulk.store.ts';
import {
  type Opening,
  openConflict,
  openIdentityConflicts,
} from '#server/registry/conflict-write.store.ts';
import { getHouseholdPlace } from './demonstration.store.ts';

export interface QuestionRequest {
  readonly calibration: Calibration;
  readonly duplicates: readonly Duplicate[];
  readonly cases: readonly PlacedCase[];
}

export async function openQuestions(
  tx: Tx,
  { calibration, duplicates, cases }: QuestionRequest,
): Promise<void> {
  for (const { household, person } of duplicates) {
    const { place } = await getHouseholdPlace(tx, household);
    await openIdentityConflicts(openingOf(tx, calibration, person), place, [person]);
  }
  for (const { household, question } of cases) {
    if (question === undefined) continue;
    const { place, surveyedOn, houseArea } = await getHouseholdPlace(tx, household);
    await openConflict(openingOf(tx, calibration, household), place, {
      kind: 'value',
      field: question.field,
      person: null,
      ownerRole: 'township',
      sides: [
        side({ value: houseArea, source: 'visit', authorName: '', on: surveyedOn }, true),
        side({ ...question, on: calibration.today }, false),
      ],
    });
  }
}

interface Said {
  readonly value: number | null;
  readonly source: string;
  readonly authorName: string;
  readonly on: string | null;
}

function side({ value, source, authorName, on }: Said, current: boolean) {
  return { value, source, authorName, observedOn: on, recordedAt: null, current };
}

/** Asked on the morning of the demonstration's today, with an id that is the same everywhere. */
function openingOf(tx: Tx, calibration: Calibration, about: string): Opening {
  const now = `${calibration.today}T01:00:00Z`;
  const random = randomOf(`${calibration.seed} question ${about}`);
  return {
    tx,
    now,
    today: calibration.today,
    newId: (county) => makeId({ county, milliseconds: Date.parse(now), random: random.bytes(7) }),
  };
}
