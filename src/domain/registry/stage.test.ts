import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { RegistryEvent } from './event.ts';
import { householdFields } from './form.ts';
import { formGroups } from './form-groups.ts';
import { isRegistered, isStage, stages, stagesFrom, stagesUpTo } from './stage.ts';
import { stageSteps } from './stage-steps.ts';

const event: RegistryEvent = {
  id: 'verified',
  kind: 'household.stage',
  person: null,
  trueFrom: plainDate('2016-09-12'),
  recordedAt: '2016-09-12T00:00:00Z',
  author: null,
  authorName: '赵',
  typist: null,
  typistName: null,
  source: 'verification',
  reason: '',
  version: 2,
  changes: [{ field: 'stage', from: 'EXIT_APPLIED', to: 'EXIT_VERIFIED' }],
};

test('only surveyed is not registered; an exited household still is', () => {
  expect(stages.filter(isRegistered)).toEqual(stages.slice(1));
  expect(isStage('EXIT_STANDARD')).toBe(true);
  expect(isStage('GONE')).toBe(false);
});

test('a stage has passed those before it, and those from it on have passed it', () => {
  expect(stagesUpTo('EXIT_APPLIED')).toEqual(['SURVEYED', 'LISTED', 'EXIT_APPLIED']);
  expect(stagesFrom('EXIT_STANDARD')).toEqual(['EXIT_STANDARD', 'EXIT_ANNOUNCED']);
});

test('a step takes its day from the form, else from the event, else leaves it unknown', () => {
  const steps = stageSteps('EXIT_VERIFIED', { surveyedOn: '2015-11-02', listedOn: null }, [event]);

  expect(steps.map(({ done, on }) => [done, on])).toEqual([
    [true, '2015-11-02'],
    [true, null],
    [true, null],
    [true, '2016-09-12'],
    [false, null],
    [false, null],
  ]);
  expect(steps[3]?.event).toBe('verified');
});

test('every field of the form stands under exactly one heading', () => {
  const grouped = formGroups.flatMap((group) => group.fields as readonly string[]);

  expect([...grouped].sort()).toEqual(householdFields.map((field) => field.name).sort());
});
